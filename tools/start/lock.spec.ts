import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimData, emptyData, releaseData } from './lock.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'reglament-lock-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test('a folder on which a platform runs is refused, with its process', () => {
  const script = 'tools/start.ts';
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()', script], { stdio: 'pipe' });
  writeFileSync(path.join(data, 'start.pid'), String(other.pid));
  expect(claimData(data)).toEqual({ pid: other.pid });
  other.kill('SIGKILL');
});

test('what a killed platform left is claimed, also when its number now belongs to another program', () => {
  writeFileSync(path.join(data, 'start.pid'), '1');
  expect(claimData(data)).toBeUndefined();
  releaseData(data);
  expect(existsSync(path.join(data, 'start.pid'))).toBe(false);
});

test('--fresh removes what we keep and nothing else', () => {
  writeFileSync(path.join(data, 'secrets.json'), '{}');
  writeFileSync(path.join(data, 'thesis.txt'), 'not ours');
  emptyData(data);
  expect(existsSync(path.join(data, 'secrets.json'))).toBe(false);
  expect(existsSync(path.join(data, 'thesis.txt'))).toBe(true);
});
