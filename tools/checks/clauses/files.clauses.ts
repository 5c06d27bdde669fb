// Files with requests: brought before they are sent, kept with the request, told by their bytes.
import { deflateSync } from 'node:zlib';
import { soon } from './bench.ts';
import { bench, file, fileFor, type Tenant, tryToFile } from './eastern.ts';
import type { FileFacts } from './shapes.ts';

interface Conversation {
  readonly conversation: readonly { readonly files: readonly FileFacts[] }[];
}

const plan = new TextEncoder().encode('1. Открыть документ\n2. Нажать «Подписать»\n');

/** A picture of one colour, large enough to be one; `shade` makes each its own. */
function picture(shade: number): Uint8Array<ArrayBuffer> {
  const chunk = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, body, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(64, 0);
  head.writeUInt32BE(64, 4);
  head.set([8, 0], 8);
  const pixels = Buffer.alloc(64 * 65, shade);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      ...[chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))],
    ]),
  );
}

const bring = async (tenant: Tenant, name: string, content: Uint8Array<ArrayBuffer>): Promise<string> => {
  const { status, body } = await bench().bring(tenant, name, content);
  expect([status, body.name]).toEqual([201, name]);
  return body.fileId;
};

const filesOf = async (tenant: Tenant, requestId: string) =>
  (await bench().get<Conversation>(`agent@${tenant}`, `/intake/requests/${requestId}`)).conversation.map(
    ({ files }) => files,
  );

test('edoc 12: what helps to look into it comes with the request, and more with a later message; the agent reads it byte by byte', async () => {
  const shot = await bring('edoc', 'Снимок «Подписать».png', picture(7));
  const steps = await bring('edoc', 'шаги.txt', plan);
  const { requestId, number, email } = await file('edoc', { attachments: [shot, steps] });
  const [first] = await filesOf('edoc', requestId);
  expect(first).toMatchObject([
    { fileId: shot, name: 'Снимок «Подписать».png', type: 'image/png', bytes: picture(7).length },
    { fileId: steps, type: 'text/plain' },
  ]);
  const got = await bench().fetchFile('agent@edoc', requestId, steps);
  expect(got).toMatchObject({ status: 200, type: 'text/plain', bytes: Buffer.from(plan) });
  expect(got.disposition).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('шаги.txt')}`);

  const more = await bring('edoc', 'ещё.png', picture(9));
  const message = { number, contact: email, text: 'Вот ещё снимок', attachments: [more] };
  await bench().post(null, '/intake/hotlines/edoc/status/messages', message);
  expect((await filesOf('edoc', requestId)).at(-1)).toMatchObject([{ fileId: more }]);
});

test('edoc 12: a file is read by those who see the request, and by nobody of another hotline', async () => {
  const shot = await bring('edoc', 'a.png', picture(1));
  const { requestId } = await file('edoc', { attachments: [shot] });
  const other = await file('edoc');
  expect((await bench().fetchFile('moderator@edoc', requestId, shot)).status).toBe(200);
  expect((await bench().fetchFile('moderator@edoc', other.requestId, shot)).status).toBe(404);
  expect((await bench().fetchFile('moderator@kz-portal', requestId, shot)).status).toBe(404);
  expect((await bench().fetchFile('administrator@edoc', requestId, shot)).status).toBe(403);
  const stolen = await tryToFile('kz-portal', { attachments: [shot] });
  expect([stolen.status, stolen.body.errors]).toMatchObject([422, [{ field: 'attachments.0', rule: 'unknownFile' }]]);
});

test('kz-portal 30-18: several screenshots come with the question; what is no image, too large or too much is refused by name', async () => {
  const shots = await Promise.all([1, 2, 3].map((shade) => bring('kz-portal', `${shade}.png`, picture(shade))));
  const { requestId } = await file('kz-portal', { attachments: shots });
  expect((await filesOf('kz-portal', requestId))[0]?.map(({ fileId }) => fileId)).toEqual(shots);

  const refused = async (name: string, content: Uint8Array<ArrayBuffer>) => {
    const { status, body } = await bench().bring('kz-portal', name, content);
    return [status, body.errors?.map(({ rule }) => rule)];
  };
  const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
  expect(await refused('screen.png', page)).toEqual([422, ['fileTypeNotTaken']]);
  const large = new Uint8Array(6 * 1024 * 1024);
  large.set(picture(1));
  expect(await refused('large.png', large)).toEqual([422, ['fileTooLarge']]);
  expect(await refused('empty.png', new Uint8Array())).toEqual([422, ['emptyFile']]);
  const six = await tryToFile('kz-portal', { attachments: Array.from({ length: 6 }, () => crypto.randomUUID()) });
  expect([six.status, six.body.errors]).toMatchObject([422, [{ field: 'attachments', rule: 'tooManyFiles' }]]);
});

test('edoc 12: the agent answers with a file; the letter names it, the requester opens it byte by byte, and nobody else does', async () => {
  const { requestId, number, email } = await fileFor('agent', 'edoc');
  const other = await fileFor('agent', 'edoc');
  const brought = await bench().bringForAnswer('agent@edoc', requestId, 'шаги.txt', plan);
  expect([brought.status, brought.body.name]).toEqual([201, 'шаги.txt']);
  const { fileId } = brought.body;
  const named = { text: 'Шаги в файле.', attachments: [fileId] };
  // Of another request, and what a requester brought: refused before anything is said.
  const stranger = await bring('edoc', 'чужой.txt', plan);
  for (const [of, attachments] of [
    [other.requestId, [fileId]],
    [requestId, [stranger]],
  ] as const) {
    const refused = await bench().call(
      'agent@edoc',
      'POST',
      `/routing/requests/${of}/reply`,
      { ...named, attachments },
      'kk',
    );
    expect([refused.status, refused.body]).toMatchObject([
      422,
      {
        code: 'files-not-taken',
        clause: '12',
        errors: [{ field: 'attachments.0', message: 'Бұл файл енді жоқ. Оны қайта тіркеңіз.' }],
      },
    ]);
  }
  await bench().act('agent@edoc', requestId, 'reply', named);
  await soon(async () =>
    expect((await filesOf('edoc', requestId)).at(-1)).toMatchObject([{ fileId, name: 'шаги.txt' }]),
  );
  expect((await bench().letter('edoc', email, 'К сообщению приложены файлы')).text).toContain('• шаги.txt');
  expect((await filesOf('edoc', other.requestId)).flat()).toEqual([]);

  const own = (asked: { number: string; contact: string }, tenant = 'edoc') =>
    bench().fetchBytes(null, `/intake/hotlines/${tenant}/status/files/${fileId}`, {}, asked);
  const got = await own({ number, contact: email });
  expect(got).toMatchObject({ status: 200, type: 'text/plain', bytes: Buffer.from(plan) });
  expect(got.disposition).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('шаги.txt')}`);
  expect((await own({ number: other.number, contact: other.email })).status).toBe(404);
  expect((await own({ number, contact: other.email })).status).toBe(404);
  expect((await own({ number, contact: email }, 'kz-portal')).status).toBe(404);
  expect((await bench().fetchFile('agent@kz-portal', requestId, fileId)).status).toBe(404);
  expect((await bench().bringForAnswer('agent@kz-portal', requestId, 'a.txt', plan)).status).toBe(404);
  expect((await bench().bringForAnswer('manager@edoc', requestId, 'a.txt', plan)).status).toBe(403);
});
