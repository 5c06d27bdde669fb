import { z } from 'zod';
import type { ShapeRule } from './mistake-words/en/shape.ts';
import { parseDuration, parsePart } from './values.ts';

// What the shapes of the parts of a regulation are made of. Every plain value is text (see source.ts).

export const LANGUAGES = ['ru', 'uk', 'kk', 'en'] as const;
export const CHANNELS = ['web', 'phone', 'email', 'chat', 'api'] as const;

/** What a schema says of a wrong value is the name of a rule: `shape-mistakes.ts` looks it up. */
export const says = (rule: ShapeRule): string => rule;

export const line = z.string().trim().min(1, says('mustBeFilled'));
/** Clause numbers and the like: an editor may see a number where the author means text. */
export const reference = line.meta({ type: ['string', 'number'] });
export const id = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/, says('mustBeShortName'));
export const yesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');
export const text = z.union([line, z.partialRecord(z.enum(LANGUAGES), line)], {
  error: says('mustBeTexts'),
});
export const number = z
  .string()
  .regex(/^\d{1,6}$/, says('mustBeNumber'))
  .meta({ type: ['string', 'integer'] });
/** One value or a list of them: read as a list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item))
    .meta({ oneOrMany: true });
export const checked = (test: (value: string) => boolean, rule: ShapeRule) => z.string().refine(test, says(rule));

export const duration = checked((value) => parseDuration(value) !== undefined, 'mustBeSpan');
export const percent = checked((value) => parsePart(value) !== undefined, 'mustBePercent');
export const hours = z.string().min(1, says('mustBeFilled'));
export const email = z.email(says('mustBeEmail'));
