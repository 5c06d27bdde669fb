import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const version = 'go.k6.io/k6@v1.8.1';

/** What to tell a person on whose machine neither k6 nor Go is found. */
export const howToGetK6 =
  'k6 is needed to run load tests. Install it from your package manager (https://grafana.com/docs/k6/latest/set-up/install-k6/), ' +
  'or install Go and run this command again: k6 is then built once and kept.';

/**
 * Finds k6 on the PATH or among what was built before; else builds it with Go, once, into `folder`.
 * @returns the program's path, or null where there is neither k6 nor Go
 */
export function findK6(folder: string, say: (line: string) => void): string | null {
  if (spawnSync('k6', ['version'], { stdio: 'ignore' }).status === 0) return 'k6';
  const built = join(folder, 'k6');
  if (existsSync(built)) return built;
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) return null;
  say(`Building k6 (${version}) with Go, once; this takes a few minutes …`);
  mkdirSync(folder, { recursive: true });
  const made = spawnSync('go', ['install', version], { env: { ...process.env, GOBIN: folder }, stdio: 'inherit' });
  return made.status === 0 && existsSync(built) ? built : null;
}
