import type { PayloadOf } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { FixedClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { eventually } from '@reglament/testing/eventually';
import { SlaBench } from './service.samples.ts';

const zones = {
  ovk: 'Europe/Moscow',
  initiative: 'Europe/Moscow',
  edoc: 'Asia/Almaty',
  'kz-portal': 'Asia/Almaty',
  kuty: 'Europe/Kyiv',
};
type Tenant = keyof typeof zones;

/** A tenant's own wall clock, as in `2026-11-20 17:50`, and back. */
const at = (tenant: Tenant, local: string): Instant =>
  Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zones[tenant]).epochMilliseconds as Instant;
const local = (tenant: Tenant, iso: string | null): string | null =>
  iso === null
    ? null
    : Temporal.Instant.from(iso)
        .toZonedDateTimeISO(zones[tenant])
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ');

let sla: SlaBench;
beforeAll(async () => {
  // Long before everything below: nothing expires meanwhile.
  sla = await SlaBench.open(new FixedClock('2022-01-01T00:00Z'));
  await sla.start('1');
}, 120_000);
afterAll(() => sla.close(), 60_000);

type Given = Partial<PayloadOf<'request.submitted.v1'>>;
/** clause | filed (local) | what | rule | due (local) */
const cases: [Tenant, string, string, Given, string, string | null][] = [
  ['ovk', '2.7', '2026-11-20 17:50', { category: 'purchase' }, 'answer', '2026-11-23 09:20'],
  ['ovk', '2.8', '2026-11-20 17:50', { category: 'failure' }, 'restoration', '2026-11-23 09:50'],
  ['ovk', '1.3', '2024-04-26 17:50', { category: 'purchase' }, 'answer', '2024-04-27 09:20'],
  ['ovk', '1.3', '2025-11-01 16:50', { category: 'purchase' }, 'answer', '2025-11-05 09:20'],
  ['ovk', '2.3', '2026-11-20 23:50', { category: 'purchase' }, 'placement', '2026-11-20 23:53'],
  ['initiative', '2.4', '2026-11-20 17:50', { category: 'how-to' }, 'answer', '2026-11-23 09:20'],
  ['initiative', '2.5', '2026-12-30 17:50', { category: 'failure' }, 'restoration', '2027-01-11 09:50'],
  ['initiative', '2.2', '2026-11-21 12:00', { category: 'how-to' }, 'placement', '2026-11-21 12:03'],
  [
    'edoc',
    '3',
    '2026-11-20 17:50',
    { category: 'error', clientCategory: 'user' },
    'response.user.error',
    '2026-11-23 09:50',
  ],
  [
    'edoc',
    '3',
    '2026-11-20 17:50',
    { category: 'error', clientCategory: 'partner' },
    'response.partner.error',
    '2026-11-23 09:20',
  ],
  [
    'edoc',
    '3',
    '2026-11-20 17:50',
    { category: 'access', clientCategory: null },
    'resolution.guest.access',
    '2026-11-23 17:50',
  ],
  [
    'edoc',
    '5',
    '2024-02-29 17:50',
    { category: 'error', clientCategory: 'user' },
    'response.user.error',
    '2024-03-01 09:50',
  ],
  [
    'edoc',
    '5',
    '2025-01-04 12:00',
    { category: 'error', clientCategory: 'user' },
    'response.user.error',
    '2025-01-05 10:00',
  ],
  ['kz-portal', '30-9', '2026-11-20 17:50', { category: 'sign-in' }, 'answer', null],
  ['kuty', '2.1', '2026-11-20 12:30', { category: 'registration' }, 'answer', '2026-11-20 17:30'],
  ['kuty', '2.1', '2026-08-24 12:30', { category: 'registration' }, 'answer', '2026-08-24 17:30'],
  ['kuty', '2.1', '2026-03-27 16:00', { category: 'failure' }, 'restoration', '2026-03-30 16:00'],
];

test.each(cases)('%s %s: filed %s as %o, %s is due %s', async (tenant, clause, filed, given, rule, due) => {
  const requestId = await sla.submit(at(tenant, filed), { ...given, tenant });
  const clock = await sla.clockOf(requestId, rule, tenant);
  expect(clock).toMatchObject({ state: 'running', clause: clause === '1.3' ? '2.7' : clause === '5' ? '3' : clause });
  expect(local(tenant, clock.dueAt)).toBe(due);
  if (due === null) return;
  const { spans, withinMs, countedMs } = clock.explanation;
  expect(countedMs).toBe(withinMs);
  expect(local(tenant, spans.at(-1)?.to ?? null)).toBe(due);
});

test('kuty 2.1: the lunch hour is closed in the explanation, a holiday under martial law is named and counts', async () => {
  const requestId = await sla.submit(at('kuty', '2026-08-24 12:30'), { category: 'registration', tenant: 'kuty' });
  const { explanation } = await sla.clockOf(requestId, 'answer', 'kuty');
  expect(explanation.spans.map((span) => [local('kuty', span.from)?.slice(11), span.is])).toEqual([
    ['12:30', 'counted'],
    ['13:00', 'closed'],
    ['14:00', 'counted'],
  ]);
  expect(explanation.spans[0]?.why).toContain('воєнний стан');
});

