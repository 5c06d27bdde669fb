// How requests come in, whom they are given to in time, and who may do what.
import { soon } from './bench.ts';
import { bench, between, file, minutes, samples, statistics, submitted } from './russian.ts';
import type { Filed, Hotline } from './shapes.ts';

test.each([
  ['ovk', '1.2', 'cash-desk'],
  ['initiative', '1.2', 'payroll'],
] as const)('%s %s: the products are listed, a request names one of them and no other', async (tenant, _, product) => {
  const hotline = await bench().get<Hotline>(null, `/intake/hotlines/${tenant}`);
  expect(hotline.products.map(({ id }) => id)).toContain(product);
  const { requestId } = await file(tenant, { product });
  expect(await submitted(tenant, requestId)).toMatchObject({ product });
  const refused = await bench().tryToFile(tenant, { ...samples[tenant], email: 'a@example.org', product: 'aircraft' });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(refused.body.errors).toMatchObject([{ field: 'product' }]);
});

test.each([
  ['ovk', '1.3'],
  ['initiative', '1.3'],
] as const)(
  '%s %s: Monday to Friday 9:00–18:00 without a break, and on the Saturday to which a working day was moved',
  async (tenant, _) => {
    const hotline = await bench().get<Hotline>(null, `/intake/hotlines/${tenant}`);
    expect(hotline.hours).toMatchObject([
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], intervals: [{ from: '09:00', to: '18:00' }] },
      { days: ['sat', 'sun'], intervals: [] },
    ]);
    expect(new Date(hotline.now).getUTCDay()).toBe(6);
    expect(hotline).toMatchObject({ isOpen: true, closesAt: '2025-11-01T14:00:00.000Z' });
    const { requestId, promises, acceptedAt } = await file(tenant);
    expect(between(acceptedAt, promises[0]?.dueAt ?? null)).toBe(30 * minutes);
    const { explanation } = await bench().clock(tenant, requestId, 'answer', ({ dueAt }) => dueAt !== null);
    expect(explanation.spans).toMatchObject([{ is: 'counted', why: expect.stringContaining('Рабочая суббота') }]);
  },
);

test('ovk 1.4: operator, moderator and agent each may do their own part and no other’s', async () => {
  const { requestId } = await file('ovk');
  const promise = { category: 'purchase' };
  const rights: [string, string, unknown, readonly string[]][] = [
    ['POST', '/intake/requests', {}, ['operator']],
    ['POST', '/intake/promises', promise, ['operator', 'moderator', 'agent']],
    ['GET', '/routing/queue', undefined, ['moderator']],
    ['GET', `/routing/requests/${requestId}/proposal`, undefined, ['moderator']],
    ['POST', `/routing/requests/${requestId}/assign`, {}, ['moderator']],
    ['GET', '/routing/requests?agent=me', undefined, ['moderator', 'agent']],
    ['POST', `/routing/requests/${requestId}/reply`, {}, ['moderator', 'agent']],
  ];
  await bench().work('moderator@ovk', requestId);
  for (const [method, address, body, allowed] of rights) {
    for (const role of ['operator', 'moderator', 'agent']) {
      const { status } = await bench().call(`${role}@ovk`, method, address, body);
      expect([role, method, address, status === 403 ? 'shut out' : 'let in']).toEqual([
        role,
        method,
        address,
        allowed.includes(role) ? 'let in' : 'shut out',
      ]);
    }
  }
});

test.each([
  ['ovk', '1.5', 'phone-line'],
  ['initiative', '1.4', 'contact-centre'],
] as const)('%s %s: a call is registered by the operator, by nobody else', async (tenant, _, entryPoint) => {
  const call = {
    ...{ ...samples[tenant], entryPoint, channel: 'phone', fields: {} },
    requester: { name: 'Пётр Орлов', phone: '+7 921 555-01-02' },
  };
  const operator = await bench().get<{ staffId: string; name: string }>(`operator@${tenant}`, '/gateway/session');
  const { requestId } = await bench().post<Filed>(`operator@${tenant}`, '/intake/requests', call);
  expect(await submitted(tenant, requestId)).toMatchObject({
    channel: 'phone',
    entryPoint,
    registeredBy: operator.staffId,
    requester: { name: 'Пётр Орлов' },
  });
  expect((await bench().call(`agent@${tenant}`, 'POST', '/intake/requests', call)).status).toBe(403);
  expect((await bench().tryToFile(tenant, { ...samples[tenant], entryPoint, phone: '+79215550102' })).status).toBe(422);
});

test('ovk 1.6: the telephone is in the hotline’s data and in every letter', async () => {
  const phone = '8 (800) 555-06-40';
  expect(await bench().get<Hotline>(null, '/intake/hotlines/ovk')).toMatchObject({ phone });
  const { requestId, email, number } = await file('ovk');
  expect((await bench().letter('ovk', email, number)).text).toContain(phone);
  await bench().work('moderator@ovk', requestId);
  await bench().assign('ovk', requestId, 'agent2');
  await bench().act('agent2@ovk', requestId, 'ask', { text: 'Какая у вас программа?' });
  expect((await bench().letter('ovk', email, 'Какая у вас программа?')).text).toContain(phone);
  await bench().act('agent2@ovk', requestId, 'resolve', { text: 'Лицензия продлена.' });
  expect((await bench().letter('ovk', email, 'Лицензия продлена.')).text).toContain(phone);
});

