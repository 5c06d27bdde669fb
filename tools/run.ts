/** Runs a tool by its name: `run.ts ledger --json` runs tools/ledger.ts or tools/ledger/main.ts, after bringing the build up to date. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { whenParentIsGone } from './lifeline.ts';
import { compile } from './start/build.ts';

/** These look at a house that may not build, or build it themselves. */
const WITHOUT_BUILD = ['build', 'doctor', 'complete-lock', 'boundaries'];
const SILENT_FOR_MS = 1_500;

async function build(): Promise<void> {
  const timer = setTimeout(() => process.stderr.write('  building …\n'), SILENT_FOR_MS);
  try {
    await compile(path.resolve(import.meta.dirname, '..'));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  } finally {
    clearTimeout(timer);
  }
}

const [tool = '', ...args] = process.argv.slice(2);
const files = [`${tool}.ts`, `${tool}/main.ts`].map((name) => path.join(import.meta.dirname, name));
const file = files.find((name) => existsSync(name));
if (!/^[a-z-]+$/.test(tool) || file === undefined) {
  process.stderr.write(`There is no tool "${tool}" in tools/.\n`);
  process.exit(1);
}
whenParentIsGone(() => process.exit(130));
if (!WITHOUT_BUILD.includes(tool)) await build();
// The tool sees its own name and arguments, as if it had been run by itself.
process.argv.splice(1, process.argv.length, file, ...args);
await import(pathToFileURL(file).href);
