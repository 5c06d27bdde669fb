/** `npm run build`: the services and the console's pages, where something changed. */
import path from 'node:path';
import { buildConsole, compile } from './start/build.ts';
import { bundleServices } from './start/bundle.ts';
import { Output } from './start/output.ts';

const root = path.resolve(import.meta.dirname, '..');
const output = new Output({ json: false });
try {
  await output.step('types', 'checked', () => compile(root));
  await output.step('services', 'built', () => bundleServices(root));
  await output.step('console', 'built', () => buildConsole(root));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
