/** Checks the walls of the house: who imports whom. */
import path from 'node:path';
import { checkBoundaries } from './boundaries/check.ts';

const house = path.resolve(import.meta.dirname, '..');
/** Another tree to check by the same rules: the check's own test builds a wrong one. */
const root = path.resolve(process.argv[2] ?? house);
const { files, imports, mistakes } = await checkBoundaries(root, path.join(house, '.dependency-cruiser.cjs'));
for (const mistake of mistakes) process.stdout.write(`${mistake}\n`);
process.stdout.write(`${imports} imports of ${files} files checked, ${mistakes.length} over a wall\n`);
process.exit(mistakes.length === 0 ? 0 : 1);
