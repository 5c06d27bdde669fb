#!/usr/bin/env node
// npm start: installs what is missing, then runs tools/start.ts under the pinned Node.
import { ensureInstalled, handOver } from './bootstrap.mjs';

const say = (line) => process.stderr.write(`  ${line}\n`);
await ensureInstalled(say);
handOver('start.ts', process.argv.slice(2));
