import type { Principal } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import { file, filing, filingService, friday, intakeDatabase } from '../intake.samples.ts';
import { AppealBlock } from './appeal-block.ts';
import { BlockRequester } from './block-requester.ts';
import { ConverseWithRequester } from './converse-with-requester.ts';
import { RequesterAccount } from './requester-account.ts';
import { ShowStatus } from './show-status.ts';
import { TellOfBlock } from './tell-of-block.ts';

const tenant = 'kz-portal';
const book = regulationBook();
const clock = new FixedClock(friday);
const staff = (subject: string, of = tenant): Principal => ({
  ...{ tenant: of, subject, name: `Сотрудник ${subject}`, roles: ['moderator'], kind: 'staff', scopes: [] },
});
const [moderator, manager] = [staff('m-1'), staff('m-2')];
const rude = { ground: 'rudeness', days: 7, reason: 'Оскорбления в двух обращениях подряд.' };
let db: TestDatabase;
let blocks: BlockRequester;
let appeals: AppealBlock;
let converse: ConverseWithRequester;
let status: ShowStatus;
let last = 0;

beforeAll(async () => {
  db = await intakeDatabase();
  const database = db.open();
  const telling = new TellOfBlock({ PUBLIC_URL: 'https://help.example.org' } as never);
  blocks = new BlockRequester(database, book, clock, telling);
  status = new ShowStatus(database, book, clock);
  converse = new ConverseWithRequester(database, book, clock, status);
  appeals = new AppealBlock(database, book, clock, new RequesterAccount(database, book, clock));
});
beforeEach(() => clock.set(friday));
afterAll(() => db.close());

/** Somebody nobody else is: an address and a telephone of their own. */
function somebody() {
  last += 1;
  return { name: 'Айна', email: `Person${last}@example.org`, phone: `+7 701 555 ${String(1000 + last)}` };
}
const fileAs = (requester: { name: string; email: string | null; phone: string | null }) =>
  filingService(db, clock).handle(filing({ requester }, tenant));
async function filed(requester = somebody()) {
  const accepted = await file(filingService(db, clock), filing({ requester }, tenant));
  return {
    ...accepted,
    requester,
    access: { number: accepted.number, contact: requester.email, tenant, language: 'ru' as const },
  };
}
async function blocked() {
  const one = await filed();
  const outcome = await blocks.block(moderator, one.requestId, rude, 'ru');
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { ...one, block: outcome.value as { blockId: string; until: string } };
}
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code);
const lettersTo = (email: string) =>
  db.admin<{ subject: string; body: string }>(
    `SELECT subject, body FROM intake.letters WHERE recipient = $1 AND kind = 'block' ORDER BY letter_id`,
    [email.toLowerCase()],
  );

test('kz-portal 30-19: who is blocked files nothing under either contact, is told why, until when and how to appeal; others file', async () => {
  const { requester, block } = await blocked();
  const same = await fileAs({ ...requester, email: requester.email.toUpperCase(), phone: null });
  expect(same).toMatchObject({
    ok: false,
    refusal: {
      ...{ code: 'requester-blocked', status: 403, clause: '30-19' },
      detail: expect.stringContaining('пункт 30-17'),
      data: { ground: 'rudeness', groundClause: '30-17', until: block.until, appeal: { state: 'open' } },
    },
  });
  expect(block.until).toBe('2026-11-27T14:50:00.000Z');
  expect(codeOf(await fileAs({ ...requester, email: null }))).toBe('requester-blocked');
  // What the staff wrote is for the person, and not for whoever types an address.
  expect(JSON.stringify(same)).not.toContain('двух обращениях');
  expect(codeOf(await fileAs(somebody()))).toBe('ok');
  const elsewhere = filing({ requester }, 'edoc');
  expect(codeOf(await filingService(db, clock).handle(elsewhere))).toBe('ok');
  const [letter] = await lettersTo(requester.email);
  for (const words of [rude.reason, 'пункт 30-17', '27 ноября 2026 г.', 'https://help.example.org/h/kz-portal/account'])
    expect(letter?.body).toContain(words);
});

test('kz-portal 30-19: who is ignored can read and withdraw an open request, and not write; nothing of it is kept', async () => {
  const { access, requestId } = await blocked();
  const written = await converse.write({ ...access, text: 'Ещё раз!', attachments: [] });
  expect(codeOf(written)).toBe('requester-blocked');
  const kept = await db.admin('SELECT FROM intake.messages WHERE request_id = $1', [requestId]);
  expect(kept).toEqual([]);
  expect(await status.handle(access)).toMatchObject({
    value: { canReply: false, canWithdraw: true, block: { reason: rude.reason, ground: 'rudeness' } },
  });
  expect(codeOf(await converse.withdraw({ ...access, reason: null }))).toBe('ok');
});

