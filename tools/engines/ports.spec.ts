import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const script = `
  const { findPort } = await import(${JSON.stringify(path.join(import.meta.dirname, 'ports.ts'))});
  const found = [];
  for (let count = 0; count < 150; count += 1) found.push(await findPort(new Set(found)));
  process.stdout.write(JSON.stringify(found));
  // Alive until all have found theirs: a claim ends with its process.
  await new Promise((resolve) => process.stdin.once('end', resolve).resume());
`;

test('processes that look for ports at the same time find different ones, though nobody listens yet', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-ports-test-'));
  const env = { ...process.env, TMPDIR: folder };
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  const running = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, args, { env }));
  const heard = running.map(
    ({ child }) => new Promise((resolve) => child.stdout?.once('data', resolve) ?? resolve(undefined)),
  );
  await Promise.all(heard);
  for (const { child } of running) child.stdin?.end();
  const found = (await Promise.all(running)).flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
  expect(found).toHaveLength(600);
  expect(new Set(found).size).toBe(600);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
