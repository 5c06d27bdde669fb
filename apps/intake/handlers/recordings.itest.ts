import type { Principal } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { mp3, wav } from '@reglament/testing/audio';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import { file, filing, filingService, friday, intakeDatabase } from '../intake.samples.ts';
import { countTraces, eraseRequests } from '../store/erase.ts';
import { Recordings } from './recordings.ts';

interface Kept {
  readonly recordingId: string;
  readonly lengthMs: number;
}
interface Call {
  readonly callId: string;
  readonly direction: string;
  readonly recordings: readonly Kept[];
}

let db: TestDatabase;
let recordings: Recordings;
const clock = new FixedClock(friday);
const agent: Principal = { tenant: 'kuty', subject: 'a-1', name: 'Марія', roles: ['agent'], kind: 'staff', scopes: [] };
const exchange: Principal = { ...agent, subject: 'k-1', name: 'PBX', roles: [], kind: 'api-key' };

beforeAll(async () => {
  db = await intakeDatabase();
  recordings = new Recordings(db.database, regulationBook(), clock);
});
afterAll(() => db.close());

async function called(tenant = 'kuty'): Promise<string> {
  const of = filing({ channel: 'phone', entryPoint: 'support-line', category: 'registration' }, tenant, newId());
  return (await file(filingService(db, clock), { ...of, registeredBy: 'o-1' })).requestId;
}

const keep = (who: Principal, requestId: string, callId: string, content: Uint8Array) =>
  recordings.keep(who, { requestId, callId, name: 'дзвінок.wav', content: Buffer.from(content) }, 'uk');

async function callsOf(requestId: string): Promise<readonly Call[]> {
  const outcome = await recordings.list(agent, requestId, 'uk');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return (outcome.value as { items: Call[] }).items;
}

const rowsOf = (requestId: string) =>
  db.admin('SELECT recording_id FROM intake.recordings WHERE request_id = $1', [requestId]);

test('kuty 1.1: a recording belongs to the call of the filing or to one that routing told of; the event says which, whoever brings it', async () => {
  const requestId = await called();
  const attempt = {
    id: newId(),
    type: 'work.call-attempted.v1',
    tenant: 'kuty',
    occurredAt: '2026-11-20T16:00:00.000Z',
  };
  const by = { kind: 'staff', id: 'a-1', name: 'Марія' };
  const event = { ...attempt, payload: { requestId, by, attempt: 1, outcome: 'answered', note: 'Zakhar' } } as never;
  for (let twice = 0; twice < 2; twice += 1) await db.database.tenant('kuty', (tx) => recordings.note(tx, event));
  expect(await callsOf(requestId)).toMatchObject([
    { callId: requestId, direction: 'incoming', recordings: [] },
    { callId: attempt.id, direction: 'outgoing', outcome: 'answered', by: 'Марія', at: attempt.occurredAt },
  ]);
  expect(await keep(agent, requestId, requestId, wav(2))).toMatchObject({ ok: true, value: { lengthMs: 2000 } });
  expect(await keep(exchange, requestId, attempt.id, mp3(100))).toMatchObject({ ok: true, value: { lengthMs: 2612 } });
  const said = await db.admin<{ payload: unknown }>(
    "SELECT payload FROM intake.outbox WHERE type = 'request.recording-kept.v1' AND subject_id = $1 ORDER BY id",
    [requestId],
  );
  expect(said.map(({ payload }) => payload)).toMatchObject([
    { callId: requestId, direction: 'incoming', by: { kind: 'staff', name: 'Марія' } },
    { callId: attempt.id, direction: 'outgoing', calledAt: attempt.occurredAt, by: { kind: 'platform', name: 'PBX' } },
  ]);
});

test('kuty 1.1: the same bytes are kept once for a call, also when they come twice at once', async () => {
  const requestId = await called();
  const both = await Promise.all([1, 2].map(() => keep(exchange, requestId, requestId, wav(1))));
  const ids = both.map((outcome) => (outcome.ok ? (outcome.value as Kept).recordingId : outcome.refusal.code));
  expect(new Set(ids).size).toBe(1);
  expect(await rowsOf(requestId)).toEqual([{ recording_id: ids[0] }]);
});

test('what is no sound, no call of the request, or of another hotline is refused, and nothing is kept', async () => {
  const requestId = await called();
  const other = await called();
  const codeOf = async (given: ReturnType<typeof keep>) => {
    const outcome = await given;
    return outcome.ok ? 'kept' : (outcome.refusal.errors?.[0]?.rule ?? outcome.refusal.code);
  };
  expect(await codeOf(keep(agent, requestId, requestId, new TextEncoder().encode('words')))).toBe('notAudio');
  expect(await codeOf(keep(agent, requestId, other, wav(1)))).toBe('no-such-call');
  expect(await codeOf(keep(agent, newId(), requestId, wav(1)))).toBe('unknown-request');
  expect(await codeOf(keep({ ...agent, tenant: 'ovk' }, requestId, requestId, wav(1)))).toBe('unknown-request');
  const theirs = (await file(filingService(db, clock), filing({}, 'edoc', newId()))).requestId;
  expect(await codeOf(keep({ ...agent, tenant: 'edoc' }, theirs, theirs, wav(1)))).toBe('no-recordings');
  for (const id of [requestId, other, theirs]) expect(await rowsOf(id)).toEqual([]);

  const kept = await keep(agent, requestId, requestId, wav(1));
  const recordingId = kept.ok ? (kept.value as Kept).recordingId : '';
  const play = (who: Principal, of: string) => recordings.play(who, { requestId: of, recordingId }, 'uk');
  expect((await play(agent, requestId)).ok).toBe(true);
  expect((await play(agent, other)).ok).toBe(false);
  expect((await play({ ...agent, tenant: 'ovk' }, requestId)).ok).toBe(false);
});

test('erasing a person takes the recordings too, and none can be added any more', async () => {
  const requestId = await called();
  await keep(agent, requestId, requestId, wav(1));
  await db.database.tenant('kuty', async (tx) => {
    const request = { requestId, number: '', submittedAt: clock.now(), status: 'resolved' };
    expect(await countTraces(tx, [request], { email: null, phone: null })).toMatchObject({ recordings: 1 });
    await eraseRequests(tx, [requestId], clock.now());
  });
  expect(await rowsOf(requestId)).toEqual([]);
  expect(await keep(agent, requestId, requestId, wav(1))).toMatchObject({ refusal: { code: 'request-erased' } });
});
