import type { ClickHouse } from '@reglament/platform/clickhouse';
import { regulationOf } from '@reglament/testing/regulations';
import { Archive } from '../../apps/reporting/statistics/archive.ts';
import { store, testArchive } from '../../apps/reporting/testing/house.ts';
import { compareZone } from './compare.ts';
import { eventsOfCase, type LogCase } from './events.ts';

const HOUR = 3_600_000;
const FIRST = Date.parse('2026-09-28T06:00:00Z');

/** Forty requests over the ends of two months: one every eighteen hours, some answered at once, some after a night, some never. */
const cases: LogCase[] = Array.from({ length: 40 }, (_, index) => {
  const at = FIRST + index * 18 * HOUR;
  const later = (hours: number) => at + hours * HOUR;
  const answered = [
    { at: later(1), deed: { do: 'assign', agent: index % 3 } },
    { at: later(index % 4 === 0 ? 26 : 2), deed: { do: 'reply', text: 'Done.' } },
  ] as const;
  const ended = { at: later(30), deed: { do: 'resolve', text: 'Done.' } } as const;
  const reopened = { at: later(40), deed: { do: 'reopen', because: 'requester' } } as const;
  return {
    id: `${index.toString(16).padStart(8, '0')}-0000-8000-8000-000000000000`,
    at,
    channel: index % 3 === 0 ? 'phone' : 'web',
    steps: index % 7 === 6 ? [] : [...answered, ended, ...(index % 9 === 4 ? [reopened] : [])],
  } as LogCase;
});

let house: ClickHouse;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ house, close } = await testArchive());
  await store(
    house,
    cases.flatMap((one) => eventsOfCase(one, 'ovk')),
  );
}, 60_000);
afterAll(() => close?.(), 30_000);

const comparedWith = (counted: readonly LogCase[]) =>
  compareZone(
    { house, archive: new Archive(house), regulation: regulationOf('ovk'), cases: counted, zone: 'Europe/Kyiv' },
    false,
  );

test('every surface shows what a plain count of the log gives, the first month of all among them', async () => {
  const { differences, compared, months } = await comparedWith(cases);
  expect(differences).toEqual([]);
  expect(months).toBe(2);
  expect(compared).toBeGreaterThan(300);
}, 120_000);

test('a request that the count knows and the archive does not is told, by period, surface and figure', async () => {
  const unheard = cases.slice(0, 1).map((one) => ({ ...one, id: 'ffffffff-0000-8000-8000-000000000000' }));
  const { differences } = await comparedWith([...cases, ...unheard]);
  expect(differences).toContainEqual(expect.stringMatching(/^Europe\/Kyiv, month of 2026-09-01, PDF, received: /));
}, 120_000);