test('ovk 2.1: the operator is told what to tell the caller, and that is what the request then gets', async () => {
  const told = await bench().post<Filed['promises']>('operator@ovk', '/intake/promises', { category: 'failure' });
  expect(told).toMatchObject([{ rule: 'restoration', clause: '2.8', sentence: expect.stringMatching(/\d{1,2}:\d\d/) }]);
  const call = {
    ...{ ...samples.ovk, entryPoint: 'phone-line', channel: 'phone', category: 'failure', fields: {} },
    requester: { name: 'Пётр Орлов', phone: '+79215550102' },
  };
  const { promises } = await bench().post<Filed>('operator@ovk', '/intake/requests', call);
  expect(promises).toMatchObject([{ rule: 'restoration', clause: '2.8' }]);
  const later = between(told[0]?.dueAt ?? '', promises[0]?.dueAt ?? null);
  expect(later).toBeGreaterThanOrEqual(0);
  expect(later).toBeLessThan(30 * minutes);
});

test.each([
  ['ovk', '2.2', ['main-site', 'care-accounting', 'care-reporting', 'care-documents']],
  ['initiative', '2.1', ['support-form']],
] as const)(
  '%s %s: filed without a call through each form of the hotline, and the form is recorded and counted',
  async (tenant, _, forms) => {
    for (const entryPoint of forms) {
      const { requestId } = await file(tenant, { entryPoint });
      expect(await submitted(tenant, requestId)).toMatchObject({ entryPoint, channel: 'web', registeredBy: null });
      expect(await bench().work(`moderator@${tenant}`, requestId)).toMatchObject({ entryPoint });
    }
    await soon(async () => {
      const { received } = await statistics(tenant, 'day');
      expect(received.byEntryPoint.map(({ key }) => key)).toEqual(expect.arrayContaining([...forms]));
    });
  },
);

test.each([
  ['ovk', '2.3'],
  ['initiative', '2.2'],
] as const)(
  '%s %s: in the help desk within three minutes of sending, measured for each request and reported',
  async (tenant, _) => {
    const { requestId, acceptedAt } = await file(tenant);
    const placement = await bench().clock(tenant, requestId, 'placement', ({ state }) => state === 'stopped');
    expect(placement).toMatchObject({ verdict: 'kept', startedAt: acceptedAt });
    expect(between(placement.startedAt, placement.dueAt)).toBe(3 * minutes);
    expect(between(placement.startedAt, placement.stoppedAt)).toBeLessThan(3 * minutes);
    await soon(async () => {
      const { times, clocks } = await statistics(tenant, 'day');
      expect(times.placement).toMatchObject({ count: expect.any(Number), p95: expect.any(Number) });
      expect(clocks.find(({ rule }) => rule === 'placement')?.kept).toBeGreaterThan(0);
    });
  },
);

test('ovk 2.3: when the help desk stands still, the three minutes warn, then alarm the administrator, and the request is counted as late', async () => {
  const { requestId } = await bench().whileHeld('routing-1', async () => {
    const accepted = await file('ovk');
    await bench().clock('ovk', accepted.requestId, 'placement', ({ expired }) => expired);
    return accepted;
  });
  const { trail } = await soon(async () => {
    const work = await bench().work('moderator@ovk', requestId);
    if (!work.trail.some(({ verb }) => verb === 'escalate')) throw new Error('nobody was alarmed yet');
    return work;
  });
  expect(trail.find(({ verb }) => verb === 'escalate')).toMatchObject({
    by: { kind: 'platform' },
    detail: { rule: 'placement', clause: '2.3', to: 'administrator' },
  });
  const late = await bench().clock('ovk', requestId, 'placement', ({ state }) => state === 'stopped');
  expect(late.verdict).toBe('broken');
  expect(between(late.startedAt, late.stoppedAt)).toBeGreaterThan(3 * minutes);
  await soon(async () => {
    const placement = (await statistics('ovk', 'day')).clocks.find(({ rule }) => rule === 'placement');
    expect(placement?.warned).toBeGreaterThan(0);
    expect(placement?.broken).toBeGreaterThan(0);
  });
});

test('ovk 2.4: five minutes to distribute: a clock that runs, warns before and escalates after, and a statistic', async () => {
  const { requestId } = await file('ovk');
  const inTime = await file('ovk');
  await bench().work('moderator@ovk', inTime.requestId);
  await bench().assign('ovk', inTime.requestId, 'agent2');
  const running = await bench().clock('ovk', requestId, 'moderation', ({ state }) => state === 'running');
  expect(between(running.startedAt, running.dueAt)).toBe(5 * minutes);
  await soon(async () => {
    const { items } = await bench().get<{
      items: { requestId: string; clocks: { rule: string; warned: boolean }[] }[];
    }>('moderator@ovk', '/routing/queue?limit=200');
    const item = items.find((each) => each.requestId === requestId);
    expect(item?.clocks.find(({ rule }) => rule === 'moderation')).toMatchObject({ warned: true });
  });
  await bench().clock('ovk', requestId, 'moderation', ({ expired }) => expired, 60_000);
  await soon(async () => {
    const { trail } = await bench().work('moderator@ovk', requestId);
    const escalated = trail.find(({ verb, detail }) => verb === 'escalate' && detail.rule === 'moderation');
    expect(escalated).toMatchObject({ by: { kind: 'platform' }, detail: { clause: '2.4', to: 'manager' } });
    expect(between(running.dueAt ?? '', escalated?.at ?? null)).toBeGreaterThanOrEqual(0);
  });
  expect(await bench().clock('ovk', inTime.requestId, 'moderation', ({ state }) => state === 'stopped')).toMatchObject({
    verdict: 'kept',
  });
  await soon(async () => {
    const moderation = (await statistics('ovk', 'day')).clocks.find(({ rule }) => rule === 'moderation');
    expect(moderation?.kept).toBeGreaterThan(0);
    expect(moderation?.broken).toBeGreaterThan(0);
  });
});
