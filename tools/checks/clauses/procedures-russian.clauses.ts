// The procedures of work that the two Russian regulations set out.
import { lastOf, soon } from './bench.ts';
import { bench, between, fileFor, minutes } from './russian.ts';
import type { Hotline } from './shapes.ts';

/** A moment so many milliseconds ahead by the platform's clock. */
const ahead = async (tenant: string, ms: number): Promise<string> => {
  const { now } = await bench().get<Hotline>(null, `/intake/hotlines/${tenant}`);
  return new Date(Date.parse(now) + ms).toISOString();
};

test('initiative 2.6: the responsible agent sets the completion deadline; it is recorded, told, changed only with a reason kept in history, and has a clock of its own that warns and expires', async () => {
  const { requestId, email } = await fileFor('agent', 'initiative');
  const set = (who: string, body: object) =>
    bench().call(`${who}@initiative`, 'POST', `/routing/requests/${requestId}/deadline`, body);
  const first = await ahead('initiative', 60 * minutes);
  expect((await set('agent2', { deadline: { kind: 'moment', at: first } })).body).toMatchObject({ code: 'not-yours' });
  expect((await set('agent', { deadline: { kind: 'moment', at: first }, tell: true })).status).toBe(200);
  expect((await bench().letter('initiative', email, 'рассчитывает закончить')).subject).toContain('Срок');
  const own = await bench().clock('initiative', requestId, 'completion', ({ state }) => state === 'running');
  expect(own).toMatchObject({ clause: '2.6', dueAt: first });
  expect(between(own.startedAt, own.warnAt)).toBeGreaterThan(0);
  expect(own.explanation).toMatchObject({ setBy: 'work.deadline-set' });

  const second = await ahead('initiative', 2 * minutes);
  const silent = await set('agent', { deadline: { kind: 'moment', at: second } });
  expect(silent.body).toMatchObject({ code: 'deadline-needs-reason', clause: '2.6' });
  const note = 'Клиент просит успеть до закрытия.';
  expect((await set('agent', { deadline: { kind: 'moment', at: second }, note })).status).toBe(200);
  await bench().clock('initiative', requestId, 'completion', ({ expired }) => expired, 60_000);
  await soon(async () => {
    const { trail } = await bench().work('agent@initiative', requestId);
    const history = trail.filter(({ verb }) => verb === 'set-deadline');
    expect(history.map(({ detail }) => [detail.dueAt, detail.previousDueAt, detail.note])).toEqual([
      [first, null, null],
      [second, first, note],
    ]);
    const escalated = trail.find(({ verb, detail }) => verb === 'escalate' && detail.rule === 'completion');
    expect(escalated).toMatchObject({ detail: { clause: '2.6', to: 'manager' } });
  });
  await bench().act('agent@initiative', requestId, 'resolve');
  const done = await bench().clock('initiative', requestId, 'completion', ({ state }) => state === 'stopped');
  expect(done).toMatchObject({ verdict: 'broken', dueAt: second });
});

test.each([
  ['ovk', '2.8', 'agent3'],
  ['initiative', '2.5', 'agent2'],
] as const)(
  '%s %s: a session of remote administration is recorded on the request with tool, start, end and consent; without consent it is refused',
  async (tenant, clause, agent) => {
    const { requestId } = await fileFor(agent, tenant, { category: 'failure' });
    const session = {
      ...{ tool: 'anydesk', startedAt: await ahead(tenant, -20 * minutes), endedAt: await ahead(tenant, -5 * minutes) },
      ...{ consent: { by: 'Ольга Светлова', how: 'by-phone' }, note: 'Перезапущена служба базы.' },
    };
    const record = (more: object) =>
      bench().call(`${agent}@${tenant}`, 'POST', `/routing/requests/${requestId}/sessions`, { ...session, ...more });
    expect((await record({ consent: null })).body).toMatchObject({ code: 'session-without-consent', clause });
    const backwards = { startedAt: session.endedAt, endedAt: session.startedAt };
    expect((await record(backwards)).body).toMatchObject({ code: 'session-ends-before-start', clause });
    expect((await record({})).status).toBe(200);
    const { sessions, trail } = await bench().work(`${agent}@${tenant}`, requestId);
    expect(sessions).toMatchObject([session]);
    expect(lastOf(trail, 'record-session')).toMatchObject({ detail: { clause, consent: session.consent } });
    await bench().act(`${agent}@${tenant}`, requestId, 'resolve', { text: 'Программа снова работает.' });
  },
);

test('ovk 2.9: a call to a wrong number asks the requester for another one by letter, and work waits for it', async () => {
  const { requestId, email, number } = await fileFor('agent', 'ovk', { phone: '+79215550199' });
  const { status } = await bench().act('agent@ovk', requestId, 'calls', { outcome: 'wrong-number' });
  expect(status).toBe('waiting');
  expect(await bench().letter('ovk', email, 'по какому номеру вам позвонить')).toBeDefined();
  const answer = { number, contact: email, text: 'Звоните на +7 921 555-01-98.' };
  await bench().post(null, '/intake/hotlines/ovk/status/messages', answer);
  await soon(async () => expect((await bench().work('agent@ovk', requestId)).status).toBe('assigned'));
});
