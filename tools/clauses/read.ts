import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RegulationBook } from '@reglament/platform/regulations';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Clause, keyOf, type Level, type Proof, type Waits } from './judge.ts';
import { referencesIn } from './references.ts';
import { titlesOf } from './titles.ts';

/** Tests that start the whole platform, tests on real engines, tests of functions. */
const LEVELS: readonly (readonly [ending: string, level: Level])[] = [
  ['.e2e.ts', 'api'],
  ['.itest.ts', 'engine'],
  ['.spec.ts', 'pure'],
];

/** Every clause of every regulation, in the order of the files. */
export function readClauses(folder: string): Clause[] {
  return RegulationBook.load(folder)
    .all()
    .flatMap(({ tenant, languages, clauses }) =>
      [...clauses].map(([number, { kind, text }]) => ({ tenant, number, kind, sense: text[languages[0]] ?? '' })),
    );
}

/** Every test of the tree whose title names a clause. */
export function readProofs(root: string, tenants: readonly string[]): Proof[] {
  return LEVELS.flatMap(([ending, level]) =>
    globSync(`{apps,libs,tools,deploy}/**/*${ending}`, {
      cwd: root,
      exclude: (name) => /node_modules|^dist$/.test(name),
    })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => !file.startsWith('tools/clauses/'))
      .sort()
      .flatMap((file) =>
        withParts(root, file).flatMap((part) =>
          titlesOf(readFileSync(path.join(root, part), 'utf8'), tenants).map((title) => ({
            title,
            file: part,
            level,
            names: referencesIn(title, tenants),
          })),
        ),
      ),
  ).filter(({ names }) => names.length > 0);
}

/** A test file and what it keeps of its tests in files beside it. */
function withParts(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const parts = [...text.matchAll(/^import (?:.+ from )?'\.\/([\w.-]+\.ts)';$/gm)].map(([, name = '']) => name);
  return [file, ...parts.map((name) => path.posix.join(path.posix.dirname(file), name))];
}

const WaitingFile = z.record(
  z.string(),
  z.record(
    z.string(),
    z.strictObject({ for: z.string().min(1), because: z.string().min(1), partly: z.boolean().default(false) }),
  ),
);

/** The list of what waits, by `tenant clause`. @throws ZodError naming the entry that is not in the list's form */
export function readWaits(file: string): Waits {
  // Clauses are quoted in the file: 2.10 is not 2.1.
  const list = WaitingFile.parse(parse(readFileSync(file, 'utf8'), { schema: 'core' }) ?? {});
  return new Map(
    Object.entries(list).flatMap(([tenant, clauses]) =>
      Object.entries(clauses).map(([clause, wait]) => [keyOf(tenant, clause), wait] as const),
    ),
  );
}
