#!/usr/bin/env node
// npm run <tool>: the same beginning for every tool: installs what is missing, then tools/run.ts under the pinned Node.
import { ensureInstalled, handOver } from './bootstrap.mjs';

await ensureInstalled((line) => process.stderr.write(`  ${line}\n`));
handOver('run.ts', process.argv.slice(2));
