import type { Instant } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import type { SweepRunner } from '@reglament/platform/events';
import { newId } from '@reglament/platform/ids';
import { Bus } from '@reglament/platform/jetstream';
import { RegulationBook } from '@reglament/platform/regulations';
import { ForgetWords } from '@reglament/platform/relay';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook, regulationOf } from '@reglament/testing/regulations';
import {
  blockRow,
  file,
  filing,
  filingService,
  friday,
  intakeDatabase,
  letterWriter,
  quiet,
} from '../intake.samples.ts';
import { insertBlock, keepAppeal, keepLifting } from '../store/blocks.ts';
import { attachFiles, insertFile } from '../store/files.ts';
import { KeepTerms } from '../sweeps/keep-terms.ts';
import { ApplyWork } from './apply-work.ts';
import { Complaints } from './complaints.ts';
import { ErasePerson } from './erase-person.ts';

let db: TestDatabase;
let bus: Bus;
const later = new FixedClock('2026-12-24T12:00:00+03:00');
const manager: Principal = {
  tenant: 'kuty',
  subject: 'm-1',
  name: 'Olena',
  roles: ['manager'],
  kind: 'staff',
  scopes: [],
};
const agent = { kind: 'staff', id: 'a-1', name: 'Марія' } as const;
/** What is known of the person, in the words in which it was given. */
const person = { name: 'Zakhar Nechui', email: 'Zakhar.Nechui@example.org', phone: '+380 67 123 45 67' };
const traces = /zakhar|nechui|380671234567|lost my birth certificate/i;

beforeAll(async () => {
  db = await intakeDatabase();
  bus = new Bus({ url: 'nats://127.0.0.1:1', name: 'nobody' });
});
afterAll(async () => {
  await bus.close();
  await db.close();
});

