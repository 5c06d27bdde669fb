import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A file that is not there differs from any.
    return '';
  }
};

/**
 * Writes generated files, or with `--check` among the arguments compares them and names those that differ.
 * @param folder where the paths of `files` begin, under the root of the house
 * @param command what a person runs to make them anew
 * @returns the exit code: 1 when a compared file differs
 */
export function writeOrCheck(folder: string, files: ReadonlyMap<string, string>, command: string): 0 | 1 {
  const root = path.resolve(import.meta.dirname, '..');
  let stale = 0;
  for (const [name, text] of files) {
    const file = path.join(root, folder, name);
    if (!process.argv.includes('--check')) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      process.stdout.write(`${folder}/${name}\n`);
    } else if (textOf(file) !== text) {
      stale += 1;
      process.stderr.write(`${folder}/${name} is not what its source says: run ${command}\n`);
    }
  }
  return stale === 0 ? 0 : 1;
}