test('kz-portal 30-19: a block ends by itself at its moment, and is lifted before by a word', async () => {
  const { requester, block } = await blocked();
  clock.set('2026-11-27T17:49:59.999+03:00');
  expect(codeOf(await fileAs(requester))).toBe('requester-blocked');
  clock.set('2026-11-27T17:50:00+03:00');
  expect(codeOf(await fileAs(requester))).toBe('ok');
  expect(codeOf(await blocks.lift(moderator, block.blockId, 'Уже поздно.', 'ru'))).toBe('block-ended');
  clock.set(friday);
  const other = await blocked();
  expect(codeOf(await blocks.block(manager, other.requestId, rude, 'ru'))).toBe('already-blocked');
  const lifted = await blocks.lift(moderator, other.block.blockId, 'Ошиблись человеком.', 'ru');
  expect(lifted).toMatchObject({ value: { state: 'lifted', lifted: { by: moderator.name } } });
  expect(codeOf(await fileAs(other.requester))).toBe('ok');
  expect((await lettersTo(other.requester.email)).at(-1)?.body).toContain('Ошиблись человеком.');
});

test('kz-portal 30-19: a block is appealed once; who blocked may agree and not uphold, somebody else may do either', async () => {
  const { access, requester, block } = await blocked();
  expect(codeOf(await blocks.answer(manager, block.blockId, { answer: 'lift', text: 'Да.' }, 'ru'))).toBe('no-appeal');
  const text = 'Это был не я. Мой пароль: Ромашка77!';
  const own = await appeals.byNumber(access, text);
  expect(own).toMatchObject({ value: { appeal: { state: 'waiting', text: expect.stringContaining('не я') } } });
  expect(JSON.stringify(own)).not.toContain('Ромашка77');
  expect(codeOf(await appeals.byNumber(access, 'И ещё.'))).toBe('appeal-made');
  expect(codeOf(await appeals.byNumber((await filed()).access, 'Ни за что.'))).toBe('not-blocked');
  const uphold = { answer: 'uphold', text: 'Слова были ваши.' } as const;
  expect(codeOf(await blocks.answer(moderator, block.blockId, uphold, 'ru'))).toBe('own-block');
  const answered = await blocks.answer(manager, block.blockId, uphold, 'ru');
  expect(answered).toMatchObject({
    value: { state: 'in-force', appeal: { state: 'answered', answeredBy: manager.name } },
  });
  expect(codeOf(await blocks.answer(manager, block.blockId, { answer: 'lift', text: 'Нет.' }, 'ru'))).toBe('no-appeal');
  expect(await fileAs(requester)).toMatchObject({ refusal: { data: { appeal: { state: 'answered' } } } });

  const agreed = await blocked();
  await appeals.byNumber(agreed.access, 'Простите.');
  const { items } = await blocks.list(moderator);
  expect(items[0]).toMatchObject({ blockId: agreed.block.blockId, appeal: { text: 'Простите.', mayUphold: false } });
  const lift = { answer: 'lift', text: 'Хорошо, прощаем.' } as const;
  expect(await blocks.answer(moderator, agreed.block.blockId, lift, 'ru')).toMatchObject({
    value: { state: 'lifted' },
  });
  expect(codeOf(await fileAs(agreed.requester))).toBe('ok');
  const late = await blocked();
  clock.set('2026-11-27T17:50:00+03:00');
  expect(codeOf(await appeals.byNumber(late.access, 'Поздно.'))).toBe('not-blocked');
});

test('kz-portal 30-19: only for a ground and a term of the regulation, in words that may be sent, and within the own hotline', async () => {
  const { requestId, block } = await blocked();
  const free = await filed();
  const trying = (given: object, who = moderator) => blocks.block(who, free.requestId, { ...rude, ...given }, 'ru');
  expect(codeOf(await trying({ ground: 'dislike' }))).toBe('unknown-ground');
  expect(codeOf(await trying({ days: 365 }))).toBe('unknown-term');
  expect(codeOf(await trying({ reason: 'Пришлите ваш пароль.' }))).toBe('message-stopped');
  expect(codeOf(await trying({}, staff('x', 'edoc')))).toBe('no-blocking');
  await db.admin(`UPDATE intake.requests SET requester_email = NULL, requester_phone = NULL WHERE request_id = $1`, [
    free.requestId,
  ]);
  expect(codeOf(await trying({}))).toBe('nobody-to-block');
  expect((await blocks.list(staff('x', 'edoc'))).items).toEqual([]);
  const seen = await db.database.tenant('edoc', (tx) => tx.sql('SELECT FROM intake.blocks'));
  expect(seen).toEqual([]);
  const events = await db.admin<{ payload: object }>(
    `SELECT payload FROM intake.outbox WHERE type LIKE 'requester.%block%' AND subject_id = $1`,
    [block.blockId],
  );
  expect(events.map(({ payload }) => payload)).toMatchObject([{ requestId, ground: 'rudeness', by: { id: 'm-1' } }]);
  expect(JSON.stringify(events)).not.toMatch(/example\.org|двух обращениях/);
});
