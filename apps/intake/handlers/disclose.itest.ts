import { createHash } from 'node:crypto';
import type { Principal } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import type { StreamAnswer } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import { wav } from '@reglament/testing/audio';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import { unzipSync } from 'fflate';
import { file, filing, filingService, friday, intakeDatabase, letterWriter, quiet } from '../intake.samples.ts';
import { eraseRequests } from '../store/erase.ts';
import { insertFile } from '../store/files.ts';
import { ApplyWork } from './apply-work.ts';
import { ComposeDisclosure } from './compose-disclosure.ts';
import { Disclose } from './disclose.ts';
import { Recordings } from './recordings.ts';

let db: TestDatabase;
let disclose: Disclose;
const clock = new FixedClock(friday);
const administrator: Principal = {
  ...{ tenant: 'kuty', subject: 'x-1', name: 'Іван', roles: ['administrator'], kind: 'staff', scopes: [] },
};
const agent: Principal = { ...administrator, subject: 'a-1', name: 'Марія', roles: ['agent'] };
const line = (note: string) => ({
  ...{ at: '2026-11-20T15:00:00.000Z', verb: 'log-call', by: { kind: 'staff', id: 'a-1', name: 'Марія' } },
  detail: { note },
});

beforeAll(async () => {
  db = await intakeDatabase();
  disclose = new Disclose(db.database, regulationBook(), clock);
});
afterAll(() => db.close());

/** A call that was recorded, and a demand for it. */
async function demanded(): Promise<{ requestId: string; number: string; disclosureId: string }> {
  const of = filing({ channel: 'phone', entryPoint: 'support-line', category: 'registration' }, 'kuty', newId());
  const { requestId, number } = await file(filingService(db, clock), { ...of, registeredBy: 'o-1' });
  const recordings = new Recordings(db.database, regulationBook(), clock);
  const recording = { requestId, callId: requestId, name: 'дзвінок.wav', content: Buffer.from(wav(1)) };
  expect((await recordings.keep(agent, recording, 'uk')).ok).toBe(true);
  const outcome = await disclose.demand(administrator, { number, reason: 'Скарга від petr@example.org' }, 'uk');
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { requestId, number, disclosureId: (outcome.value as { disclosureId: string }).disclosureId };
}

/** Routing tells a part of the trail. */
const tell = (of: { requestId: string; disclosureId: string }, part: number, parts: number) => {
  const compose = new ComposeDisclosure(regulationBook(), clock);
  const { requestId, disclosureId } = of;
  const payload = { requestId, disclosureId, part, parts, trail: [line(`part ${part}`)] };
  const event = {
    id: newId(),
    type: 'work.trail-told.v1',
    tenant: 'kuty',
    occurredAt: '2026-11-20T15:01:00.000Z',
    payload,
  };
  return db.database.tenant('kuty', (tx) => compose.handle(tx, event as never));
};

async function take(disclosureId: string): Promise<Buffer | string> {
  const outcome = await disclose.handOver(administrator, disclosureId, 'uk');
  if (!outcome.ok) return outcome.refusal.code;
  const { bytes, chunks } = (outcome.value as StreamAnswer).file;
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  const whole = Buffer.concat(read);
  expect(whole.length).toBe(bytes);
  return whole;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('kuty 1.3: a package waits for every part of the trail, holds what its manifest says, and is the same whenever it is taken', async () => {
  const of = await demanded();
  expect(await take(of.disclosureId)).toBe('disclosure-not-ready');
  await tell(of, 2, 2);
  expect(await take(of.disclosureId)).toBe('disclosure-not-ready');
  await tell(of, 1, 2);
  const [first, second] = [await take(of.disclosureId), await take(of.disclosureId)];
  if (typeof first === 'string') throw new Error(first);
  expect(second).toEqual(first);
  // Heard of once more, after it is complete.
  await tell(of, 1, 2);
  expect(await take(of.disclosureId)).toEqual(first);

  const { 'manifest.json': manifest = new Uint8Array(), ...entries } = unzipSync(first);
  const listed = JSON.parse(Buffer.from(manifest).toString()) as {
    demanded: { reason: string };
    entries: { name: string; bytes: number; sha256: string }[];
  };
  expect(listed.entries).toEqual(
    Object.entries(entries).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  );
  expect(Buffer.from(entries['recordings/01-дзвінок.wav'] ?? [])).toEqual(Buffer.from(wav(1)));
  const trail = JSON.parse(Buffer.from(entries['trail.json'] ?? []).toString()) as { detail: object }[];
  expect(trail.map(({ detail }) => detail)).toEqual([{ note: 'part 1' }, { note: 'part 2' }]);
  expect(listed.demanded.reason).not.toContain('petr@example.org');

  const said = await db.admin<{ payload: object }>(
    "SELECT payload FROM intake.outbox WHERE type = 'request.disclosed.v1' AND subject_id = $1",
    [of.requestId],
  );
  expect(said).toHaveLength(3);
  expect(said[0]?.payload).toMatchObject({
    by: { name: 'Іван' },
    clause: '1.3',
    entries: listed.entries.length,
    bytes: first.length,
    manifestSha256: sha256(manifest),
  });
});

test('kuty 1.3: whom the regulation does not name gets nothing, with the clause; another hotline sees no package', async () => {
  const of = await demanded();
  await tell(of, 1, 1);
  const asked = (who: Principal) => [
    disclose.demand(who, { number: of.number, reason: 'Цікаво' }, 'uk'),
    disclose.list(who, 'uk'),
    disclose.one(who, of.disclosureId, 'uk'),
    disclose.handOver(who, of.disclosureId, 'uk'),
  ];
  for (const role of ['operator', 'moderator', 'agent', 'manager'] as const)
    for (const outcome of await Promise.all(asked({ ...agent, roles: [role] })))
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-named', status: 403, clause: '1.3' } });
  for (const outcome of await Promise.all(asked({ ...administrator, tenant: 'ovk' })))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'no-disclosure', status: 404 } });
  expect(
    await db.admin('SELECT 1 FROM intake.disclosure_handings WHERE disclosure_id = $1', [of.disclosureId]),
  ).toEqual([]);
});

