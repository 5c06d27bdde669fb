import { Bench, type Person } from './testing/bench.ts';

let bench: Bench;
const people = new Map<string, Person>();
beforeAll(async () => {
  bench = await Bench.start();
  for (const tenant of ['ovk', 'edoc', 'initiative']) {
    people.set(`moderator@${tenant}`, await bench.person(tenant, ['moderator'], 'm1', 'Мария Ким'));
    people.set(`agent@${tenant}`, await bench.person(tenant, ['agent'], 'a1', 'Анна Котова'));
    people.set(`other@${tenant}`, await bench.person(tenant, ['agent'], 'a2', 'Борис Лях'));
    for (const id of ['a1', 'a2']) await bench.hire(tenant, id);
  }
}, 60_000);
afterAll(() => bench?.stop());

const as = (name: string): Person => {
  const person = people.get(name);
  if (person === undefined) throw new Error(`${name} is nobody`);
  return person;
};
/** A request of this category with its agent. */
async function assigned(tenant: string, category: string): Promise<string> {
  const id = await bench.file(tenant, { category });
  const answer = await as(`moderator@${tenant}`).post(`/requests/${id}/assign`, { agentId: 'a1', version: 1 });
  expect(answer.status).toBe(200);
  return id;
}
const types = async (id: string): Promise<string[]> => (await bench.said(id)).map((each) => each.type);
const iso = (afterMs: number): string => new Date(bench.clock.now() + afterMs).toISOString();
const hour = 3_600_000;

