/** `npm run dashboards` writes Grafana's files; with `--check` it compares them and ends with 1 when they differ. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedFiles } from './files.ts';

const folder = path.resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');
let stale = 0;
for (const [name, text] of generatedFiles()) {
  const file = path.join(folder, name);
  if (isCheck) {
    let before = '';
    try {
      before = readFileSync(file, 'utf8');
    } catch {
      // A file that is not there differs.
    }
    if (before === text) continue;
    stale += 1;
    process.stderr.write(`deploy/grafana/${name} is not what its source says: run npm run dashboards\n`);
    continue;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`deploy/grafana/${name}\n`);
}
process.exit(stale === 0 ? 0 : 1);