test('a recording that is no longer what the manifest says breaks the package off', async () => {
  const of = await demanded();
  await tell(of, 1, 1);
  await db.admin('UPDATE intake.recordings SET content = set_byte(content, 100, 7) WHERE request_id = $1', [
    of.requestId,
  ]);
  await expect(take(of.disclosureId)).rejects.toThrow('is not what its manifest says');
});

test('erasing the person takes the contents of packages, and leaves on record that they were demanded and handed over', async () => {
  const of = await demanded();
  const late = await disclose.demand(administrator, { number: of.number, reason: 'Ще раз' }, 'uk');
  await tell(of, 1, 1);
  expect(typeof (await take(of.disclosureId))).not.toBe('string');
  await db.database.tenant('kuty', (tx) => eraseRequests(tx, [of.requestId], clock.now()));
  expect(await take(of.disclosureId)).toBe('disclosure-erased');
  for (const table of ['disclosure_entries', 'disclosure_trail'])
    expect(await db.admin(`SELECT 1 FROM intake.${table} WHERE disclosure_id = $1`, [of.disclosureId])).toEqual([]);
  // The trail of a demand that was open comes too late to bring anything back.
  const waiting = late.ok ? (late.value as { disclosureId: string }).disclosureId : '';
  await tell({ ...of, disclosureId: waiting }, 1, 1);
  expect(await take(waiting)).toBe('disclosure-erased');
  expect(await disclose.one(administrator, of.disclosureId, 'uk')).toMatchObject({
    value: { status: 'erased', entries: [], handings: [{ by: 'Іван' }] },
  });
  expect(await disclose.demand(administrator, { number: of.number, reason: 'Знову' }, 'uk')).toMatchObject({
    refusal: { code: 'disclosure-erased' },
  });
});

test('kuty 1.3: files that came with an answer are in the package, with their checksums, beside the words they came with', async () => {
  const of = await demanded();
  const content = Buffer.from('1. Відкрити\n');
  const facts = {
    fileId: newId(),
    name: 'кроки.txt',
    type: 'text/plain',
    bytes: content.length,
    sha256: sha256(content),
  };
  const { requestId } = of;
  const payload = {
    requestId,
    messageId: newId(),
    by: { kind: 'staff', id: 'a-1', name: 'Марія' },
    text: 'Дивіться файл.',
  };
  const event = {
    ...{
      id: newId(),
      type: 'work.replied.v1',
      tenant: 'kuty',
      subjectId: requestId,
      occurredAt: '2026-11-20T15:00:30.000Z',
    },
    payload: { ...payload, attachments: [facts.fileId] },
  };
  const apply = new ApplyWork(regulationBook(), letterWriter(), quiet);
  await db.database.tenant('kuty', async (tx) => {
    await insertFile(tx, 'kuty', { ...facts, content, uploadedAt: clock.now(), requestId });
    apply.handle(tx, event as never);
  });
  await tell(of, 1, 1);
  const whole = await take(of.disclosureId);
  if (typeof whole === 'string') throw new Error(whole);
  const { 'manifest.json': manifest = new Uint8Array(), ...entries } = unzipSync(whole);
  const [name, bytes] = Object.entries(entries).find(([each]) => each.endsWith('кроки.txt')) ?? [];
  expect(Buffer.from(bytes ?? [])).toEqual(content);
  const { entries: listed } = JSON.parse(Buffer.from(manifest).toString()) as { entries: object[] };
  expect(listed).toContainEqual({ name, bytes: content.length, sha256: sha256(content) });
  const said = Object.entries(entries).map(([, read]) => Buffer.from(read).toString());
  expect(said.some((text) => text.includes('Дивіться файл.') && text.includes('кроки.txt'))).toBe(true);
});
