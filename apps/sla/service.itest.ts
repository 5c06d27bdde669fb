import { FixedClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { eventually } from '@reglament/testing/eventually';
import type { ClockView } from './http/shapes.ts';
import { SlaBench } from './service.samples.ts';
import { msk, shown } from './sla.samples.ts';

const clock = new FixedClock(msk('2026-11-20 17:50:02'));
let sla: SlaBench;
beforeAll(async () => {
  sla = await SlaBench.open(clock);
  await Promise.all([sla.start('1'), sla.start('2')]);
}, 120_000);
afterAll(() => sla.close(), 60_000);

const agent = { kind: 'staff' as const, id: newId(), name: 'Агент' };

test('ovk 2.7, 1.3: filed Friday 17:50, due Monday 9:20, and the explanation shows why', async () => {
  const requestId = await sla.submit(msk('2026-11-20 17:50'));
  const answer = await sla.clockOf(requestId, 'answer');
  expect(answer).toMatchObject({ state: 'running', clause: '2.7', run: 1, expired: false, late: false, verdict: null });
  expect(shown(answer.dueAt)).toBe('2026-11-23 09:20');
  expect(answer.clauseText).toContain('30 минут');

  const response = await sla.ask(`/requests/${requestId}/clocks/${encodeURIComponent(answer.clockId)}/explanation`);
  expect(response.status).toBe(200);
  const explanation = (await response.json()) as ClockView['explanation'];
  expect(explanation).toMatchObject({
    rule: 'answer',
    clause: '2.7',
    edition: '2026-11',
    timeZone: 'Europe/Moscow',
    time: 'working',
    withinMs: 1_800_000,
    startedBy: 'request.submitted',
    countedMs: 1_800_000,
  });
  expect(explanation.spans.map((span) => `${shown(span.from)} – ${shown(span.to)} ${span.is}`)).toEqual([
    '2026-11-20 17:50 – 2026-11-20 18:00 counted',
    '2026-11-20 18:00 – 2026-11-23 09:00 closed',
    '2026-11-23 09:00 – 2026-11-23 09:20 counted',
  ]);
});

test('ovk 2.7: over a holiday with a working Saturday, the explanation names both', async () => {
  const answer = await sla.clockOf(await sla.submit(msk('2025-11-01 16:50')), 'answer');
  expect(shown(answer.dueAt)).toBe('2025-11-05 09:20');
  const reasons = answer.explanation.spans.map((span) => span.why).filter((why) => why !== null);
  expect(reasons).toEqual(expect.arrayContaining(['Выходной перенесён с 1 ноября', 'День народного единства']));
  expect(reasons[0]).toContain('Рабочая суббота');
});

test('ovk 2.7: the clock waits while the requester is asked for more, and goes on with what was left', async () => {
  const requestId = await sla.submit(msk('2026-11-20 10:00'));
  const messageId = newId();
  await sla.publish('work.information-requested.v1', msk('2026-11-20 10:10'), {
    requestId,
    messageId,
    by: agent,
    text: '?',
  });
  await eventually(async () => expect((await sla.clockOf(requestId, 'answer')).state).toBe('paused'));
  const paused = await sla.clockOf(requestId, 'answer');
  expect(paused).toMatchObject({ dueAt: null, leftMs: 20 * 60_000 });
  await sla.publish('request.message-received.v1', msk('2026-11-20 12:00'), {
    requestId,
    messageId: newId(),
    channel: 'web',
  });
  await eventually(async () => expect(shown((await sla.clockOf(requestId, 'answer')).dueAt)).toBe('2026-11-20 12:20'));
});

test('ovk 2.4: expiry is announced once by two instances at its second, the broken promise stays broken', async () => {
  const filed = msk('2026-11-20 17:50:02');
  const requestId = await sla.submit(filed);
  await sla.publish('work.queued.v1', filed, { requestId, number: '0000017', category: 'interface', urgent: false });
  await sla.clockOf(requestId, 'moderation');
  clock.set(msk('2026-11-20 17:55:03'));
  await eventually(async () =>
    expect((await sla.said(requestId, 'moderation')).map((one) => one.type)).toContain('clock.expired.v1'),
  );
  clock.set(msk('2026-11-20 17:57:00'));
  const reason = { kind: 'chosen' as const, sentence: '', clause: null };
  const assigned = { requestId, agent, by: agent, reason, previousAgentId: null };
  await sla.publish('work.assigned.v1', msk('2026-11-20 17:56:00'), assigned);
  await eventually(async () => expect((await sla.clockOf(requestId, 'moderation')).state).toBe('stopped'));
  expect((await sla.said(requestId, 'moderation')).map((one) => one.type)).toEqual([
    'clock.scheduled.v1',
    'clock.expired.v1',
    'clock.stopped.v1',
  ]);
  expect((await sla.said(requestId, 'moderation'))[1]?.payload.late).toBe(false);
  expect(await sla.clockOf(requestId, 'moderation')).toMatchObject({ verdict: 'broken', expired: true, late: false });
});

test('after a stop of all instances missed expiries are announced once and marked late', async () => {
  clock.set(msk('2026-11-20 16:00'));
  const filed = msk('2026-11-20 16:00');
  const requestId = await sla.submit(filed);
  await sla.publish('work.queued.v1', filed, { requestId, number: '0000018', category: 'interface', urgent: false });
  await sla.clockOf(requestId, 'moderation');
  await sla.stop();
  clock.set(msk('2026-11-20 16:20'));
  await Promise.all([sla.start('1'), sla.start('2')]);
  await eventually(async () => expect((await sla.said(requestId, 'moderation')).length).toBeGreaterThan(1), {
    within: 20_000,
  });
  clock.set(msk('2026-11-20 16:21'));
  await eventually(async () =>
    expect((await sla.said(requestId, 'answer')).map((one) => one.type)).toContain('clock.warned.v1'),
  );
  const expired = (await sla.said(requestId, 'moderation')).filter((one) => one.type === 'clock.expired.v1');
  expect(expired).toHaveLength(1);
  expect(expired[0]?.payload.late).toBe(true);
});

test('edoc 5: the clause and the clock are named in the language asked for', async () => {
  const requestId = await sla.submit(msk('2026-11-20 16:00'), { tenant: 'edoc', category: 'error' });
  await sla.clockOf(requestId, 'placement', 'edoc');
  const nameIn = async (language: string) =>
    (await sla.clocksOf(requestId, 'edoc', language)).find((one) => one.rule === 'placement')?.name;
  expect(await nameIn('kk-KZ, ru;q=0.5')).toBe('Қолдау жүйесіне орналастыру');
  expect(await nameIn('ru')).toBe('Размещение в системе поддержки');
});

test('another tenant, an unknown request and a caller without a credential get nothing', async () => {
  const requestId = await sla.submit(msk('2026-11-20 16:00'));
  await sla.clockOf(requestId, 'answer');
  expect((await sla.ask(`/requests/${requestId}/clocks`, { tenant: 'edoc' })).status).toBe(404);
  expect((await sla.ask(`/requests/${newId()}/clocks`)).status).toBe(404);
  expect((await sla.ask(`/requests/${requestId}/clocks/none/explanation`)).status).toBe(404);
  expect((await fetch(`${sla.url}/requests/${requestId}/clocks`)).status).toBe(401);
});
