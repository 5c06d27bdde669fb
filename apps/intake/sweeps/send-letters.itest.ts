import type { Instant } from '@reglament/domain/time';
import { FixedClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { timestamp } from '@reglament/platform/postgres';
import type { TestDatabase } from '@reglament/testing/database';
import { SMTPServer } from 'smtp-server';
import { file, filing, filingService, friday, intakeDatabase } from '../intake.samples.ts';
import { MailServer } from './mail-server.ts';
import { SendLetters } from './send-letters.ts';

let db: TestDatabase;
let mail: MailServer;
let server: SMTPServer;
const clock = new FixedClock(friday);
const taken: string[] = [];

beforeAll(async () => {
  db = await intakeDatabase();
  // A mail server that knows nobody called gone, and has no time for anybody called later.
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const code = address.startsWith('gone') ? 550 : address.startsWith('later') ? 450 : 0;
      done(code === 0 ? null : Object.assign(new Error('no'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      stream.resume().once('end', () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  mail = new MailServer(`smtp://127.0.0.1:${port}`, (tenant) => ({ name: tenant, address: `${tenant}@example.org` }));
});
afterAll(async () => {
  mail.close();
  await new Promise<void>((resolve) => server.close(resolve));
  await db.close();
});

const sweep = () => new SendLetters(db.open(), clock, mail, undefined as never);

/** Files as somebody with this address, so that an acknowledgement waits. */
async function filed(email: string): Promise<string> {
  const requester = { name: 'Пётр Ильин', email, phone: null };
  return (await file(filingService(db, clock), filing({ requester }))).requestId;
}

const letterOf = async (requestId: string) =>
  (
    await db.admin<{ status: string; attempts: number; failure: string | null; next_attempt_at: Date | null }>(
      'SELECT status, attempts, failure, next_attempt_at FROM intake.letters WHERE request_id = $1',
      [requestId],
    )
  )[0];
const saidOf = async (requestId: string) =>
  (
    await db.admin<{ type: string }>(
      `SELECT type FROM intake.outbox WHERE subject_id = $1 AND type LIKE 'request.letter-%'`,
      [requestId],
    )
  ).map(({ type }) => type);

test('a letter is sent once by however many instances, and said to have been', async () => {
  const requestId = await filed('ann@example.org');
  await Promise.all([sweep().round(), sweep().round(), sweep().round()]);
  expect(taken.filter((address) => address === 'ann@example.org')).toHaveLength(1);
  expect(await letterOf(requestId)).toMatchObject({ status: 'sent', attempts: 1, next_attempt_at: null });
  expect(await saidOf(requestId)).toEqual(['request.letter-sent.v1']);
});

test('a letter refused for good has failed, and is said to have', async () => {
  const requestId = await filed('gone@example.org');
  await sweep().round();
  expect(await letterOf(requestId)).toMatchObject({ status: 'failed', failure: expect.stringContaining('550') });
  expect(await saidOf(requestId)).toEqual(['request.letter-failed.v1']);
});

test('a letter not taken now is tried again after one minute, then two, and nothing is said', async () => {
  const requestId = await filed('later@example.org');
  for (const minutes of [1, 2]) {
    await sweep().round();
    const again = (clock.now() + minutes * 60_000) as Instant;
    expect((await letterOf(requestId))?.next_attempt_at?.toISOString()).toBe(timestamp(again));
    expect(await sweep().round()).toBe(0);
    clock.set(again);
  }
  expect(await letterOf(requestId)).toMatchObject({ status: 'pending', attempts: 2 });
  expect(await saidOf(requestId)).toEqual([]);
});

test('a letter that was written by a clock that has been set back by hours since is sent at once', async () => {
  const now = clock.now();
  clock.advance(3 * 3_600_000);
  const requestId = await filed('early@example.org');
  clock.set(now);
  await sweep().round();
  expect(await letterOf(requestId)).toMatchObject({ status: 'sent' });
});

test('a sign-in code that was sent is forgotten', async () => {
  const letterId = newId();
  const row = {
    tenant: 'edoc',
    letter_id: letterId,
    request_id: newId(),
    kind: 'sign-in',
    recipient: 'eva@example.org',
  };
  const due = { language: 'ru', subject: 'Код', body: '123456', status: 'pending', attempts: 0 };
  const at = { created_at: timestamp(clock.now()), next_attempt_at: timestamp(clock.now()) };
  await db.admin('INSERT INTO intake.letters SELECT * FROM jsonb_populate_record(NULL::intake.letters, $1::jsonb)', [
    JSON.stringify({ ...row, ...due, ...at }),
  ]);
  await sweep().round();
  expect(await db.admin('SELECT status, body FROM intake.letters WHERE letter_id = $1', [letterId])).toEqual([
    { status: 'sent', body: '' },
  ]);
});
