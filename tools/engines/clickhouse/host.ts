/** ClickHouse as a process with a URL: chDB (ClickHouse's engine as a library) behind ClickHouse's HTTP interface. */
import { writeFileSync } from 'node:fs';
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

/** ClickHouse wants its users as a file, named by another. */
function writeConfig(data: string, usersXml: string): string {
  const [config, users] = [path.join(data, 'config.xml'), path.join(data, 'users.xml')];
  writeFileSync(users, usersXml, { mode: 0o600 });
  writeFileSync(
    config,
    `<clickhouse><users_config>${users.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</users_config></clickhouse>\n`,
    { mode: 0o600 },
  );
  return config;
}

await runHost('clickhouse', async ({ data, port, secret }): Promise<StartedEngine> => {
  const { Engine } = await import('./engine.ts');
  const { HttpInterface } = await import('./http.ts');
  const { readReaders } = await import('./reading/reader.ts');
  const readers = readReaders(process.env.ENGINE_READERS);
  delete process.env.ENGINE_READERS;
  const engine = new Engine(path.join(data, 'store'), {
    limits: { running: RUNNING, waiting: WAITING },
    ...(readers === undefined ? {} : { config: writeConfig(data, readers.usersXml) }),
  });
  const server = new HttpInterface(engine, {
    secret,
    readers: readers?.accounts ?? [],
    incoming: path.join(data, 'incoming'),
  });
  await server.listen(port);
  const user = secret === '' ? '' : `default:${encodeURIComponent(secret)}@`;
  return { url: `http://${user}127.0.0.1:${port}`, stop: () => server.close() };
});
