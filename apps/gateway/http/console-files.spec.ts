import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ConsoleFiles } from './console-files.ts';

const script = `console.log(${JSON.stringify('x'.repeat(5_000))})`;
const folder = mkdtempSync(path.join(tmpdir(), 'console-'));
mkdirSync(path.join(folder, 'assets'));
writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
writeFileSync(path.join(folder, 'assets', 'index-abc.js'), script);
writeFileSync(path.join(folder, 'secret.env'), 'not served');
afterAll(() => rmSync(folder, { recursive: true }));

const files = ConsoleFiles.read(folder);
const serve = (name: string, accept?: string) => files?.serve(name, accept);

test('a script is compressed as the client takes it, and whole otherwise', async () => {
  const br = await serve('assets/index-abc.js', 'gzip, deflate, br');
  expect(br).toMatchObject({ encoding: 'br', type: 'text/javascript; charset=utf-8' });
  expect(brotliDecompressSync(br?.body ?? Buffer.alloc(0)).toString()).toBe(script);
  const gz = await serve('assets/index-abc.js', 'gzip');
  expect(gunzipSync(gz?.body ?? Buffer.alloc(0)).toString()).toBe(script);
  expect((await serve('assets/index-abc.js', 'br;q=0'))?.encoding).toBeNull();
  expect((await serve('assets/index-abc.js'))?.body.toString()).toBe(script);
  expect(new Set([br?.etag, gz?.etag]).size).toBe(2);
});

test.each(['../secret', 'secret.env', 'assets', '', 'assets/../index.html', '/etc/passwd', '__proto__'])(
  'nothing is served for %p',
  async (name) => {
    expect(await serve(name)).toBeUndefined();
  },
);

test('without a built page there is no console', () => {
  expect(ConsoleFiles.read(undefined)).toBeUndefined();
  expect(ConsoleFiles.read(path.join(folder, 'assets'))).toBeUndefined();
});
