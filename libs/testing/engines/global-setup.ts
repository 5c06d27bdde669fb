import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startHost } from './hosts.ts';

/** Starts PostgreSQL once for all test files of a run (each has its own database in it) and tells the workers where it is. */
export default async function startSharedEngines(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-test-'));
  // PostgreSQL may run as another user, who has to be able to pass through.
  chmodSync(folder, 0o711);
  const settings = {
    data: path.join(folder, 'postgres'),
    port: await freePort(),
    secret: randomBytes(12).toString('hex'),
  };
  const host = await startHost('postgres', settings);
  process.env.TEST_POSTGRES_URL = host.url;
  const stop = async () => {
    await host.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  Object.assign(globalThis, { stopSharedEngines: stop });
}
