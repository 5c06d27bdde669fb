/** Finds `nats-server`, or installs it where that takes one command, or says how to get it. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** An ordinary user's PATH on Debian lacks /usr/sbin, where its package puts the server. */
const MORE_FOLDERS = ['/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];

export function findNatsServer(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [...(env.PATH ?? '').split(path.delimiter), ...MORE_FOLDERS];
  const files = folders.filter((folder) => folder !== '').map((folder) => path.join(folder, 'nats-server'));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The command for this platform, as a sentence for a person. */
export function howToGetNats(): string {
  if (process.platform === 'darwin') return 'Install it with `brew install nats-server`, or set NATS_URL.';
  if (canInstallPackages(false)) return 'Install it with `sudo apt-get install nats-server`, or set NATS_URL.';
  return 'Install the package nats-server of your system, or put the program from nats.io on the PATH, or set NATS_URL.';
}

/** True when Debian's package tool is here and, if `asRoot`, usable by us. */
export function canInstallPackages(asRoot: boolean): boolean {
  return spawnSync('apt-get', ['--version']).status === 0 && (!asRoot || process.getuid?.() === 0);
}

/** Installs Debian packages; returns the end of what the tool said when it failed, '' when it worked. */
export function installPackages(packages: readonly string[], say: (line: string) => void): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: string[]) => spawnSync('apt-get', args, { encoding: 'utf8', env });
  say(`installing ${packages.join(', ')} with apt-get`);
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  let done = run(install);
  if (done.status !== 0) {
    run(['update', '-q']);
    done = run(install);
  }
  return done.status === 0 ? '' : `${done.stdout}${done.stderr}`.trim().slice(-1000);
}

/** The path of `nats-server`; installs it when possible. Throws a sentence that says what to do otherwise. */
export function ensureNatsServer(say: (line: string) => void): string {
  const found = findNatsServer();
  if (found !== undefined) return found;
  let why = '';
  if (canInstallPackages(true)) {
    why = installPackages(['nats-server'], say);
    const installed = findNatsServer();
    if (installed !== undefined) return installed;
  }
  throw new Error(`nats-server is not installed. ${howToGetNats()}${why === '' ? '' : `\n${why}`}`);
}
