import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** What `npm start -- --json` says when it is ready. */
export interface ReadyLine {
  readonly ready: true;
  readonly url: string;
  readonly hotlines: readonly { readonly tenant: string; readonly url: string }[];
  readonly logins: readonly {
    readonly tenant: string;
    readonly login: string;
    readonly password: string;
    readonly roles: readonly string[];
  }[];
  readonly engines: Readonly<Record<string, string>>;
  /** Each service's instances, past the gateway. */
  readonly services: Readonly<Record<string, readonly string[]>>;
  readonly pids: Readonly<Record<string, number>>;
}

export interface Platform extends ReadyLine {
  stop(): Promise<void>;
}

/**
 * Starts the whole platform as a newcomer would, on free ports, and waits for its ready line.
 * @throws Error with the last lines it said when it ends or is not ready within `withinMs` (real milliseconds)
 */
export async function startPlatform(options: {
  readonly data: string;
  readonly args?: readonly string[];
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly withinMs?: number;
}): Promise<Platform> {
  const args = ['tools/start.mjs', '--json', '--port', '0', '--data', options.data, ...(options.args ?? [])];
  const child = spawn(process.execPath, args, {
    cwd: resolve('.'),
    stdio: ['pipe', 'pipe', 'pipe'],
    // It stops when we are gone, also when we were killed.
    env: { ...process.env, ...options.env, REGLAMENT_LIFELINE: 'stdin' },
  });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.push(text);
    if (said.length > 200) said.shift();
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const ready = new Promise<ReadyLine>((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`the platform was not ready in time:\n${said.join('')}`)),
      options.withinMs ?? 300_000,
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      clearTimeout(timer);
      done(JSON.parse(line) as ReadyLine);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the platform ended with code ${code}:\n${said.join('')}`));
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  try {
    return { ...(await ready), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
