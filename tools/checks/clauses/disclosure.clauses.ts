// A package of recordings and correspondence on the main administrator's demand: unpacked, and each checksum compared.
import { createHash } from 'node:crypto';
import { wav } from '@reglament/testing/audio';
import { unzipSync } from 'fflate';
import { lastOf, soon } from './bench.ts';
import { bench, file } from './eastern.ts';

interface Disclosure {
  readonly disclosureId: string;
  readonly status: string;
  readonly manifestSha256: string | null;
  readonly bytes: number | null;
  readonly handings: readonly { readonly by: string }[];
  readonly entries: readonly Listed[];
}

interface Listed {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const one = (disclosureId: string) =>
  bench().get<Disclosure>('administrator@kuty', `/intake/disclosures/${disclosureId}`);

/** A request with an answer and a recorded call. */
async function recorded(sound: Uint8Array<ArrayBuffer>) {
  const filed = await file('kuty', { text: 'Мене образили по телефону.' });
  const { requestId } = filed;
  await bench().work('moderator@kuty', requestId);
  await bench().assign('kuty', requestId, 'agent');
  await bench().act('agent@kuty', requestId, 'reply', { text: 'Вибачте, ми розберемося.' });
  await bench().post('agent@kuty', `/routing/requests/${requestId}/calls`, { outcome: 'answered' });
  const call = await soon(async () => {
    const { items } = await bench().get<{ items: { callId: string }[] }>(
      'agent@kuty',
      `/intake/requests/${requestId}/calls`,
    );
    if (items[0] === undefined) throw new Error('the call is not known yet');
    return items[0];
  });
  const address = `/intake/requests/${requestId}/calls/${call.callId}/recordings`;
  const kept = await bench().send(await bench().as('kuty', 'agent'), address, 'розмова.wav', sound);
  expect(kept.status).toBe(201);
  return filed;
}

test('kuty 1.3: on the main administrator’s demand recordings and correspondence are handed over; every checksum is that of the manifest, and all of it is on record', async () => {
  const sound = wav(4, 523);
  const { requestId, number } = await recorded(sound);
  const reason = 'Скарга абонента: перевіряємо розмову';
  const { disclosureId } = await bench().post<Disclosure>('administrator@kuty', '/intake/disclosures', {
    number,
    reason,
  });
  const ready = await soon(async () => {
    const found = await one(disclosureId);
    expect(found.status).toBe('ready');
    return found;
  });
  const take = () => bench().fetchBytes('administrator@kuty', `/intake/disclosures/${disclosureId}/package`, {}, {});
  const taken = await take();
  expect([taken.status, taken.type, taken.bytes.length]).toEqual([200, 'application/zip', ready.bytes]);
  const unpacked = unzipSync(taken.bytes);
  const { 'manifest.json': manifest = new Uint8Array(), ...entries } = unpacked;
  expect(sha256(manifest)).toBe(ready.manifestSha256);
  const listed = JSON.parse(Buffer.from(manifest).toString()) as {
    entries: Listed[];
    demanded: object;
    regulation: object;
  };
  expect(listed.entries).toEqual(
    Object.entries(entries).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  );
  expect(listed).toMatchObject({
    request: { number, requestId },
    demanded: { reason, by: { as: 'Головний адміністратор' } },
    regulation: { clause: '1.3', edition: '2021-04-20' },
  });
  expect(sha256(entries['recordings/01-розмова.wav'] ?? new Uint8Array())).toBe(sha256(sound));
  const words = (name: string) => Buffer.from(entries[name] ?? []).toString();
  expect(words('correspondence.txt')).toMatch(/Мене образили по телефону\.[\s\S]*Вибачте, ми розберемося\./);
  expect(words('trail.txt')).toContain(reason);
  expect((await take()).bytes.equals(taken.bytes)).toBe(true);

  expect((await one(disclosureId)).handings).toHaveLength(2);
  await soon(async () => {
    const { trail } = await bench().work('moderator@kuty', requestId);
    expect(trail.map(({ verb }) => verb).filter((verb) => /disclos/.test(verb))).toEqual([
      'demand-disclosure',
      'disclose',
      'disclose',
    ]);
    expect(lastOf(trail, 'disclose')).toMatchObject({
      detail: { clause: '1.3', reason, manifestSha256: ready.manifestSha256 },
    });
  });
});

test('kuty 1.3: nobody else is given a package: each other role is refused with the clause, another hotline has none', async () => {
  const { number } = await file('kuty');
  const made = { number, reason: 'Для перевірки' };
  const { disclosureId } = await bench().post<Disclosure>('administrator@kuty', '/intake/disclosures', made);
  await soon(async () => expect((await one(disclosureId)).status).toBe('ready'));
  const routes = [
    ['POST', '/intake/disclosures', made],
    ['GET', '/intake/disclosures', undefined],
    ['GET', `/intake/disclosures/${disclosureId}`, undefined],
    ['POST', `/intake/disclosures/${disclosureId}/package`, {}],
  ] as const;
  for (const [method, address, body] of routes) {
    for (const role of ['operator', 'moderator', 'agent', 'manager']) {
      const { status, body: refused } = await bench().call(`${role}@kuty`, method, address, body, 'uk');
      expect([role, address, status, refused]).toMatchObject([
        role,
        address,
        403,
        { code: 'not-named', clause: '1.3' },
      ]);
    }
    const { status, body: refused } = await bench().call('administrator@edoc', method, address, body);
    expect([address, status, refused]).toMatchObject([address, 404, { code: 'no-disclosure' }]);
    expect((await bench().call(null, method, address, body)).status).toBe(401);
  }
  expect((await one(disclosureId)).handings).toEqual([]);
});
