import type { z } from 'zod';
import { childOf, type Path } from './source.ts';

type Issue = z.core.$ZodIssue;

/** One mistake of shape, at a path of the file. */
export interface ShapeMistake {
  readonly path: Path;
  readonly sentence: string;
}

/** Turns the schema's issues into sentences for the author of the file. */
export function shapeMistakes(
  error: z.ZodError,
  value: unknown,
  known: (path: Path) => readonly string[],
): ShapeMistake[] {
  return error.issues.flatMap((issue) => sentences(issue, value, known));
}

function sentences(issue: Issue, value: unknown, known: (path: Path) => readonly string[]): ShapeMistake[] {
  const path = issue.path as Path;
  const name = nameOf(path);
  const found = path.reduce<unknown>((node, step) => childOf(node, step), value);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], sentence: unknownKey(key, known(path)) }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path, sentence: `${name} ${issue.issues[0]?.message ?? 'is not a valid name'}.` }];
  }
  if (found === undefined) return [{ path, sentence: `${name} is missing.` }];
  if (issue.code === 'invalid_value') {
    return [{ path, sentence: `${name} must be one of: ${issue.values.join(', ')}.` }];
  }
  if (issue.code === 'invalid_type') return [{ path, sentence: `${name} must be ${inWords(issue.expected)}.` }];
  return [{ path, sentence: `${name} ${issue.message}.` }];
}

/** An entry of a list has no name of its own. */
function nameOf(path: Path): string {
  const own = `\`${String(path.findLast((step) => typeof step === 'string') ?? 'file')}\``;
  return typeof path.at(-1) === 'number' ? `An entry of ${own}` : own;
}

const inWords = (expected: string): string =>
  expected === 'string' ? 'a text' : expected === 'array' ? 'a list' : 'a group of named values';

function unknownKey(key: string, known: readonly string[]): string {
  const near = known.find((name) => distance(name.toLowerCase(), key.toLowerCase()) <= 2);
  return near === undefined
    ? `\`${key}\` is not a word of the format here.`
    : `\`${key}\` is not a word of the format here; is \`${near}\` meant?`;
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
