import { unzipSync } from 'fflate';
import { zipOf, zipSize } from './index.ts';

const texts = { 'manifest.json': '{}', 'recordings/01-дзвінок.ogg': 'x'.repeat(100_000), 'empty.txt': '' };
const entries = Object.entries(texts).map(([name, text]) => {
  const content = new TextEncoder().encode(text);
  return { name, bytes: content.length, content: () => Promise.resolve(content) };
});

async function whole(given = entries): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(given)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('an archive holds what was put in, under its names, and is as large as was said', async () => {
  const zip = await whole();
  const read = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
  expect(Object.fromEntries(read)).toEqual(texts);
  expect(zip.length).toBe(zipSize(entries));
});

test('the same entries give the same bytes in every zone and at every hour', async () => {
  const zone = process.env.TZ;
  const made: string[] = [];
  for (const TZ of ['UTC', 'Asia/Almaty', 'America/New_York']) {
    process.env.TZ = TZ;
    made.push((await whole()).toString('base64'));
  }
  process.env.TZ = zone;
  expect(new Set(made).size).toBe(1);
});

test('an entry that has changed since it was listed ends the archive', async () => {
  const changed = entries.map((entry) => ({ ...entry, bytes: entry.bytes + 1 }));
  await expect(whole(changed)).rejects.toThrow('manifest.json has 2 bytes, 3 were expected');
});