describe('edoc 9: postponing', () => {
  const post = (id: string, verb: string, body: object = {}) => as('agent@edoc').post(`/requests/${id}/${verb}`, body);

  test('needs a listed reason and an end, is told, is listed, and goes on when the agent says so', async () => {
    const id = await assigned('edoc', 'consultation');
    const refused = [
      await post(id, 'postpone', { reason: 'mood', until: iso(hour) }),
      await post(id, 'postpone', { reason: 'next-release' }),
      await post(id, 'postpone', { reason: 'next-release', until: iso(-hour) }),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual(['unknown-reason', 'postponed-without-end', 'moment-passed']);
    const until = iso(hour);
    const done = await post(id, 'postpone', { reason: 'next-release', until, note: 'Исправим в выпуске.' });
    expect(done.body).toMatchObject({ status: 'postponed', postponement: { reason: 'next-release', until } });
    expect(done.body.allowed).toEqual(expect.arrayContaining(['reply', 'resume', 'resolve', 'cancel', 'decline']));
    expect(done.body.allowed).not.toContain('ask');
    expect((await bench.said(id)).at(-1)).toMatchObject({
      type: 'work.postponed.v1',
      payload: { reason: 'next-release', clause: '9', until, untilReply: false, note: 'Исправим в выпуске.' },
    });
    const list = await as('agent@edoc').get('/requests?agent=me&status=postponed');
    expect(list.body.items).toMatchObject([{ requestId: id, postponement: { until } }]);
    const open = await as('agent@edoc').get('/requests?agent=me');
    expect(open.body.items.map((item: { requestId: string }) => item.requestId)).toContain(id);
    expect((await post(id, 'resume')).body).toMatchObject({ status: 'assigned', postponement: null });
    expect((await bench.said(id)).at(-1)).toMatchObject({
      type: 'work.postponement-ended.v1',
      payload: { because: 'staff' },
    });
  });

  const expired = (requestId: string, dueAt: string) =>
    bench.event('clock.expired.v1', 'edoc', {
      ...{ requestId, clockId: `${requestId}:postponement:1`, rule: 'postponement', clause: '9', dueAt, late: false },
    });

  test('ends by itself at its moment, dated to it; the end of a former postponement ends nothing', async () => {
    const id = await assigned('edoc', 'consultation');
    const former = iso(hour);
    await post(id, 'postpone', { reason: 'next-release', until: former });
    await post(id, 'resume');
    const until = iso(2 * hour);
    await post(id, 'postpone', { reason: 'next-release', until });
    await bench.deliver(expired(id, former));
    expect((await as('agent@edoc').get(`/requests/${id}`)).body.status).toBe('postponed');
    await bench.deliver(expired(id, until), expired(id, until));
    const { body } = await as('agent@edoc').get(`/requests/${id}`);
    expect(body.status).toBe('assigned');
    expect(body.trail.at(-1)).toMatchObject({
      at: until,
      verb: 'resume',
      by: { kind: 'platform' },
      detail: { clause: '9' },
    });
    expect((await types(id)).filter((type) => type === 'work.postponement-ended.v1')).toHaveLength(2);
  });

  test('until the requester writes: their word ends it, and a word from before does not', async () => {
    const id = await assigned('edoc', 'consultation');
    const wrote = () =>
      bench.event('request.message-received.v1', 'edoc', { requestId: id, messageId: id, channel: 'web' });
    const before = { ...wrote(), occurredAt: iso(-hour) };
    await post(id, 'postpone', { reason: 'not-reproduced', untilReply: true });
    await bench.deliver(before);
    expect((await as('agent@edoc').get(`/requests/${id}`)).body.status).toBe('postponed');
    await bench.deliver(wrote());
    const { body } = await as('agent@edoc').get(`/requests/${id}`);
    expect(body).toMatchObject({ status: 'assigned', postponement: null });
    expect(body.unreadSince).not.toBeNull();
    expect((await bench.said(id)).at(-1)?.payload).toMatchObject({ because: 'requester-wrote' });
  });

  test('a hotline whose regulation lists no reason to postpone does not offer it', async () => {
    const id = await assigned('ovk', 'purchase');
    const refused = await as('agent@ovk').post(`/requests/${id}/postpone`, {
      reason: 'next-release',
      untilReply: true,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-in-regulation' } });
    expect((await as('agent@ovk').get(`/requests/${id}`)).body.allowed).not.toContain('postpone');
  });
});

describe('initiative 2.6: the completion deadline', () => {
  const set = (who: string, id: string, body: object) => as(`${who}@initiative`).post(`/requests/${id}/deadline`, body);

  test('is set by whoever answers for the request and nobody else; changing it needs a reason; all of it stays', async () => {
    const id = await assigned('initiative', 'how-to');
    const at = iso(2 * hour);
    for (const who of ['other', 'moderator'])
      expect((await set(who, id, { deadline: { kind: 'moment', at } })).body.code).toBe('not-yours');
    const first = await set('agent', id, { deadline: { kind: 'moment', at }, tell: true });
    expect(first.body).toMatchObject({ deadlineAt: at, status: 'assigned' });
    const working = { kind: 'working', minutes: 9 * 60 };
    expect((await set('agent', id, { deadline: working })).body).toMatchObject({
      code: 'deadline-needs-reason',
      clause: '2.6',
    });
    // Friday 10:00 and a working day is Monday 10:00.
    const changed = await set('agent', id, { deadline: working, note: 'Ждём обновления.' });
    expect(changed.body.deadlineAt).toBe('2026-11-23T07:00:00.000Z');
    const history = changed.body.trail.filter((line: { verb: string }) => line.verb === 'set-deadline');
    expect(history).toMatchObject([
      { by: { id: 'a1' }, detail: { dueAt: at, previousDueAt: null, told: true } },
      { detail: { dueAt: '2026-11-23T07:00:00.000Z', previousDueAt: at, note: 'Ждём обновления.' } },
    ]);
    expect((await bench.said(id)).filter((each) => each.type === 'work.deadline-set.v1')).toHaveLength(2);
  });
});

describe('ovk 2.8: sessions of remote administration', () => {
  const record = (id: string, more: object = {}, tenant = 'ovk') =>
    as(`agent@${tenant}`).post(`/requests/${id}/sessions`, {
      ...{ tool: 'anydesk', startedAt: iso(-1_500_000), endedAt: iso(-300_000), note: 'Перезапустили службу.' },
      ...{ consent: { by: 'Ольга Светлова', how: 'by-phone' }, ...more },
    });

  test('are recorded with tool, start, end and consent, shown and kept; without consent or backwards they are refused', async () => {
    const id = await assigned('ovk', 'failure');
    const refused = [
      await record(id, { consent: null }),
      await record(id, { endedAt: iso(-2_000_000) }),
      await record(id, { endedAt: iso(60_000) }),
      await record(id, { tool: 'telnet' }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code, body.clause])).toEqual([
      [422, 'session-without-consent', '2.8'],
      [422, 'session-ends-before-start', '2.8'],
      [422, 'session-in-future', '2.8'],
      [422, 'unknown-choice', '2.8'],
    ]);
    const done = await record(id);
    expect(done.body.sessions).toMatchObject([
      { tool: 'anydesk', startedAt: iso(-1_500_000), endedAt: iso(-300_000), consent: { by: 'Ольга Светлова' } },
    ]);
    expect(done.body.trail.at(-1)).toMatchObject({ verb: 'record-session', detail: { consent: { how: 'by-phone' } } });
    const said = (await bench.said(id)).at(-1);
    expect(said).toMatchObject({ type: 'work.remote-session-recorded.v1', payload: { consentHow: 'by-phone' } });
    expect(JSON.stringify(said)).not.toContain('Светлова');
    await as('agent@ovk').post(`/requests/${id}/resolve`, {});
    expect((await record(id)).body.sessions).toHaveLength(2);
    await expect(
      bench.db.admin('UPDATE routing.trail SET verb = $1 WHERE request_id = $2', ['x', id]),
    ).rejects.toThrow();
  });

  test('belong to the kinds of requests that the regulation names', async () => {
    const id = await assigned('ovk', 'purchase');
    expect((await record(id)).body.code).toBe('not-in-regulation');
  });
});

describe('edoc 13: diagnosis', () => {
  const post = (id: string, verb: string, body: object = {}) => as('agent@edoc').post(`/requests/${id}/${verb}`, body);

  test('an error is resolved only when cause, priority, solution and action are recorded; what lacks is named', async () => {
    const id = await assigned('edoc', 'error');
    expect((await as('agent@edoc').get(`/requests/${id}`)).body.missingSteps).toHaveLength(4);
    await post(id, 'diagnosis', { step: 'cause', text: 'Истёк сертификат.' });
    expect((await post(id, 'diagnosis', { step: 'priority' })).body.code).toBe('unknown-choice');
    await post(id, 'diagnosis', { step: 'priority', choice: 'high' });
    const early = await post(id, 'resolve', { text: 'Готово.' });
    expect(early).toMatchObject({ status: 409, body: { code: 'diagnosis-incomplete', clause: '13' } });
    expect(early.body.missing).toEqual(['solution', 'action']);
    expect(early.body.detail).toContain('«Поиск решения», «Что сделано»');
    await post(id, 'diagnosis', { step: 'solution', text: 'Статья 12.' });
    const whole = await post(id, 'diagnosis', { step: 'action', text: 'Обновили сертификат.' });
    expect(whole.body.missingSteps).toEqual([]);
    expect(whole.body.diagnosis).toMatchObject([
      { step: 'cause', by: { id: 'a1', name: 'Анна Котова' } },
      { step: 'priority', choice: 'high' },
      { step: 'solution' },
      { step: 'action' },
    ]);
    expect((await post(id, 'resolve', { text: 'Готово.' })).body.status).toBe('resolved');
    expect((await types(id)).filter((type) => type === 'work.diagnosed.v1')).toHaveLength(4);
  });

  test('a consultation needs none and is offered none', async () => {
    const id = await assigned('edoc', 'consultation');
    expect((await post(id, 'diagnosis', { step: 'cause', text: 'x' })).body.code).toBe('not-in-regulation');
    expect((await post(id, 'resolve')).body.status).toBe('resolved');
  });
});

test('ovk 2.9: a wrong number asks the requester for another, waits, and lets calls be counted anew', async () => {
  const id = await assigned('ovk', 'purchase');
  const call = (outcome: string) => as('agent@ovk').post(`/requests/${id}/calls`, { outcome });
  await call('no-answer');
  await call('no-answer');
  const wrong = await call('wrong-number');
  expect(wrong.body).toMatchObject({ status: 'waiting', cancelOffer: null });
  const said = await bench.said(id);
  expect(said.slice(-2)).toMatchObject([
    { type: 'work.call-attempted.v1', payload: { attempt: 3, outcome: 'wrong-number' } },
    { type: 'work.information-requested.v1', payload: { text: expect.stringContaining('по какому номеру') } },
  ]);
  expect((await call('no-answer')).body).toMatchObject({ status: 'waiting' });
  expect((await call('no-answer')).body).toMatchObject({ status: 'waiting' });
  expect((await call('no-answer')).body).toMatchObject({ status: 'cancelled' });
});

test('edoc 15: closing after silence tells the requester what was done, in their language, and staff see it beforehand', async () => {
  const id = await bench.file('edoc', { category: 'consultation', language: 'kk' });
  await as('moderator@edoc').post(`/requests/${id}/assign`, { agentId: 'a1', version: 1 });
  await as('agent@edoc').post(`/requests/${id}/ask`, { text: 'Қай браузер?' });
  bench.clock.advance(60_000);
  const silent = { requestId: id, clockId: `${id}:silence:1`, rule: 'silence', clause: '15', late: false };
  await bench.deliver(bench.event('clock.expired.v1', 'edoc', { ...silent, dueAt: bench.now }));
  const { cancelOffer } = (await as('agent@edoc').get(`/requests/${id}`)).body;
  expect(cancelOffer).toMatchObject({ reason: 'no-client-answer', clause: '15' });
  expect(cancelOffer.summary).toContain('Өтініш бойынша не істелді:');
  const note = 'Сұрақ қалса, жазыңыз.';
  await as('agent@edoc').post(`/requests/${id}/cancel`, { reason: 'no-client-answer', note });
  const said = (await bench.said(id)).at(-1);
  expect(said?.payload.note).toBe(`${cancelOffer.summary}\n\n${note}`);
  expect(said?.payload.note).toContain('мәлімет сұралды');
});

test('edoc 3: moderator and agent classify a request anew with a reason; its place in the queue follows', async () => {
  const id = await bench.file('edoc', { category: 'consultation', clientCategory: 'user' });
  const post = (who: string, body: object) => as(`${who}@edoc`).post(`/requests/${id}/reclassify`, body);
  expect((await post('moderator', { category: 'error' })).status).toBe(400);
  expect((await post('moderator', { category: 'poetry', note: 'x' })).body.code).toBe('unknown-category');
  const error = await post('moderator', { category: 'error', note: 'Это ошибка.' });
  expect(error.body).toMatchObject({
    category: 'error',
    urgent: true,
    rank: 0,
    status: 'queued',
    clientCategory: 'user',
  });
  await as('moderator@edoc').post(`/requests/${id}/assign`, { agentId: 'a1', version: error.body.version });
  expect((await post('other', { urgent: false, note: 'x' })).body.code).toBe('not-yours');
  const partner = await post('agent', { clientCategory: 'partner', note: 'Есть договор.' });
  expect(partner.body).toMatchObject({
    clientCategory: 'partner',
    missingSteps: ['cause', 'priority', 'solution', 'action'],
  });
  expect((await bench.said(id)).at(-1)).toMatchObject({
    type: 'work.reclassified.v1',
    payload: {
      category: 'error',
      clientCategory: 'partner',
      previous: { clientCategory: 'user' },
      note: 'Есть договор.',
    },
  });
});

describe('edoc 17: a guest collaborator', () => {
  const staff = (path: string, body: object) => as('agent@edoc').post(path, body);
  const guest = async (path: string, body: object) => {
    const response = await fetch(`${bench.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'ru' },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  const invited = async (id: string, more: object = {}) => {
    const invitation = { name: 'Ирина Партнёрова', briefing: 'Посмотрите журнал подписания.', ...more };
    const answer = await staff(`/requests/${id}/guests`, invitation);
    return { answer, token: String(answer.body.path ?? '').split('#')[1] ?? '' };
  };

  test('reads what was shared and writes back; the link is kept nowhere; each step is on the trail', async () => {
    const id = await assigned('edoc', 'consultation');
    const { answer, token } = await invited(id);
    expect(answer.status).toBe(201);
    expect(answer.body.work.guests).toMatchObject([{ name: 'Ирина Партнёрова', firstReadAt: null, notes: [] }]);
    const read = await guest('/guests/edoc', { token });
    expect(JSON.parse(read.text)).toMatchObject({
      briefing: 'Посмотрите журнал подписания.',
      invitedBy: 'Анна Котова',
    });
    await guest('/guests/edoc', { token });
    const wrote = await guest('/guests/edoc/notes', { token, text: 'Журнал чист.' });
    expect(JSON.parse(wrote.text).notes).toMatchObject([{ text: 'Журнал чист.' }]);
    const { body } = await as('agent@edoc').get(`/requests/${id}`);
    expect(body.guests[0]).toMatchObject({ notes: [{ text: 'Журнал чист.' }] });
    expect(body.unreadSince).not.toBeNull();
    expect(body.trail.slice(-3)).toMatchObject([
      { verb: 'invite-guest', by: { kind: 'staff' }, detail: { clause: '17' } },
      { verb: 'guest-read', by: { kind: 'guest', name: 'Ирина Партнёрова' } },
      { verb: 'guest-note', by: { kind: 'guest' } },
    ]);
    const kept = await bench.db.admin('SELECT row_to_json(g)::text AS row FROM routing.guests g');
    expect(JSON.stringify(kept)).not.toContain(token);
    const said = JSON.stringify(await bench.said(id));
    for (const secret of [token, 'Партнёрова', 'Журнал чист']) expect(said).not.toContain(secret);
  });

  test('is let in nowhere after the time named, after access was ended, after closing, or in another tenant', async () => {
    const id = await assigned('edoc', 'consultation');
    expect((await invited(id, { until: iso(6 * 24 * hour) })).answer.body.code).toBe('moment-too-far');
    const short = (await invited(id, { until: iso(hour) })).token;
    const { token, answer } = await invited(id);
    const { guestId } = answer.body.work.guests.at(-1);
    expect((await guest('/guests/ovk', { token })).status).toBe(404);
    expect((await guest('/guests/edoc', { token: 'x'.repeat(43) })).status).toBe(404);
    bench.clock.advance(2 * hour);
    expect((await guest('/guests/edoc', { token: short })).status).toBe(404);
    expect((await guest('/guests/edoc', { token })).status).toBe(200);
    expect((await staff(`/requests/${id}/guests/${id}/revoke`, {})).body.code).toBe('unknown-guest');
    expect((await staff(`/requests/${id}/guests/${guestId}/revoke`, {})).body.guests.at(-1).revokedAt).not.toBeNull();
    expect((await guest('/guests/edoc/notes', { token, text: 'x' })).status).toBe(404);
    const another = (await invited(id)).token;
    await staff(`/requests/${id}/resolve`, {});
    expect((await guest('/guests/edoc', { token: another })).status).toBe(404);
  });
});
