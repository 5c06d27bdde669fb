import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

// Runs in the test runner itself, where Node strips the types: erasable syntax only.

const hostsFolder = path.resolve(import.meta.dirname, '../../../tools/engines');
const startWithinMs = 90_000;

export interface Host {
  readonly url: string;
  /** The engine's own process, for tests that kill it. */
  readonly enginePid: number;
  /** Further addresses, such as the mailbox's `smtpUrl`. */
  readonly urls: Readonly<Record<string, unknown>>;
  /** Resolves when the host has ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface HostSettings {
  readonly data: string;
  readonly port: number;
  readonly secret: string;
  /** What this engine is told beside that, such as ClickHouse's readers. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts one engine as a process of its own, through the same host that `npm start` uses. It stops with this process.
 * @throws Error with what the host wrote when it does not become ready
 */
export async function startHost(engine: string, { data, port, secret, env }: HostSettings): Promise<Host> {
  const file = path.join(hostsFolder, engine, 'host.ts');
  const child = spawn(process.execPath, [file, '--data', data, '--port', String(port)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env, ENGINE_SECRET: secret, ENGINE_DURABLE: 'no', NODE_OPTIONS: '' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await readyLine(engine, child);
  return {
    url: String(ready.url),
    enginePid: Number(ready.enginePid),
    urls: ready,
    ended,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

async function readyLine(engine: string, child: ChildProcess): Promise<Record<string, unknown>> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${engine} ${why}\n${said}`));
    const timer = setTimeout(() => fail(`was not ready within ${startWithinMs} ms`), startWithinMs);
    child.once('exit', (code) => fail(`ended with code ${code}`));
    if (child.stdout === null) return fail('has no output');
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('{')) return;
      clearTimeout(timer);
      resolve(JSON.parse(line));
    });
  });
}

/** A port that was free a moment ago, on 127.0.0.1. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
