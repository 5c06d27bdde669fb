import { newId } from '@reglament/platform/ids';
import { Bench, type Body, type Person } from './testing/bench.ts';

let bench: Bench;
let moderator: Person;
let second: Person;
let agent: Person;

beforeAll(async () => {
  bench = await Bench.start();
  moderator = await bench.person('ovk', ['moderator'], 'm1', 'Мария Ким');
  second = await bench.person('ovk', ['moderator'], 'm2', 'Олег Дым');
  agent = await bench.person('ovk', ['agent'], 'a1', 'Анна Котова');
  await bench.hire('ovk', 'a1', { name: 'Анна Котова', skills: ['sales'] });
  await bench.hire('ovk', 'a2', { name: 'Борис Лях', skills: ['recovery'] });
}, 60_000);
afterAll(() => bench?.stop());

const versionOf = async (requestId: string): Promise<number> =>
  (await moderator.get(`/requests/${requestId}`)).body.version;
const assigned = async (): Promise<string> => {
  const id = await bench.file('ovk');
  const answer = await moderator.post(`/requests/${id}/assign`, { agentId: 'a1', version: 1 });
  expect(answer.status).toBe(200);
  return id;
};
const types = async (id: string): Promise<string[]> => (await bench.said(id)).map((each) => each.type);

test('ovk 2.4: the moderator distributes a request to an agent, and the trail says who, whom and why', async () => {
  const id = await bench.file('ovk', { category: 'purchase' });
  const proposal = await moderator.get(`/requests/${id}/proposal`);
  expect(proposal.body).toMatchObject({
    agentId: 'a1',
    name: 'Анна Котова',
    reason: { kind: 'proposed', clause: '2.5' },
  });
  const answer = await moderator.post(`/requests/${id}/assign`, { agentId: 'a1', version: 1 });
  expect(answer).toMatchObject({
    status: 200,
    body: { status: 'assigned', agent: { id: 'a1', name: 'Анна Котова' }, version: 2 },
  });
  expect(answer.body.trail).toMatchObject([
    { verb: 'register', by: { kind: 'requester' } },
    {
      verb: 'assign',
      by: { id: 'm1', name: 'Мария Ким' },
      detail: { agent: { id: 'a1' }, reason: { kind: 'proposed' } },
    },
  ]);
  const [, said] = await bench.said(id);
  expect(said).toMatchObject({
    type: 'work.assigned.v1',
    payload: { agent: { id: 'a1' }, by: { id: 'm1' }, reason: { kind: 'proposed' }, previousAgentId: null },
  });
});

test('ovk 2.4: the moderator solves it oneself', async () => {
  const id = await bench.file('ovk');
  expect((await moderator.post(`/requests/${id}/take`, { version: 1 })).body).toMatchObject({
    status: 'assigned',
    agent: { id: 'm1', name: 'Мария Ким' },
  });
  expect((await moderator.post(`/requests/${id}/resolve`, { text: 'Готово, счёт печатается.' })).body.status).toBe(
    'resolved',
  );
  expect(await types(id)).toEqual(['work.queued.v1', 'work.assigned.v1', 'work.resolved.v1']);
});

test('ovk 2.4: two moderators press at once: one wins, the other is told who has it', async () => {
  for (let round = 0; round < 10; round++) {
    const id = await bench.file('ovk');
    const answers = await Promise.all([
      moderator.post(`/requests/${id}/assign`, { agentId: 'a1', version: 1 }),
      second.post(`/requests/${id}/assign`, { agentId: 'a2', version: 1 }),
    ]);
    const [won] = answers.filter((answer) => answer.status === 200);
    const [lost] = answers.filter((answer) => answer.status === 409);
    expect(lost?.body).toMatchObject({ code: 'already-assigned', agent: won?.body.agent, version: 2 });
    expect(lost?.body.detail).toContain(won?.body.agent.name);
    expect(await types(id)).toEqual(['work.queued.v1', 'work.assigned.v1']);
  }
});

test('an assignment may be taken back for two minutes by the one who made it, on the record', async () => {
  const id = await assigned();
  expect((await second.post(`/requests/${id}/unassign`, { version: 2 })).body.code).toBe('undo-too-late');
  const view = await moderator.get(`/requests/${id}`);
  expect(view.body.allowed).toContain('unassign');
  const back = await moderator.post(`/requests/${id}/unassign`, { version: 2 });
  expect(back.body).toMatchObject({ status: 'queued', agent: null });
  expect(await types(id)).toEqual(['work.queued.v1', 'work.assigned.v1', 'work.queued.v1']);
  await moderator.post(`/requests/${id}/assign`, { agentId: 'a1', version: 3 });
  bench.clock.advance(2 * 60_000);
  const late = await moderator.post(`/requests/${id}/unassign`, { version: 4 });
  expect(late).toMatchObject({ status: 409, body: { code: 'undo-too-late' } });
  expect((await moderator.get(`/requests/${id}`)).body.allowed).not.toContain('unassign');
});

