import type { AnyEvent } from '@reglament/contracts';
import { newId } from '@reglament/platform/ids';
import { keepEarlyFact } from './store/early-facts.ts';
import { Bench, type Person } from './testing/bench.ts';

let bench: Bench;
let moderator: Person;

beforeAll(async () => {
  bench = await Bench.start();
  moderator = await bench.person('ovk', ['moderator', 'agent'], 'm1', 'Мария Ким');
  await bench.hire('ovk', 'a1', { name: 'Анна Котова' });
}, 60_000);
afterAll(() => bench?.stop());

const work = async (id: string) => (await moderator.get(`/requests/${id}`)).body;
const types = async (id: string): Promise<string[]> => (await bench.said(id)).map((each) => each.type);
const wrote = (id: string, at?: string): AnyEvent =>
  bench.event('request.message-received.v1', 'ovk', { requestId: id, messageId: newId(), channel: 'web' }, at);
const withdrew = (id: string): AnyEvent => bench.event('request.withdrawn.v1', 'ovk', { requestId: id, reason: null });

test('the same request told of again makes one work, one place in the queue, one line in the trail', async () => {
  const event = bench.submitted('ovk');
  await bench.deliver(event, event);
  await bench.deliver({ ...event, id: newId() });
  const { requestId } = event.payload;
  expect(await types(requestId)).toEqual(['work.queued.v1']);
  expect((await work(requestId)).trail).toHaveLength(1);
});

test('a request, a message and a withdrawal may come in one batch', async () => {
  const event = bench.submitted('ovk');
  const { requestId } = event.payload;
  await bench.deliver(bench.submitted('ovk'), event, wrote(requestId), withdrew(requestId), bench.submitted('ovk'));
  expect(await work(requestId)).toMatchObject({ status: 'withdrawn' });
  expect((await work(requestId)).trail.map((line: { verb: string }) => line.verb)).toEqual([
    'register',
    'requester-answer',
    'withdraw',
  ]);
});

test('what comes before its request waits for it and then counts', async () => {
  const event = bench.submitted('ovk');
  const { requestId } = event.payload;
  await bench.deliver(wrote(requestId));
  expect((await moderator.get(`/requests/${requestId}`)).status).toBe(404);
  await bench.deliver(event);
  expect(await work(requestId)).toMatchObject({ status: 'queued', unreadSince: bench.now });

  const another = bench.submitted('ovk');
  await bench.deliver(withdrew(another.payload.requestId));
  await bench.deliver(another);
  expect((await work(another.payload.requestId)).status).toBe('withdrawn');
  expect(await bench.db.admin('SELECT 1 FROM routing.early_facts')).toEqual([]);
});

test('a clock that is set back by half an hour takes no request back: its history stays in order, and an answer stays an answer', async () => {
  const event = bench.submitted('ovk');
  const id = event.payload.requestId;
  // It comes into the queue later than its first line in the trail says that it was registered.
  bench.clock.advance(40);
  await bench.deliver(event);
  const queued = bench.now;
  bench.clock.advance(-30 * 60_000);
  await moderator.post(`/requests/${id}/take`, { version: 1 });
  await moderator.post(`/requests/${id}/ask`, { text: 'Какой номер счёта?' });
  const { waitingSince } = await work(id);
  // Intake answers for its own side: it says nothing that came before the question.
  await bench.deliver(wrote(id, waitingSince));
  expect(await work(id)).toMatchObject({ status: 'assigned' });
  await moderator.post(`/requests/${id}/resolve`, { text: 'Готово.' });
  bench.clock.advance(30 * 60_000);
  const { status, trail } = await work(id);
  expect(status).toBe('resolved');
  expect(trail.slice(1).map(({ at }: { at: string }) => at)).toEqual(trail.slice(1).map(() => queued));
  const said = await bench.db.admin<{ early: number }>(
    `SELECT count(*)::int AS early FROM routing.outbox WHERE subject_id = $1 AND occurred_at < $2`,
    [id, queued],
  );
  expect(said).toEqual([{ early: 0 }]);
});

test('a fact put aside while another instance was placing its request is found and applied, once', async () => {
  const id = await bench.file('ovk');
  const late = wrote(id);
  await bench.db.database.tenant('ovk', (tx) => keepEarlyFact(tx, late, id));
  const orphan = wrote(newId());
  await bench.deliver(orphan);
  const sweep = bench.sweep();
  const found = await Promise.all([sweep.round(), sweep.round()]);
  expect(Math.max(...found)).toBe(1);
  expect((await work(id)).trail.map((line: { verb: string }) => line.verb)).toEqual(['register', 'requester-answer']);
  expect(await bench.db.admin('DELETE FROM routing.early_facts RETURNING event_id')).toEqual([{ event_id: orphan.id }]);
});

