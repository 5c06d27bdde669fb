import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, type Host, hasHost, startHost } from './hosts.ts';

/** Starts the engines that all test files of a run share, once, and tells the workers where they are. */
export default async function startSharedEngines(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-test-'));
  // PostgreSQL may run as another user, who has to be able to pass through.
  chmodSync(folder, 0o711);
  const shared = ['postgres', 'clickhouse'].filter(hasHost);
  const hosts = await Promise.all(
    shared.map(async (engine) => {
      const settings = {
        data: path.join(folder, engine),
        port: await freePort(),
        secret: randomBytes(12).toString('hex'),
      };
      return [engine, await startHost(engine, settings)] as const;
    }),
  );
  for (const [engine, host] of hosts) process.env[`TEST_${engine.toUpperCase()}_URL`] = host.url;
  keep(
    folder,
    hosts.map(([, host]) => host),
  );
}

function keep(folder: string, hosts: readonly Host[]): void {
  const stop = async () => {
    await Promise.all(hosts.map((host) => host.stop()));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  Object.assign(globalThis, { stopSharedEngines: stop });
}
