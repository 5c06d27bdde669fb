import type { Principal, Role } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import { filing, filingService, friday, intakeDatabase } from '../intake.samples.ts';
import { RegisterCallers } from './register-callers.ts';
import { VerifyCaller } from './verify-caller.ts';

let db: TestDatabase;
let calls: VerifyCaller;
let callers: RegisterCallers;

const staff = (role: Role, subject: string, tenant = 'kuty'): Principal => ({
  tenant,
  subject,
  name: subject,
  roles: [role],
  kind: 'staff',
  scopes: [],
});
const manager = staff('manager', 'manager');
const operator = staff('operator', 'operator');
const phrase = 'Вишневий сад, 7';
const profile = (surname: string, number: string) => ({
  numbers: [number],
  answers: { surname, 'first-name': 'Ганна', 'key-phrase': phrase },
});
const right = { surname: 'ткач', 'first-name': 'ганна', 'key-phrase': 'вишневий сад 7' };
const wrong = { ...right, 'key-phrase': 'яблуневий сад 7' };

beforeAll(async () => {
  db = await intakeDatabase();
  const clock = new FixedClock(friday);
  calls = new VerifyCaller(db.open(), regulationBook(), clock);
  callers = new RegisterCallers(db.open(), regulationBook(), clock);
});
afterAll(() => db.close());

async function register(surname: string, number: string): Promise<string> {
  const done = await callers.register(manager, [profile(surname, number)], 'uk');
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.callerIds[0] ?? '';
}

async function begin(number: string, by = operator) {
  const call = await calls.begin(by, number, 'uk');
  if (!call.ok) throw new Error(JSON.stringify(call.refusal));
  return call.value;
}

async function answer(callId: string, said: Record<string, string>, by = operator) {
  const outcome = await calls.verify(by, callId, said, 'uk');
  return outcome.ok ? outcome.value : outcome.refusal;
}

test('kuty terms: a caller is verified by the number of the profile, surname, first name and key phrase, however they are typed', async () => {
  await register('Ткач', '050 111 22 33');
  const { callId } = await begin('+38 (050) 111-22-33');
  expect(await answer(callId, right)).toMatchObject({ state: 'verified', attemptsLeft: 3 });
  const elsewhere = await begin('050 111 22 34');
  expect(await answer(elsewhere.callId, right)).toMatchObject({ state: 'open', attemptsLeft: 2 });
});

test('kuty 2.2: twelve answers at once are three attempts; also from the right number with the right phrase then', async () => {
  await register('Ткач', '050 222 22 33');
  const { callId } = await begin('050 222 22 33');
  await Promise.all(Array.from({ length: 12 }, () => answer(callId, wrong)));
  const [tries] = await db.admin<{ attempts: number }>('SELECT attempts FROM intake.calls WHERE call_id = $1', [
    callId,
  ]);
  expect(tries?.attempts).toBe(3);
  expect(await answer(callId, right)).toMatchObject({ state: 'locked', attemptsLeft: 0 });
  // Another call, another operator: it is the number that waits.
  const other = staff('operator', 'operator2');
  const again = await begin('050 222 22 33', other);
  expect(again.state).toBe('locked');
  expect(await answer(again.callId, right, other)).toMatchObject({ state: 'locked' });
  const outcomes = await db.admin<{ outcome: string }>(
    `SELECT payload->>'outcome' AS outcome FROM intake.outbox WHERE subject_id = $1 ORDER BY id`,
    [callId],
  );
  expect(outcomes.filter(({ outcome }) => outcome === 'not-verified')).toHaveLength(3);
  expect(outcomes.filter(({ outcome }) => outcome === 'locked')).toHaveLength(10);
});

test('kuty 2.2: a phrase is stored as a secret, and a new one is the only way out', async () => {
  const callerId = await register('Коваль', '050 333 22 33');
  const listed = await callers.list(manager, 'коваль', 'uk');
  expect(JSON.stringify(listed)).toContain('Коваль');
  expect(JSON.stringify(listed)).not.toMatch(/Вишневий|argon2/);
  const dump = await db.admin<{ row: string }>(
    `SELECT c::text AS row FROM intake.callers c UNION ALL SELECT o::text FROM intake.outbox o UNION ALL SELECT k::text FROM intake.calls k`,
  );
  expect(dump.map(({ row }) => row).join('\n')).not.toMatch(/вишневий|сад/iu);
  expect(await callers.replaceSecret(manager, callerId, 'Лелека над хатою', 'uk')).toMatchObject({ ok: true });
  const { callId } = await begin('050 333 22 33');
  const said = { ...right, surname: 'Коваль' };
  expect(await answer(callId, said)).toMatchObject({ state: 'open' });
  expect(await answer(callId, { ...said, 'key-phrase': 'лелека над хатою' })).toMatchObject({ state: 'verified' });
});

test('a list with a mistake is refused whole, each mistake at its row; a person is registered once', async () => {
  const list = [
    profile('Нова', '050 444 22 33'),
    { numbers: ['пів'], answers: { surname: 'Без', 'first-name': '', 'key-phrase': 'сад' } },
  ];
  const refused = await callers.register(manager, list, 'uk');
  expect(refused.ok ? [] : refused.refusal.errors?.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
    'callers.1.numbers.0 unreadablePhone',
    'callers.1.answers.first-name required',
    'callers.1.answers.key-phrase too-short',
  ]);
  expect(await callers.register(manager, list.slice(0, 1), 'uk')).toMatchObject({ ok: true });
  expect(await callers.register(manager, list.slice(0, 1), 'uk')).toMatchObject({
    refusal: { errors: [{ field: 'callers.0.numbers.0', rule: 'already-there' }] },
  });
});

test('kuty 2.2: a subject for verified callers is filed only in the operator’s own call, while it lasts', async () => {
  await register('Ткач', '050 555 22 33');
  const submit = filingService(db);
  const call = { channel: 'phone' as const, entryPoint: 'support-line', category: 'own-data', fields: {} };
  const by = (callId: string | null, subject = 'operator') =>
    submit.handle({ ...filing(call, 'kuty'), registeredBy: subject, callId });
  expect(await by(null)).toMatchObject({ refusal: { code: 'caller-not-verified', clause: '2.2' } });
  const { callId } = await begin('050 555 22 33');
  expect(await by(callId)).toMatchObject({ refusal: { code: 'caller-not-verified' } });
  await answer(callId, right);
  expect(await by(callId, 'operator2')).toMatchObject({ refusal: { code: 'unknown-call' } });
  expect(await by(callId)).toMatchObject({ ok: true });
  await calls.end(operator, callId, 'uk');
  expect(await by(callId)).toMatchObject({ refusal: { code: 'unknown-call' } });
});

test('another tenant’s operator sees no call and no profile', async () => {
  const { callId } = await begin('050 111 22 33');
  const [row] = await db
    .open()
    .tenant('ovk', (tx) => tx.sql('SELECT * FROM intake.calls WHERE call_id = $1::uuid', [callId]));
  expect(row).toBeUndefined();
  expect(await calls.current(staff('operator', 'operator', 'ovk'), 'ru')).toMatchObject({
    refusal: { code: 'no-verification' },
  });
});
