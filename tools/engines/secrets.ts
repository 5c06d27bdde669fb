/** Secrets made once per data folder and kept in one file that only its owner can read. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Returns a function that gives the secret of a name, made at its first use: 32 letters and digits, safe in a URL. */
export function openSecrets(folder: string): (name: string) => string {
  const file = path.join(folder, 'secrets.json');
  let known: Record<string, string> = {};
  try {
    known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new Error(`${file} cannot be read.`, { cause: error });
  }
  return (name) => {
    const old = known[name];
    if (old !== undefined) return old;
    const made = randomBytes(16).toString('hex');
    known = { ...known, [name]: made };
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.part`, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.part`, file);
    return made;
  };
}
