/** `npm run complete-lock`, after `npm install <package>`: puts into package-lock.json what npm left out of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LockPackages, missingEntries } from './lock/complete.ts';

const file = path.resolve(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: LockPackages };
const missing = missingEntries(lock.packages);
const all = Object.entries({ ...lock.packages, ...missing });
// npm's own order, so that the next install changes nothing.
const packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
process.stdout.write(`${Object.keys(missing).length} packages of other platforms added to package-lock.json.\n`);
