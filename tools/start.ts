/** `npm start`: build, engines, migrations, services, and then staying with them until Ctrl-C. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { speakWithoutFear } from '@reglament/engines/host';
import { whenParentIsGone } from './lifeline.ts';
import { readOptions, type StartOptions, USAGE, UsageError } from './start/options.ts';
import { Output } from './start/output.ts';
import { Platform } from './start/platform.ts';
import { announce } from './start/ready.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** npm and the terminal may both pass on one Ctrl-C: what follows within this time is the same one. */
const SAME_SIGNAL_MS = 1_500;

function options(): StartOptions {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  try {
    const cwd = process.env.INIT_CWD ?? process.cwd();
    return readOptions(process.argv.slice(2), existsSync(cwd) ? cwd : ROOT, Temporal.Now.instant().toString());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    return process.exit(2);
  }
}

speakWithoutFear();
const chosen = options();
const output = new Output(chosen);
const platform = new Platform(ROOT, chosen, output);

let stoppingSince: number | undefined;
async function stop(code: number, why: string): Promise<void> {
  if (stoppingSince !== undefined) {
    if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(130);
    return;
  }
  stoppingSince = performance.now();
  output.line(`\n${why}: stopping the services, then the engines`);
  await platform.stop();
  output.line('Stopped. Everything is kept for the next start.');
  process.exit(code);
}
process.on('SIGINT', () => void stop(0, 'Ctrl-C'));
process.on('SIGTERM', () => void stop(0, 'Asked to stop'));
process.on('SIGHUP', () => void stop(0, 'The terminal is gone'));
whenParentIsGone(() => void stop(0, 'The parent is gone'));

try {
  await platform.start();
  if (stoppingSince === undefined) announce(ROOT, chosen, platform, output);
} catch (error) {
  if (stoppingSince === undefined) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await platform.stop();
    process.exit(1);
  }
}