test('kz-portal 30-9: without a target the wait is measured all the same', async () => {
  const filed = at('kz-portal', '2026-11-20 17:00');
  const requestId = await sla.submit(filed, { category: 'sign-in', tenant: 'kz-portal' });
  const by = { kind: 'staff' as const, id: newId(), name: 'A' };
  const replied = { requestId, messageId: newId(), by, text: 'Жауап' };
  await sla.publish('work.replied.v1', at('kz-portal', '2026-11-23 10:00'), replied, 'kz-portal');
  await eventually(async () => expect((await sla.clockOf(requestId, 'answer', 'kz-portal')).state).toBe('stopped'));
  const clock = await sla.clockOf(requestId, 'answer', 'kz-portal');
  expect(clock).toMatchObject({ verdict: 'kept', dueAt: null, expired: false });
  expect(clock.explanation.countedMs).toBe(2 * 3_600_000);
});

test('edoc 15: the requester has eight working hours to answer, and an answer ends the wait', async () => {
  const requestId = await sla.submit(at('edoc', '2026-11-20 10:00'), { category: 'error', tenant: 'edoc' });
  const by = { kind: 'staff' as const, id: newId(), name: 'A' };
  const asked = { requestId, messageId: newId(), by, text: '?' };
  await sla.publish('work.information-requested.v1', at('edoc', '2026-11-20 16:00'), asked, 'edoc');
  const silence = await sla.clockOf(requestId, 'silence', 'edoc');
  expect([silence.clause, local('edoc', silence.dueAt)]).toEqual(['15', '2026-11-23 15:00']);
  const answered = { requestId, messageId: newId(), channel: 'web' as const };
  await sla.publish('request.message-received.v1', at('edoc', '2026-11-23 15:00'), answered, 'edoc');
  await eventually(async () => expect((await sla.clockOf(requestId, 'silence', 'edoc')).verdict).toBe('kept'));
});

test('ovk 2.9: after a call without an answer the next is due in thirty working minutes, every time anew', async () => {
  const requestId = await sla.submit(at('ovk', '2026-11-20 17:00'), { category: 'purchase' });
  const by = { kind: 'staff' as const, id: newId(), name: 'A' };
  const call = (attempt: number, outcome: PayloadOf<'work.call-attempted.v1'>['outcome'], when: string) =>
    sla.publish('work.call-attempted.v1', at('ovk', when), { requestId, by, attempt, outcome, note: null });
  await call(1, 'no-answer', '2026-11-20 17:20');
  expect(local('ovk', (await sla.clockOf(requestId, 'call-back')).dueAt)).toBe('2026-11-20 17:50');
  await call(2, 'busy', '2026-11-20 17:50');
  await eventually(async () => {
    const runs = (await sla.clocksOf(requestId)).filter((clock) => clock.rule === 'call-back');
    expect(runs.map((clock) => [clock.run, clock.verdict, local('ovk', clock.dueAt)])).toEqual([
      [1, 'kept', '2026-11-20 17:50'],
      [2, null, '2026-11-23 09:20'],
    ]);
  });
});

test('initiative 2.6: the agent’s deadline has a clock of its own, and a changed one leaves the former on record', async () => {
  const requestId = await sla.submit(at('initiative', '2026-11-20 10:00'), {
    category: 'how-to',
    tenant: 'initiative',
  });
  const by = { kind: 'staff' as const, id: newId(), name: 'A' };
  const set = (when: string, due: string, previous: string | null) =>
    sla.publish(
      'work.deadline-set.v1',
      at('initiative', when),
      {
        ...{ requestId, by, note: null, told: false, dueAt: new Date(at('initiative', due)).toISOString() },
        previousDueAt: previous === null ? null : new Date(at('initiative', previous)).toISOString(),
      },
      'initiative',
    );
  // The change arrives before what it changes.
  await set('2026-11-20 12:00', '2026-11-23 12:00', '2026-11-20 15:00');
  await set('2026-11-20 10:30', '2026-11-20 15:00', null);
  await eventually(async () => {
    const runs = (await sla.clocksOf(requestId, 'initiative')).filter(({ rule }) => rule === 'completion');
    expect(runs.map(({ run, verdict, dueAt }) => [run, verdict, local('initiative', dueAt)])).toEqual([
      [1, 'cancelled', '2026-11-20 15:00'],
      [2, null, '2026-11-23 12:00'],
    ]);
    expect(runs[1]?.explanation).toMatchObject({ setBy: 'work.deadline-set', clause: '2.6', withinMs: 9 * 3_600_000 });
  });
});

test('edoc 3: classified anew, the clocks are those of the new category and client, whichever fact comes first', async () => {
  const filed = at('edoc', '2026-11-20 10:00');
  const requestId = newId();
  const by = { kind: 'staff' as const, id: newId(), name: 'A' };
  const previous = { category: 'consultation', clientCategory: 'user', urgent: false };
  const after = { category: 'error', clientCategory: 'partner', urgent: true };
  const changed = { requestId, by, ...after, previous, note: 'Это ошибка.' };
  // The change is heard of before the request itself.
  await sla.publish('work.reclassified.v1', at('edoc', '2026-11-20 10:20'), changed, 'edoc');
  await sla.submit(filed, { requestId, category: 'consultation', clientCategory: 'user', tenant: 'edoc' });
  await eventually(async () => {
    const clocks = (await sla.clocksOf(requestId, 'edoc')).filter(({ rule }) => rule.startsWith('response.'));
    expect(clocks.map(({ rule, verdict, dueAt }) => [rule, verdict, local('edoc', dueAt)]).sort()).toEqual([
      ['response.partner.error', null, '2026-11-20 10:30'],
      ['response.user.consultation', 'cancelled', '2026-11-20 12:00'],
    ]);
  });
});