test('ovk 1.5: a call that an operator registered carries the operator’s name in the trail', async () => {
  await bench.hire('ovk', 'o1', { name: 'Ольга Юн', roles: ['operator'] });
  const id = await bench.file('ovk', { channel: 'phone', registeredBy: 'o1' });
  expect((await work(id)).trail).toMatchObject([
    { verb: 'register', by: { kind: 'staff', id: 'o1', name: 'Ольга Юн' } },
  ]);
});

test('work that waits for the requester goes on when they write, once', async () => {
  const id = await bench.file('ovk');
  await moderator.post(`/requests/${id}/take`, { version: 1 });
  expect((await moderator.post(`/requests/${id}/ask`, { text: 'Какая версия?' })).body.status).toBe('waiting');
  bench.clock.advance(60_000);
  await bench.deliver(wrote(id));
  await bench.deliver(wrote(id));
  expect(await work(id)).toMatchObject({ status: 'assigned', waitingSince: null });
  expect((await types(id)).filter((type) => type === 'work.resumed.v1')).toHaveLength(1);
});

test('a message written before the question was asked is no answer to it', async () => {
  const id = await bench.file('ovk');
  const before = bench.now;
  bench.clock.advance(60_000);
  await moderator.post(`/requests/${id}/take`, { version: 1 });
  await moderator.post(`/requests/${id}/ask`, { text: 'Какая версия?' });
  await bench.deliver(wrote(id, before));
  expect(await work(id)).toMatchObject({ status: 'waiting', unreadSince: before });
});

test('a message to a closed request is seen and changes nothing else; a withdrawn one takes no more', async () => {
  const id = await bench.file('ovk');
  await moderator.post(`/requests/${id}/resolve`);
  await bench.deliver(wrote(id));
  expect(await work(id)).toMatchObject({ status: 'resolved', unreadSince: bench.now });
  await bench.deliver(withdrew(id));
  expect(await work(id)).toMatchObject({ status: 'resolved' });
  expect((await work(id)).trail.at(-1)).toMatchObject({ verb: 'withdraw', by: { kind: 'requester' } });
});

test('the newest word about a member of staff counts, in whatever order it comes', async () => {
  const changed = (name: string, active: boolean, at: string): AnyEvent =>
    bench.event(
      'staff.changed.v1',
      'ovk',
      { staffId: 's9', name, roles: ['agent'], skills: [], languages: ['ru'], active },
      at,
    );
  await bench.deliver(changed('Новое имя', true, '2026-11-20T08:00:00.000Z'));
  await bench.deliver(changed('Старое имя', true, '2026-11-20T07:00:00.000Z'));
  const named = async () =>
    (await moderator.get('/agents')).body.filter((each: { staffId: string }) => each.staffId === 's9');
  expect(await named()).toMatchObject([{ name: 'Новое имя', open: 0 }]);
  await bench.deliver(changed('Новое имя', false, '2026-11-20T09:00:00.000Z'));
  expect(await named()).toEqual([]);
  const id = await bench.file('ovk');
  expect((await moderator.post(`/requests/${id}/assign`, { agentId: 's9', version: 1 })).body.code).toBe(
    'unknown-agent',
  );
});

const clockOf = (id: string, rule: string) => ({ requestId: id, clockId: `${id}:${rule}:1`, rule, clause: '2.4' });
const scheduled = (id: string, rule: string, dueAt: string | null, state: 'running' | 'paused' = 'running'): AnyEvent =>
  bench.event('clock.scheduled.v1', 'ovk', { ...clockOf(id, rule), state, dueAt, warnAt: dueAt });
const expired = (id: string, rule: string, dueAt: string): AnyEvent =>
  bench.event('clock.expired.v1', 'ovk', { ...clockOf(id, rule), dueAt, late: false }, dueAt);
const due = '2026-11-20T07:05:00.000Z';
const later = '2026-11-20T08:05:00.000Z';