test('ovk 2.9: the third unanswered call cancels the request with the regulation’s reason', async () => {
  const id = await assigned();
  const call = (outcome: string) => agent.post(`/requests/${id}/calls`, { outcome });
  expect((await call('no-answer')).body.status).toBe('assigned');
  expect((await call('busy')).body.status).toBe('assigned');
  const third = await call('switched-off');
  expect(third.body.status).toBe('cancelled');
  expect(third.body.calls.map((each: { attempt: number }) => each.attempt)).toEqual([1, 2, 3]);
  const said = await bench.said(id);
  expect(said.map((each) => each.type).slice(-2)).toEqual(['work.call-attempted.v1', 'work.cancelled.v1']);
  expect(said.at(-1)?.payload).toMatchObject({ reason: 'unreachable', clause: '2.9', by: { kind: 'platform' } });
  expect((await call('no-answer')).body.code).toBe('not-allowed-now');
});

test('ovk 2.9: an answered call begins a new series, and so does reopening', async () => {
  const id = await assigned();
  for (const outcome of ['no-answer', 'no-answer', 'answered', 'no-answer', 'no-answer'])
    expect((await agent.post(`/requests/${id}/calls`, { outcome })).body.status).toBe('assigned');
  expect((await agent.post(`/requests/${id}/calls`, { outcome: 'no-answer' })).body.status).toBe('cancelled');
  await agent.post(`/requests/${id}/reopen`, { because: 'Перезвонили сами' });
  expect((await agent.post(`/requests/${id}/calls`, { outcome: 'no-answer' })).body).toMatchObject({
    status: 'assigned',
  });
});

test('ovk 2.6: handed over to the developer, the answer comes back into the request', async () => {
  const id = await assigned();
  const handed = await agent.post(`/requests/${id}/hand-over`, { vendor: 'developer', note: 'Вопрос по проводкам' });
  expect(handed.body).toMatchObject({ status: 'handed-over', vendor: 'developer' });
  const back = await agent.post(`/requests/${id}/vendor-answer`, { text: 'Исправлено в обновлении' });
  expect(back.body.status).toBe('assigned');
  expect((await bench.said(id)).slice(-2)).toMatchObject([
    { type: 'work.handed-over.v1', payload: { to: 'developer', clause: '2.6' } },
    { type: 'work.resumed.v1', payload: { because: 'vendor-answered' } },
  ]);
  expect((await agent.post(`/requests/${id}/hand-over`, { vendor: 'nobody' })).body).toMatchObject({
    code: 'unknown-vendor',
    vendors: ['developer'],
  });
});

test('ovk 2.6: a question out of scope is declined on the clause', async () => {
  const id = await bench.file('ovk', { category: 'accounting-question' });
  const answer = await moderator.post(`/requests/${id}/decline`, { reason: 'not-support', text: 'Это вопрос учёта.' });
  expect(answer.body.status).toBe('declined');
  expect((await bench.said(id)).at(-1)).toMatchObject({
    type: 'work.declined.v1',
    payload: { clause: '2.6', reason: 'not-support' },
  });
});

test('a reason must be one of the regulation, and one that staff may choose; the refusal names them in the caller’s language', async () => {
  const id = await assigned();
  const refused = await agent.post(`/requests/${id}/cancel`, { reason: 'unreachable' });
  expect(refused).toMatchObject({ status: 422, body: { code: 'unknown-reason' } });
  expect(refused.body.reasons).toEqual(expect.arrayContaining(['duplicate']));
  expect(refused.body.detail).toMatch(/регламент/);
  const english = await bench.person('ovk', ['agent'], 'a1', 'Анна Котова', 'en');
  expect((await english.post(`/requests/${id}/cancel`, { reason: 'nonsense' })).body.detail).toMatch(/regulation/);
  expect((await agent.post(`/requests/${id}/cancel`, { reason: 'duplicate' })).body.status).toBe('cancelled');
});

test('ovk 2.10: who registered, assigned, changed and closed what and when, complete and in order', async () => {
  const id = await assigned();
  await agent.post(`/requests/${id}/ask`, { text: 'Какая у вас версия?' });
  await bench.deliver(
    bench.event('request.message-received.v1', 'ovk', { requestId: id, messageId: newId(), channel: 'web' }),
  );
  await agent.post(`/requests/${id}/reply`, { text: 'Обновите программу.' });
  await agent.post(`/requests/${id}/resolve`);
  await moderator.post(`/requests/${id}/reopen`, { because: 'Не помогло' });
  const { body } = await moderator.get(`/requests/${id}`);
  expect(body.trail.map((line: { verb: string; by: { name: string } }) => [line.verb, line.by.name])).toEqual([
    ['register', ''],
    ['assign', 'Мария Ким'],
    ['ask', 'Анна Котова'],
    ['requester-answer', ''],
    ['reply', 'Анна Котова'],
    ['resolve', 'Анна Котова'],
    ['reopen', 'Мария Ким'],
  ]);
  expect(body.version).toBe(7);
});

