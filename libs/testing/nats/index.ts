import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, type Host, startHost } from '../engines/index.ts';

export interface TestNats {
  /** Stays the same over stops and starts. */
  readonly url: string;
  /** Kills the server as a crash would (SIGKILL). */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  start(): Promise<void>;
  /** Deletes everything JetStream has stored; only while it is stopped. */
  wipe(): void;
  /** Stops it and deletes its data. */
  close(): Promise<void>;
}

/** A NATS server of the test file's own: stream names are the same everywhere, so files must not share one. */
export async function testNats(): Promise<TestNats> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-nats-'));
  chmodSync(folder, 0o711);
  const settings = { data: path.join(folder, 'nats'), port: await freePort(), secret: 'only-in-tests' };
  let host: Host | undefined = await startHost('nats', settings);
  const { url } = host;
  const stop = async () => {
    await host?.stop();
    host = undefined;
  };
  return {
    url,
    stop,
    async kill() {
      if (host === undefined) return;
      process.kill(host.enginePid, 'SIGKILL');
      await host.ended;
      host = undefined;
    },
    async start() {
      host ??= await startHost('nats', settings);
    },
    wipe() {
      if (host !== undefined) throw new Error('NATS is running: stop it before its data is deleted');
      rmSync(settings.data, { recursive: true, force: true });
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
