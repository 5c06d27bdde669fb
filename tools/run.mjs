#!/usr/bin/env node
// npm run <tool>: the same beginning for every other tool: `node tools/run.mjs doctor` runs tools/doctor.ts.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, handOver, ROOT } from './bootstrap.mjs';

const [tool = '', ...args] = process.argv.slice(2);
const file = [`${tool}.ts`, `${tool}/main.ts`].find((name) => existsSync(path.join(ROOT, 'tools', name)));
if (!/^[a-z-]+$/.test(tool) || file === undefined) {
  process.stderr.write(`There is no tool "${tool}" in tools/.\n`);
  process.exit(1);
}
await ensureInstalled((line) => process.stderr.write(`  ${line}\n`));
handOver(file, args);
