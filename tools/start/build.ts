/** Brings what is compiled and the console's pages up to date; does nothing where nothing changed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inputsHash } from './inputs.ts';

/** Runs a command to its end; rejects with what it printed when it fails. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let said = '';
    const keep = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-50_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${path.basename(command)} ${args.join(' ')} failed (code ${code}):\n${said.trim()}`));
    });
  });
}

/**
 * Compiles everything, which checks the types and makes what the tools import: the compiler itself knows what changed. Its memory of faults can outlive the
 * fault (seen with TypeScript 7.0.2 and re-exported names), so a failure counts only when it comes again from scratch.
 */
export async function compile(root: string): Promise<void> {
  const compiler = path.join(root, 'node_modules', '.bin', 'tsc');
  try {
    await run(compiler, ['-b', 'tsconfig.build.json'], root);
  } catch {
    await run(compiler, ['-b', '--force', 'tsconfig.build.json'], root);
  }
}

const CONSOLE_INPUTS = ['apps/console/**/*', 'libs/contracts/**/*.ts', 'libs/domain/**/*.ts', 'package-lock.json'];

/** Builds the console's pages when their inputs changed. Says whether it had to. */
export async function buildConsole(root: string): Promise<boolean> {
  const folder = path.join(root, 'apps', 'console');
  const stamp = path.join(root, 'node_modules', '.cache', 'reglament', 'console-inputs');
  const inputs = inputsHash(root, CONSOLE_INPUTS);
  const isBuilt = existsSync(path.join(folder, 'dist', 'index.html'));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return false;
  await run('npm', ['run', 'build', '-w', 'apps/console'], root);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
  return true;
}
