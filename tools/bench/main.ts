// npm run bench -- <name>: measures one part, side by side with what it is compared to, and prints what it measured.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const [name = '', ...args] = process.argv.slice(2);
const file = join(folder, `${name}.ts`);

if (!/^[a-z-]+$/.test(name) || name === 'main' || !existsSync(file)) {
  const names = readdirSync(folder).flatMap((entry) => (/^(?!main)([a-z-]+)\.ts$/.exec(entry) ?? []).slice(1));
  process.stderr.write(`There is no benchmark "${name}". There are: ${names.join(', ')}.\n`);
  process.exit(2);
}
// Peers read local time from the process's zone.
const env = { ...process.env, TZ: 'UTC' };
const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
  stdio: 'inherit',
  env,
});
process.exit(run.status ?? 1);
