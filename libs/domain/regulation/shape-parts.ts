import { z } from 'zod';
import { parseDuration, parsePart } from './values.ts';

// What the shapes of the parts of a regulation are made of. Every plain value is text (see source.ts).

export const LANGUAGES = ['ru', 'uk', 'kk', 'en'] as const;
export const CHANNELS = ['web', 'phone', 'email', 'chat', 'api'] as const;

export const line = z.string().trim().min(1, 'must not be empty');
/** Clause numbers and the like: an editor may see a number where the author means text. */
export const reference = line.meta({ type: ['string', 'number'] });
export const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,49}$/,
    'must be a short name of small Latin letters, digits and hyphens that begins with a letter',
  );
export const yesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');
export const text = z.union([line, z.partialRecord(z.enum(LANGUAGES), line)], {
  error: 'must be a text, or one text for each language, such as `{ ru: …, kk: … }`',
});
export const number = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a whole number')
  .meta({ type: ['string', 'integer'] });
/** One value or a list of them: read as a list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item))
    .meta({ oneOrMany: true });
export const checked = (test: (value: string) => boolean, message: string) => z.string().refine(test, message);

export const duration = checked(
  (value) => parseDuration(value) !== undefined,
  'must be a span such as `30 min`, `8 h`, `1 h 30 min`, `5 working days`, `none` where the regulation sets no target, or `set by` a fact that names the moment',
);
export const percent = checked(
  (value) => parsePart(value) !== undefined,
  'must be a part of the target such as `80 %`',
);
export const hours = z.string().min(1);