/** Every row of every table of the schema, as text. */
async function everything(): Promise<string[]> {
  const tables = await db.admin<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'intake'::regnamespace AND relkind = 'r'",
  );
  const all: string[] = [];
  for (const { name } of tables) {
    const rows = await db.admin<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM intake.${name} AS t`);
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all;
}

async function fileFor(requester: typeof person, text: string): Promise<string> {
  const submit = filingService(db, new FixedClock(friday));
  return (await file(submit, filing({ requester, text }, 'kuty', newId()))).requestId;
}

async function hear(type: string, requestId: string, payload: object): Promise<void> {
  const apply = new ApplyWork(regulationBook(), letterWriter(), quiet);
  const envelope = { id: newId(), type, source: 'routing', tenant: 'kuty', subjectId: requestId };
  const event = { ...envelope, occurredAt: '2026-11-23T08:00:00.000Z', payload: { requestId, by: agent, ...payload } };
  await db.database.tenant('kuty', async (tx) => apply.handle(tx, event as never));
}

const resolve = (requestId: string) => hear('work.resolved.v1', requestId, { messageId: null, text: null });
const eraser = (book = regulationBook()) => new ErasePerson(db.database, book, later);

test('a person is found by contact, shown before, erased with everything they wrote, and the record says who and why', async () => {
  const first = await fileFor(person, 'I have lost my birth certificate, I am Zakhar Nechui.');
  const second = await fileFor({ ...person, email: 'other@example.org' }, 'Zakhar Nechui again.');
  const other = await fileFor({ name: 'Anna', email: 'anna@example.org', phone: '+380 67 765 43 21' }, 'And I?');
  await hear('work.replied.v1', first, { messageId: newId(), text: 'Dear Zakhar, come on Monday.' });
  const complaint = {
    name: person.name,
    email: person.email,
    language: 'uk' as const,
    number: null,
    text: 'Zakhar is angry',
  };
  await new Complaints(db.database, regulationBook(), later).file('kuty', complaint, 'uk');

  const image = {
    fileId: newId(),
    name: 'zakhar.png',
    type: 'image/png',
    bytes: 3,
    sha256: 'x',
    content: Buffer.from('abc'),
  };
  await db.database.tenant('kuty', async (tx) => {
    await insertFile(tx, 'kuty', { ...image, uploadedAt: later.now(), requestId: null });
    await attachFiles(tx, 'kuty', [{ requestId: first, messageId: null, fileIds: [image.fileId] }]);
  });

  const blockId = newId();
  await db.database.tenant('kuty', async (tx) => {
    const contacts = { email: person.email.toLowerCase(), phone: '+380671234567' };
    await insertBlock(tx, blockRow({ blockId, requestId: first, ...contacts, reason: 'Zakhar insulted us' }));
    await keepAppeal(tx, blockId, 'I, Zakhar, did not', later.now());
  });

  const eraseOf = (contact: string, reason = 'Asked for by zakhar.nechui@example.org on paper') =>
    eraser().erase(manager, { contact, reason }, 'en');
  expect(await eraser().preview(manager, '+38 (067) 123-45-67', 'en')).toMatchObject({
    ok: true,
    value: { requests: [{ open: true }, { open: true }], messages: 1 },
  });
  expect(await eraseOf(person.email)).toMatchObject({ ok: false, refusal: { code: 'still-open', status: 409 } });
  for (const request of [first, second, other]) await resolve(request);
  expect(await eraseOf(person.email)).toMatchObject({ ok: false, refusal: { code: 'still-blocked', status: 409 } });
  const lifted = { by: 'Olena', at: later.now(), text: 'Zakhar is right' };
  await db.database.tenant('kuty', (tx) => keepLifting(tx, blockId, lifted));
  expect(await eraseOf('nobody@example.org')).toMatchObject({ ok: false, refusal: { code: 'nothing-to-erase' } });
  expect(await eraseOf('by pigeon')).toMatchObject({ ok: false, refusal: { code: 'unreadable-contact' } });
  expect(await eraser().preview({ ...manager, tenant: 'ovk' }, person.email, 'en')).toMatchObject({
    value: { requests: [], complaints: 0 },
  });

  const before = await db.admin('SELECT count(*) FROM intake.requests');
  expect((await everything()).filter((row) => traces.test(row)).length).toBeGreaterThan(8);
  expect(await eraseOf(person.email.toUpperCase())).toMatchObject({
    ok: true,
    value: { requests: 1, complaints: 1, files: 1, blocks: 1 },
  });
  expect(await eraseOf(person.phone)).toMatchObject({ ok: true, value: { requests: 1, messages: 0 } });
  const sweep = new ForgetWords({ database: db.database, bus, service: 'intake', settledMs: 0 });
  expect(await sweep.round()).toBe(2);
  expect((await everything()).filter((row) => traces.test(row))).toEqual([]);

  expect(await db.admin('SELECT count(*) FROM intake.requests')).toEqual(before);
  expect((await everything()).some((row) => row.includes('anna@example.org'))).toBe(true);
  const { items } = await eraser().list(manager);
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({
    because: 'demand',
    byName: 'Olena',
    reason: expect.stringMatching(/^Asked for by/),
  });
  const said = await db.admin<{ payload: object }>(
    "SELECT payload FROM intake.outbox WHERE type = 'request.erased.v1' ORDER BY id",
  );
  expect(said.map(({ payload }) => payload)).toMatchObject([
    { requestId: first, because: 'demand', by: { id: 'm-1' } },
    { requestId: second },
  ]);
  // A fact that arrives afterwards brings nothing back.
  await hear('work.replied.v1', first, { messageId: newId(), text: 'Dear Zakhar, once more.' });
  expect((await everything()).filter((row) => traces.test(row))).toEqual([]);
});

test('what the regulation keeps for a term goes when the term is over, and not before; open requests stay', async () => {
  const kuty = { ...regulationOf('kuty'), retention: { clause: '1.1', days: 31 } };
  const book = new RegulationBook([kuty]);
  const closed = await fileFor({ ...person, name: 'Zakhar Nechui' }, 'Zakhar Nechui, closed.');
  const open = await fileFor({ ...person, name: 'Still waiting' }, 'Still open.');
  await resolve(closed);
  const ended = { until: Date.parse('2026-11-23T08:00:00Z') as Instant, email: 'ended@example.org', reason: 'Ended' };
  const blocked = [ended, { email: 'held@example.org', reason: 'Held' }].map((each) =>
    blockRow({ blockId: newId(), requestId: open, ...each }),
  );
  await db.database.tenant('kuty', async (tx) => {
    for (const block of blocked) await insertBlock(tx, block);
  });
  const runner = {} as SweepRunner;
  const early = new KeepTerms(db.database, new FixedClock('2026-12-24T10:59:00+03:00'), book, runner);
  // Closed on 23 November at 11:00 Moscow time: 31 days later it is due.
  expect(await early.round()).toBe(0);
  const due = new KeepTerms(db.database, new FixedClock('2026-12-24T11:01:00+03:00'), book, runner);
  expect(await due.round()).toBeGreaterThanOrEqual(1);
  expect(await due.round()).toBe(0);
  const rows = await db.admin<{ id: string; name: string }>(
    'SELECT request_id AS id, requester_name AS name FROM intake.requests WHERE request_id = ANY ($1::uuid[])',
    [[closed, open]],
  );
  expect(new Map(rows.map(({ id, name }) => [id, name]))).toEqual(
    new Map([
      [closed, ''],
      [open, 'Still waiting'],
    ]),
  );
  expect(
    await db.admin('SELECT email, reason FROM intake.blocks WHERE request_id = $1 ORDER BY reason', [open]),
  ).toEqual([
    { email: null, reason: '' },
    { email: 'held@example.org', reason: 'Held' },
  ]);
  const { items } = await eraser(book).list(manager);
  const byTerm = items.filter(({ because }) => because === 'term');
  expect(byTerm).toMatchObject([{ clause: '1.1', byName: 'Reglament', blocks: 1 }]);
});
