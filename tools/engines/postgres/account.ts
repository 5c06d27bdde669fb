/**
 * The system account PostgreSQL runs as. It refuses to run as root, so root (a container, a build machine) runs it
 * as the system user `postgres`, which is made when absent.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

export interface Account {
  /** Only when it differs from ours. */
  readonly uid?: number;
  readonly gid?: number;
  /** What `setpriv` needs to become this account; empty when it is the one we are. */
  readonly setpriv: readonly string[];
}

function idOf(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

function makeUser(): void {
  spawnSync('groupadd', ['--system', 'postgres']);
  const made = spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    throw new Error(
      'PostgreSQL refuses to run as root, and the system user `postgres` could not be made ' +
        `(${made.error?.message ?? made.stderr.trim()}). Make it with \`useradd --system postgres\`, ` +
        'or start as an ordinary user, or set DATABASE_URL.',
    );
  }
}

/** True when every folder on the way can be entered by others. */
function isReachable(folder: string): boolean {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Chooses the account; `folders` are those it must be able to reach. */
export function chooseAccount(folders: readonly string[]): Account {
  if (process.getuid?.() !== 0) return { setpriv: [] };
  if (idOf('-u') === undefined) makeUser();
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid === undefined || gid === undefined) throw new Error('The system user `postgres` has no id.');
  if (spawnSync('setpriv', ['--version']).status !== 0) {
    throw new Error(
      'Running as root needs `setpriv` (package util-linux), or set DATABASE_URL, or start as an ordinary user.',
    );
  }
  const setpriv = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  if (!folders.every(isReachable)) {
    // Under a closed home folder such as /root: the one capability that lets the account pass closed folders. It must
    // count for access(2) too, by which initdb looks for its programs: hence the security bit.
    setpriv.push('--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup');
  }
  return { uid, gid, setpriv };
}