test('the queue shows each request’s clocks as sla tells of them, also before the request is heard of', async () => {
  const event = bench.submitted('ovk');
  const id = event.payload.requestId;
  await bench.deliver(scheduled(id, 'moderation', due), scheduled(id, 'answer', later));
  await bench.deliver(event);
  const row = async () =>
    (await moderator.get('/queue?limit=200')).body.items.find((item: { requestId: string }) => item.requestId === id);
  expect((await row()).clocks).toEqual([
    { ...strip(clockOf(id, 'moderation')), state: 'running', dueAt: due, warnAt: due, warned: false, expired: false },
    { ...strip(clockOf(id, 'answer')), state: 'running', dueAt: later, warnAt: later, warned: false, expired: false },
  ]);
  await bench.deliver(
    bench.event('clock.warned.v1', 'ovk', { ...clockOf(id, 'moderation'), dueAt: due }),
    expired(id, 'moderation', due),
  );
  expect((await row()).clocks[0]).toMatchObject({ warned: true, expired: true });
  await bench.deliver(
    bench.event('clock.stopped.v1', 'ovk', {
      ...clockOf(id, 'moderation'),
      verdict: 'broken',
      dueAt: due,
      stoppedAt: later,
      countedMs: 1,
      elapsedMs: 1,
    }),
  );
  expect((await row()).clocks).toHaveLength(1);
});

const strip = ({ requestId: _, ...rest }: { requestId: string; clockId: string; rule: string; clause: string }) => rest;

test('an older word about a clock never replaces a newer one, and a moved deadline is not late', async () => {
  const id = await bench.file('ovk');
  const old = scheduled(id, 'answer', due);
  const paused = scheduled(id, 'answer', null, 'paused');
  const again = scheduled(id, 'answer', later);
  await bench.deliver(old, expired(id, 'answer', due));
  await bench.deliver(again);
  await bench.deliver(paused);
  await bench.deliver(old);
  expect((await work(id)).clocks).toMatchObject([{ state: 'running', dueAt: later, expired: false }]);
  await bench.deliver(expired(id, 'answer', due));
  expect((await work(id)).clocks).toMatchObject([{ expired: false }]);
});

test('ovk 2.4: when the five minutes are over it is escalated to whom the regulation names, and the trail says so', async () => {
  const id = await bench.file('ovk');
  await bench.deliver(expired(id, 'moderation', due));
  expect((await bench.said(id)).at(-1)).toMatchObject({
    type: 'work.escalated.v1',
    payload: { clockRule: 'moderation', toRole: 'manager' },
  });
  expect((await work(id)).trail.at(-1)).toMatchObject({
    verb: 'escalate',
    by: { kind: 'platform' },
    detail: { to: 'manager', rule: 'moderation' },
  });
});

test('a thousand requests in one batch are a few statements, in the order of urgency and arrival', async () => {
  const tenant = 'ovk';
  const before = (await moderator.get('/queue')).body.total;
  const events = Array.from({ length: 1000 }, (_, index) =>
    bench.submitted(tenant, {
      urgent: index % 10 === 0,
      submittedAt: new Date(Date.parse('2026-11-20T06:00:00Z') + ((index * 7919) % 1000) * 1000).toISOString(),
    }),
  );
  const started = performance.now();
  await bench.deliver(...events);
  const seconds = (performance.now() - started) / 1000;
  expect(seconds).toBeLessThan(5);
  const seen: { urgent: boolean; arrivedAt: string; requestId: string }[] = [];
  let next: string | null = '';
  for (let page = 0; next !== null && page < 100; page++) {
    const { body }: { body: { items: typeof seen; next: string | null; total: number } } = await moderator.get(
      `/queue?limit=200${next === '' ? '' : `&after=${next}`}`,
    );
    seen.push(...body.items);
    next = body.next;
    expect(body.total).toBe(before + 1000);
  }
  expect(seen).toHaveLength(before + 1000);
  expect(new Set(seen.map((item) => item.requestId)).size).toBe(seen.length);
  const keys = seen.map((item) => `${item.urgent ? 0 : 1} ${item.arrivedAt} ${item.requestId}`);
  expect(keys).toEqual([...keys].sort());
});

test('a place that is not one is refused', async () => {
  const id = newId();
  for (const text of ["0/1/'; drop", `0/-99999999999999/${id}`, `0/9e99/${id}`, `99/1/${id}`, `0/1/${id}/1`, '//', ''])
    expect((await moderator.get(`/queue?after=${Buffer.from(text).toString('base64url')}`)).status).toBe(400);
  expect((await moderator.get('/queue?after=%00')).status).toBe(400);
  expect((await moderator.get('/queue?limit=201')).status).toBe(400);
});
