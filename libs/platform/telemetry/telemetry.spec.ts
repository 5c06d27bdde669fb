import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createLogger, currentTraceparent, Metrics, withTrace } from './index.ts';

const incoming = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

test('a step keeps the trace it was called with, under a span of its own, across awaits', async () => {
  const seen = await withTrace(incoming, async () => {
    await pause(1);
    return currentTraceparent();
  });
  expect(seen).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  expect(seen).not.toBe(incoming);
  expect(currentTraceparent()).toBeUndefined();
});

test.each([undefined, '', 'nonsense', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, 'x'.repeat(5000)])(
  'a traceparent that cannot be read begins a new trace: %p',
  (given) => {
    expect(withTrace(given, currentTraceparent)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  },
);

test('a log line carries the trace and no secret, wherever it hides', () => {
  const lines: string[] = [];
  const logger = createLogger({
    name: 'test',
    instance: '1',
    level: 'info',
    destination: { write: (line) => lines.push(line) },
  });
  withTrace(incoming, () =>
    logger.info(
      {
        password: 'hunter2',
        headers: { authorization: 'Bearer hunter2', 'x-api-key': 'hunter2' },
        deep: { requester: { email: 'hunter2@example.org' } },
        err: new Error('no connection', { cause: new Error('postgres://root:hunter2@db/x refused') }),
      },
      'said',
    ),
  );
  expect(lines.join('')).not.toContain('hunter2');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    service: 'test',
    traceId: '0af7651916cd43dd8448eb211c80319c',
    msg: 'said',
    err: { message: 'no connection', cause: { message: 'postgres://[…]@db/x refused' } },
  });
});

test('an instrument asked for twice is one instrument', async () => {
  const metrics = new Metrics({ service: 'test' });
  metrics.counter({ name: 'things_total', help: 'things', labelNames: ['kind'] }).inc({ kind: 'a' });
  metrics.counter({ name: 'things_total', help: 'things', labelNames: ['kind'] }).inc({ kind: 'a' });
  expect(await metrics.registry.metrics()).toContain('things_total{kind="a",service="test"} 2');
});

test('a service whose log cannot be written, on a full disk, goes on', async () => {
  const full = openSync('/dev/full', 'w');
  const script = `import { createLogger } from './libs/platform/telemetry/logger.ts';
    const logger = createLogger({ name: 'test', instance: '1', level: 'info' });
    for (let line = 0; line < 100; line += 1) logger.error({ line }, 'there is no room');
    setTimeout(() => process.exit(7), 50);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', full, 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const outcome = await Promise.race([ended, pause(4_000, 'it hangs')]);
  child.kill('SIGKILL');
  closeSync(full);
  expect(outcome).toBe(7);
});
