import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, type Host, startHost } from './hosts.ts';

/** An engine that belongs to one test file, which may do to it what happens to engines. */
export interface OwnEngine {
  /** Stays the same over stops and starts. */
  readonly url: string;
  /** The folder of its data: to be touched only while it is stopped. */
  readonly data: string;
  /** Kills the engine as a crash would (SIGKILL). */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  start(): Promise<void>;
  /** Deletes everything it has stored; only while it is stopped. */
  wipe(): void;
  /** Stops it and deletes its data. */
  close(): Promise<void>;
}

/** @param env what the engine's host is told beside its folder, port and secret */
export async function ownEngine(engine: string, env: Readonly<Record<string, string>> = {}): Promise<OwnEngine> {
  const folder = mkdtempSync(path.join(tmpdir(), `reglament-${engine}-`));
  // The engine may run as another user, who has to be able to pass through.
  chmodSync(folder, 0o711);
  const settings = { data: path.join(folder, engine), port: await freePort(), secret: 'only-in-tests', env };
  let host: Host | undefined = await startHost(engine, settings);
  const { url } = host;
  const stop = async () => {
    await host?.stop();
    host = undefined;
  };
  return {
    url,
    data: settings.data,
    stop,
    async kill() {
      if (host === undefined) return;
      process.kill(host.enginePid, 'SIGKILL');
      await host.ended;
      host = undefined;
    },
    async start() {
      host ??= await startHost(engine, settings);
    },
    wipe() {
      if (host !== undefined) throw new Error(`${engine} is running: stop it before its data is deleted`);
      rmSync(settings.data, { recursive: true, force: true });
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