test('ovk 2.10: the trail can be neither changed nor removed, by the service’s roles or by the owner', async () => {
  await assigned();
  for (const text of [
    "UPDATE routing.trail SET by_name = 'x'",
    'DELETE FROM routing.trail',
    'TRUNCATE routing.trail',
  ]) {
    await expect(bench.db.database.tenant('ovk', (tx) => tx.sql(text))).rejects.toMatchObject({ code: '42501' });
    await expect(bench.db.database.system((tx) => tx.sql(text))).rejects.toMatchObject({ code: '42501' });
    await expect(bench.db.admin(text)).rejects.toMatchObject({ code: '42501' });
  }
});

test('another tenant’s request is not there, whatever is done to it', async () => {
  const id = await assigned();
  const stranger = await bench.person('kuty', ['moderator', 'agent'], 'a1', 'Чужий', 'uk');
  expect((await stranger.get(`/requests/${id}`)).status).toBe(404);
  expect((await stranger.get(`/requests/${id}/proposal`)).status).toBe(404);
  for (const [verb, body] of Object.entries(bodies))
    expect([verb, (await stranger.post(`/requests/${id}/${verb}`, body)).status]).toEqual([verb, 404]);
  expect((await stranger.get('/queue')).body).toEqual({ items: [], total: 0, next: null });
  expect((await stranger.get('/requests?status=open')).body.items).toEqual([]);
  expect(await versionOf(id)).toBe(2);
});

test('each role sees its own doors only', async () => {
  const id = await assigned();
  const operator = await bench.person('ovk', ['operator'], 'o1');
  const manager = await bench.person('ovk', ['manager'], 'g1');
  const other = await bench.person('ovk', ['agent'], 'a2');
  expect((await operator.get('/queue')).status).toBe(403);
  expect((await agent.get('/queue')).status).toBe(403);
  expect((await agent.post(`/requests/${id}/assign`, { agentId: 'a2', version: 2 })).status).toBe(403);
  expect((await manager.post(`/requests/${id}/reply`, { text: 'x' })).status).toBe(403);
  expect((await manager.get(`/requests/${id}`)).body.allowed).toEqual([]);
  expect(await other.post(`/requests/${id}/reply`, { text: 'x' })).toMatchObject({
    status: 403,
    body: { code: 'not-yours' },
  });
  const { body: seen } = await other.get('/requests?agent=a1');
  expect(seen.items.filter((item: { agent: { id: string } }) => item.agent.id !== 'a2')).toEqual([]);
});

const bodies: Readonly<Record<string, object>> = {
  assign: { agentId: 'a2', version: 1 },
  take: { version: 1 },
  unassign: { version: 1 },
  reply: { text: 'x' },
  ask: { text: 'x' },
  calls: { outcome: 'answered' },
  'hand-over': { vendor: 'developer' },
  'vendor-answer': { text: 'x' },
  resolve: {},
  cancel: { reason: 'duplicate' },
  decline: { reason: 'not-support' },
  reopen: { because: 'x' },
};

test('the life cycle’s table holds through HTTP: each verb in each status', async () => {
  const reach: Readonly<Record<string, readonly [string, object][]>> = {
    queued: [],
    assigned: [['assign', { agentId: 'a1' }]],
    waiting: [
      ['assign', { agentId: 'a1' }],
      ['ask', { text: 'x' }],
    ],
    'handed-over': [
      ['assign', { agentId: 'a1' }],
      ['hand-over', { vendor: 'developer' }],
    ],
    resolved: [['resolve', {}]],
    cancelled: [['cancel', { reason: 'duplicate' }]],
    declined: [['decline', { reason: 'not-support' }]],
  };
  for (const [status, steps] of Object.entries(reach))
    for (const [verb, body] of Object.entries(bodies)) {
      const id = await bench.file('ovk');
      for (const [step, more] of steps)
        await moderator.post(`/requests/${id}/${step}`, { ...more, ...('agentId' in more ? { version: 1 } : {}) });
      const { body: before } = await moderator.get(`/requests/${id}`);
      expect(before.status).toBe(status);
      const name = verb === 'calls' ? 'log-call' : verb;
      const answer = await moderator.post(
        `/requests/${id}/${verb}`,
        'version' in body ? { ...body, version: before.version } : body,
      );
      expect([status, verb, answer.status]).toEqual([status, verb, before.allowed.includes(name) ? 200 : 409]);
      if (answer.status === 409) expect((await moderator.get(`/requests/${id}`)).body.version).toBe(before.version);
    }
}, 60_000);

test('the API page can be made, and names every refusal of every verb', async () => {
  const page = (await (await fetch(`${bench.url}/openapi.json`)).json()) as Body;
  const { post } = page.paths['/requests/{requestId}/assign'] ?? {};
  expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['200', '404', '409', '422']));
  for (const verb of Object.keys(bodies)) expect(page.paths[`/requests/{requestId}/${verb}`]?.post).toBeDefined();
  expect(page.paths['/queue'].get.parameters.map((each: { name: string }) => each.name).sort()).toEqual([
    'after',
    'limit',
  ]);
});
