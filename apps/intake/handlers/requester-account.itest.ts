import { FixedClock } from '@reglament/platform/clock';
import { insertNews } from '@reglament/platform/regulations';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import { file, filing, filingService, friday, intakeDatabase } from '../intake.samples.ts';
import { RequesterAccount } from './requester-account.ts';
import { SignRequesterIn } from './sign-requester-in.ts';

const tenant = 'kz-portal';
let db: TestDatabase;
let signing: SignRequesterIn;
let account: RequesterAccount;

beforeAll(async () => {
  db = await intakeDatabase();
  signing = new SignRequesterIn(db.open(), regulationBook(), new FixedClock(friday));
  account = new RequesterAccount(db.open(), regulationBook(), new FixedClock(friday));
});
afterAll(() => db.close());

const fileAs = (email: string) =>
  file(filingService(db), filing({ requester: { name: 'Айна', email, phone: null } }, tenant));
const codeLetters = (email: string) =>
  db.admin<{ body: string }>(`SELECT body FROM intake.letters WHERE recipient = $1 AND kind = 'sign-in'`, [email]);

/** Asks for a code and reads it in the letter; empty where none was sent. */
async function askFor(email: string) {
  const outcome = await signing.askForCode(tenant, email, 'ru');
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const body = (await codeLetters(email.toLowerCase())).at(-1)?.body ?? '';
  return { signIn: outcome.value.signIn, code: /\d{8}/.exec(body)?.[0] ?? '' };
}
async function signIn(email: string) {
  const outcome = await signing.signIn(tenant, await askFor(email), 'ru');
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { tenant, session: outcome.value, language: 'ru' } as const;
}
async function view(visitor: Parameters<RequesterAccount['show']>[0]) {
  const outcome = await account.show(visitor);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value as {
    requests: { number: string; status: string }[];
    feed: { kind: string; number: string | null; isNew: boolean }[];
    unread: number;
  };
}

test('a code is sent to who filed something; an address nobody filed with is answered alike', async () => {
  await fileAs('known@example.org');
  const known = await askFor('Known@example.org');
  const unknown = await askFor('nobody@example.org');
  expect(known.code).toMatch(/^\d{8}$/);
  expect(Object.keys(known)).toEqual(Object.keys(unknown));
  expect(unknown.code).toBe('');
  expect(await codeLetters('nobody@example.org')).toEqual([]);
});

test('a code lets in once, only with its own browser, and is kept as a hash', async () => {
  await fileAs('once@example.org');
  const asked = await askFor('once@example.org');
  const other = await askFor('once@example.org');
  expect(await signing.signIn(tenant, { ...other, code: asked.code }, 'ru')).toMatchObject({ ok: false });
  expect(await signing.signIn('edoc', asked, 'ru')).toMatchObject({ ok: false, refusal: { code: 'no-accounts' } });
  const kept = await db.admin<{ row: string }>('SELECT c::text AS row FROM intake.sign_in_codes c');
  expect(kept.some(({ row }) => row.includes(asked.code) || row.includes(asked.signIn))).toBe(false);
  expect(await signing.signIn(tenant, asked, 'ru')).toMatchObject({ ok: true });
  expect(await signing.signIn(tenant, asked, 'ru')).toMatchObject({ ok: false, refusal: { code: 'wrong-code' } });
});

test('five wrong codes use a code up, a quarter of an hour too, and an hour gives five codes to an address', async () => {
  await fileAs('guess@example.org');
  const asked = await askFor('guess@example.org');
  const wrong = asked.code === '00000000' ? '00000001' : '00000000';
  for (let i = 0; i < 5; i += 1) await signing.signIn(tenant, { ...asked, code: wrong }, 'ru');
  expect(await signing.signIn(tenant, asked, 'ru')).toMatchObject({ ok: false });
  const late = await askFor('guess@example.org');
  await db.admin(`UPDATE intake.sign_in_codes SET created_at = now() - interval '16 minutes' WHERE NOT used`);
  expect(await signing.signIn(tenant, late, 'ru')).toMatchObject({ ok: false });
  for (let i = 0; i < 3; i += 1) await askFor('guess@example.org');
  for (const email of ['guess@example.org', 'GUESS@example.org'])
    expect(await signing.askForCode(tenant, email, 'ru')).toMatchObject({
      ok: false,
      refusal: { code: 'too-many-codes', status: 429 },
    });
});

test('kz-portal 30-2: every account is told of a new edition in its feed, once, and what was read is no longer new', async () => {
  await fileAs('feed@example.org');
  const visitor = await signIn('feed@example.org');
  const event = {
    type: 'regulation.published.v1',
    occurredAt: '2026-11-23T05:00:00.000Z',
    payload: {
      ...{ number: 1, edition: '2027-01', replaces: '2026-11', inForceFrom: '2026-12-14T06:00:00.000Z', text: 'x' },
      by: { kind: 'staff', id: 'a', name: 'Айгерим' },
      changes: { ru: 'Пункт 30-9 изложен иначе.', kk: '30-9-тармақ басқаша жазылды.' },
    },
  } as const;
  for (let i = 0; i < 2; i += 1) await db.database.tenant(tenant, (tx) => insertNews(tx, 'intake', event));
  expect(await view(visitor)).toMatchObject({ unread: 1, feed: [{ kind: 'regulation', isNew: true }] });
  await account.seen(visitor);
  await fileAs('later@example.org');
  expect((await view(await signIn('later@example.org'))).feed).toHaveLength(1);
});

test('kz-portal 30-3: leaving withdraws what is open, says so by an event and a letter, and ends every session', async () => {
  const mine = [await fileAs('leaver@example.org'), await fileAs('leaver@example.org')];
  const [closed, open] = mine;
  await db.admin(`UPDATE intake.requests SET status = 'resolved' WHERE request_id = $1`, [closed?.requestId]);
  const foreign = await fileAs('stays@example.org');
  const visitor = await signIn('leaver@example.org');
  const elsewhere = await signIn('leaver@example.org');
  expect((await view(visitor)).requests.map(({ number }) => number).sort()).toEqual(mine.map((r) => r.number).sort());
  expect(await account.leave(visitor, null)).toMatchObject({ ok: true, value: { clause: '30-3' } });
  const statuses = await db.admin<{ request_id: string; status: string }>(
    'SELECT request_id, status FROM intake.requests WHERE request_id = ANY($1::uuid[])',
    [[...mine, foreign].map((r) => r.requestId)],
  );
  expect(Object.fromEntries(statuses.map((r) => [r.request_id, r.status]))).toEqual({
    [closed?.requestId ?? '']: 'resolved',
    [open?.requestId ?? '']: 'withdrawn',
    [foreign.requestId]: 'queued',
  });
  const events = await db.admin<{ type: string; payload: { withdrawn?: string[] } }>(
    `SELECT type, payload FROM intake.outbox WHERE type IN ('requester.left.v1', 'request.withdrawn.v1') ORDER BY id`,
  );
  expect(events.map(({ type }) => type)).toEqual(['request.withdrawn.v1', 'requester.left.v1']);
  expect(events[1]?.payload.withdrawn).toEqual([open?.requestId]);
  expect(JSON.stringify(events)).not.toContain('leaver@');
  for (const each of [visitor, elsewhere])
    expect(await account.show(each)).toMatchObject({ ok: false, refusal: { status: 401 } });
  const [letter] = await db.admin<{ body: string }>(`SELECT body FROM intake.letters WHERE kind = 'leaving'`);
  expect(letter?.body).toContain('30-3');
  expect(letter?.body).toContain('Поданные вопросы');
});
