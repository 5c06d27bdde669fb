// npm run clauses [-- --check]: every clause of every regulation with the tests that prove it; writes docs/clauses.md.
// Ends with 1 when a clause is neither proven nor waiting, when the list of what waits is out of date, or (--check) when the page is.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { judge } from './judge.ts';
import { readClauses, readProofs, readWaits } from './read.ts';
import { inLines, inMarkdown } from './report.ts';

const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, 'docs', 'clauses.md');
const check = process.argv.includes('--check');

const clauses = readClauses(path.join(root, 'regulations'));
const tenants = [...new Set(clauses.map(({ tenant }) => tenant))];
const judgement = judge(clauses, readProofs(root, tenants), readWaits(path.join(import.meta.dirname, 'waiting.yaml')));
process.stdout.write(`${inLines(judgement)}\n`);

for (const mistake of judgement.mistakes) process.stdout.write(`${mistake}\n`);
if (judgement.mistakes.length > 0) process.exitCode = 1;
const wanted = inMarkdown(judgement);
if ((existsSync(page) ? readFileSync(page, 'utf8') : null) !== wanted) {
  if (check) {
    process.stdout.write('docs/clauses.md is not what the tests say; run `npm run clauses`.\n');
    process.exitCode = 1;
  } else {
    writeFileSync(page, wanted);
    process.stdout.write('docs/clauses.md written\n');
  }
}
