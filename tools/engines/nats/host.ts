/** NATS with JetStream on disk, as a process with a URL. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect as openSocket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endChild, rememberEngine, runHost, type StartedEngine, spawnEngine, whenEnded } from '../host.ts';
import { ensureNatsServer } from './binary.ts';
import { whenStuck } from './stuck.ts';

const START_WITHIN_MS = 30_000;

/** JSON strings are valid strings in NATS's configuration language too. */
function configuration(store: string, port: number, token: string): string {
  return [
    `listen: ${JSON.stringify(`127.0.0.1:${port}`)}`,
    `server_name: ${JSON.stringify(`reglament-${randomBytes(3).toString('hex')}`)}`,
    `authorization { token: ${JSON.stringify(token)} }`,
    `jetstream { store_dir: ${JSON.stringify(store)}, max_memory_store: 64MB }`,
    'max_payload: 4MB',
    'max_pending: 64MB',
    '',
  ].join('\n');
}

/** True when the server greets: it accepts connections only after JetStream has recovered its streams. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openSocket(port, '127.0.0.1');
    const end = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('data', (chunk) => end(chunk.toString().startsWith('INFO')));
    socket.once('error', () => end(false));
  });
}

await runHost('nats', async ({ data, port, secret }): Promise<StartedEngine> => {
  const server = ensureNatsServer((line) => process.stderr.write(`nats: ${line}\n`));
  const file = path.join(data, 'nats.conf');
  writeFileSync(file, configuration(path.join(data, 'store'), port, secret), { mode: 0o600 });

  const child = spawnEngine(server, ['-c', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const died = whenEnded('nats-server', child);
  if (child.pid !== undefined) rememberEngine(data, child.pid, file);
  for (const deadline = performance.now() + START_WITHIN_MS; !(await greets(port)); await pause(20)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`did not start: ${await died}`);
    if (performance.now() > deadline) throw new Error(`did not answer on port ${port} within 30 s`);
  }
  const url = `nats://${secret}@127.0.0.1:${port}`;
  const stuck = whenStuck(url).then((sentence) => {
    child.kill('SIGKILL');
    return sentence;
  });
  const ended = Promise.race([died, stuck]);
  const stop = () => endChild(child, 'SIGTERM', 15_000);
  return child.pid === undefined ? { url, ended, stop } : { url, enginePid: child.pid, ended, stop };
});
