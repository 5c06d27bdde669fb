import type { z } from 'zod';
import type { ShapeRule } from './mistake-words/en/shape.ts';
import { type Saying, SHAPE_RULES, said } from './mistake-words/index.ts';
import type { Part } from './mistake-words/values.ts';
import { childOf, type Path } from './source.ts';

type Issue = z.core.$ZodIssue;

/** One mistake of shape, at a path of the file. */
export interface ShapeMistake {
  readonly path: Path;
  readonly says: Saying;
}

/** Turns the schema's issues into mistakes for the author of the file. */
export function shapeMistakes(
  error: z.ZodError,
  value: unknown,
  known: (path: Path) => readonly string[],
): ShapeMistake[] {
  return error.issues.flatMap((issue) => mistakesOf(issue, value, known));
}

function mistakesOf(issue: Issue, value: unknown, known: (path: Path) => readonly string[]): ShapeMistake[] {
  const path = issue.path as Path;
  const part = partAt(path);
  const found = path.reduce<unknown>((node, step) => childOf(node, step), value);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((word) => ({ path: [...path, word], says: unknownWord(word, known(path)) }));
  }
  if (issue.code === 'invalid_key') return [{ path, says: ofPart(issue.issues[0]?.message, part) }];
  if (found === undefined) return [{ path, says: ofPart('mustBeThere', part) }];
  if (issue.code === 'invalid_value') {
    return [{ path, says: said('mustBeOneOf', { part, choices: issue.values.map(String) }) }];
  }
  if (issue.code === 'invalid_type') return [{ path, says: ofPart(TYPES[issue.expected] ?? 'mustBeGroup', part) }];
  return [{ path, says: ofPart(issue.message, part) }];
}

/** What a part is that must be something else; anything that is neither a text nor a list is a group. */
const TYPES: Readonly<Record<string, ShapeRule>> = { string: 'mustBeText', array: 'mustBeList' };

/** What the schemas say is the name of a rule; whatever the library says by itself is told in general. */
const ofPart = (message: string | undefined, part: Part): Saying<ShapeRule> =>
  said(SHAPE_RULES.find((rule) => rule === message) ?? 'mustBeOtherwise', { part });

/** An entry of a list has no name of its own. */
const partAt = (path: Path): Part => ({
  name: String(path.findLast((step) => typeof step === 'string') ?? 'file'),
  isEntry: typeof path.at(-1) === 'number',
});

function unknownWord(word: string, known: readonly string[]): Saying {
  const near = known.find((name) => distance(name.toLowerCase(), word.toLowerCase()) <= 2);
  return near === undefined ? said('unknownWord', { word }) : said('unknownWordNear', { word, near });
}

/** Letters to insert, delete or change to get from one word to the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
