#!/usr/bin/env node
// npm test: installs what is missing, then runs tools/test.ts under the pinned Node.
import { ensureInstalled, handOver } from './bootstrap.mjs';

await ensureInstalled((line) => process.stdout.write(`  ${line}\n`));
handOver('test.ts', process.argv.slice(2));
