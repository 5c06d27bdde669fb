/** ClickHouse as a process with a URL: chDB (ClickHouse's engine as a library) behind ClickHouse's HTTP interface. */
import path from 'node:path';
import { runHost, type StartedEngine } from '../host.ts';

/** Queries that run at the same time; chDB holds one thread of Node's pool for each. */
const RUNNING = 12;
const WAITING = 500;
const THREADS = String(RUNNING + 4);

// Node's thread pool is sized before the first line of a program runs, so the process starts itself anew in its place:
// same pid, same pipes.
if (process.env.UV_THREADPOOL_SIZE !== THREADS && typeof process.execve === 'function') {
  const program = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve(process.execPath, program, { ...process.env, UV_THREADPOOL_SIZE: THREADS });
}

await runHost('clickhouse', async ({ data, port, secret }): Promise<StartedEngine> => {
  const { Engine } = await import('./engine.ts');
  const { HttpInterface } = await import('./http.ts');
  const engine = new Engine(path.join(data, 'store'), { running: RUNNING, waiting: WAITING });
  const server = new HttpInterface(engine, { secret, incoming: path.join(data, 'incoming') });
  await server.listen(port);
  const user = secret === '' ? '' : `default:${encodeURIComponent(secret)}@`;
  return { url: `http://${user}127.0.0.1:${port}`, stop: () => server.close() };
});
