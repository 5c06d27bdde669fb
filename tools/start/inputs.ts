import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What was made, and tests: nothing is built from them. */
const isLeftOut = (name: string) => /(^|\/)(dist|node_modules)(\/|$)|\.(spec|itest|e2e)\.ts$/.test(name);

/** One hash over the name and the content of every file that something is built from: the same hash means that nothing has changed. */
export function inputsHash(root: string, patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const entry of globSync(patterns, { cwd: root, withFileTypes: true, exclude: (one) => isLeftOut(one.name) })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !isLeftOut(path.relative(root, file)))
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}
