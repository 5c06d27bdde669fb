import { inflateRawSync } from 'node:zlib';
import type { AnyEvent } from '@reglament/contracts';
import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { RegulationBook } from '@reglament/platform/regulations';
import { HearRegulations } from '../sweeps/hear-regulations.ts';
import { eventsOf, ground } from '../testing/day.ts';
import { store, storeGroups, testArchive } from '../testing/house.ts';
import { minuteCounter, recountBacklog, recountDetails } from '../testing/recount-details.ts';
import { Archive } from './archive.ts';
import { catalogue, type Figures } from './catalogue/index.ts';
import { csvLines } from './csv.ts';
import { listRequests } from './list-requests.ts';
import { type Period, periodOf, rangeOf } from './period.ts';
import { readDetails } from './read-details.ts';
import { readStatistics } from './read-statistics.ts';
import { exportRows, toSheets } from './sheets.ts';
import { workbookOf } from './workbook.ts';

const FROM = Date.parse('2026-10-20T00:00:00Z');
const TO = Date.parse('2026-12-05T00:00:00Z');
const NOW = Date.parse('2026-12-24T00:00:00Z') as Instant;
const ZONES = ['Europe/Moscow', 'Asia/Almaty', 'Europe/Kyiv'];

let house: ClickHouse;
let close: () => Promise<void>;
let archive: Archive;
let ovk: Regulation;
let events: AnyEvent[];
let working: (a: number, b: number) => number;

/** Calls, postponements and a formula as somebody's name, which the generated days lack. */
function oddities(made: readonly AnyEvent[]): AnyEvent[] {
  const outcomes = ['answered', 'no-answer', 'busy'] as const;
  return made
    .filter((event) => event.type === 'work.assigned.v1')
    .flatMap((event, index): AnyEvent[] => {
      if (event.type !== 'work.assigned.v1' || index % 3 === 2) return [];
      const { requestId, agent } = event.payload;
      const id = `${event.id.slice(0, 14)}6${event.id.slice(15)}`;
      const occurredAt = new Date(Date.parse(event.occurredAt) + 90_000).toISOString();
      if (index % 3 === 0) {
        const outcome = outcomes[index % 9 === 0 ? 0 : index % 2 === 0 ? 1 : 2] ?? 'busy';
        const payload = { requestId, by: agent, attempt: 1, outcome, note: null };
        return [{ ...event, id, occurredAt, type: 'work.call-attempted.v1', payload }];
      }
      const payload = { requestId, by: agent, reason: '=cmd', clause: null, until: null, untilReply: true, note: null };
      return [{ ...event, id, occurredAt, type: 'work.postponed.v1', payload }];
    });
}

beforeAll(async () => {
  const regulation = RegulationBook.load('regulations').get('ovk');
  if (regulation === undefined) throw new Error('no ovk');
  ovk = regulation;
  const categories = [...ovk.categories.keys()].slice(0, 4);
  ({ house, close } = await testArchive());
  archive = new Archive(house);
  const made = eventsOf(ground('ovk', { categories }), 400, FROM, TO, 31);
  events = [...made, ...oddities(made)];
  await store(house, events);
  await storeGroups(house, events);
  await store(house, events.slice(200, 1200));
  await store(house, eventsOf(ground('kuty', { categories }), 100, FROM, TO, 32));
  working = minuteCounter(ovk.calendar, FROM - 86_400_000, TO + 20 * 86_400_000);
}, 120_000);

afterAll(() => close?.(), 30_000);

async function figuresOf(period: Period): Promise<Figures> {
  return {
    statistics: await readStatistics(archive, ovk, period, NOW, 'en'),
    details: await readDetails(archive, ovk, period, NOW, 'en'),
  };
}

const counts = (rows: readonly { key: string; count: number }[]) =>
  Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));
const place = (sorted: readonly number[], level: number) => sorted[Math.floor(level * sorted.length)] ?? null;
const quantiles = (sorted: readonly number[]) => ({
  p50: place(sorted, 0.5),
  p90: place(sorted, 0.9),
  p95: place(sorted, 0.95),
});

describe.each(ZONES)('finer figures in %s equal a count made from the events themselves', (zone) => {
  test.each([
    periodOf('day', '2026-10-25', zone),
    periodOf('week', '2026-10-29', zone),
    periodOf('month', '2026-11-22', zone),
    rangeOf('2026-10-21', '2026-12-08', zone),
  ])('$kind from $firstDate', async (period) => {
    const seen = await readDetails(archive, ovk, period, NOW, 'en');
    const truth = recountDetails(events, period.from, period.to, zone, working);
    expect({
      heat: counts(seen.heat),
      cancelReasons: counts(seen.cancelReasons),
      declineReasons: counts(seen.declineReasons),
      postponed: seen.postponed,
      calls: counts(seen.calls),
      holding: counts(seen.holding),
      times: seen.times,
    }).toEqual({
      ...truth,
      times: Object.fromEntries(
        Object.entries(truth.times).map(([name, { elapsed, working: worked }]) => [
          name,
          { count: elapsed.length, elapsed: quantiles(elapsed), working: quantiles(worked) },
        ]),
      ),
    });
    const ages = recountBacklog(
      events,
      seen.backlog.map(({ at }) => Date.parse(at)),
    );
    expect(seen.backlog.map(({ open, p50, p90, oldest }) => ({ open, p50, p90, oldest }))).toEqual(
      ages.map((sorted) => ({
        open: sorted.length,
        p50: place(sorted, 0.5),
        p90: place(sorted, 0.9),
        oldest: sorted.at(-1) ?? null,
      })),
    );
    if (period.kind === 'month')
      expect(Math.min(truth.postponed, truth.calls.busy ?? 0, ages.at(-1)?.length ?? 0)).toBeGreaterThan(5);
  });
});

/** The texts and numbers of a workbook's first sheet, read from the file itself. */
function cellsOf(workbook: Buffer): string[][] {
  const files = new Map<string, string>();
  for (
    let entry = workbook.readUInt32LE(workbook.lastIndexOf('PK\u0005\u0006') + 16);
    workbook.readUInt32LE(entry) === 0x02014b50;
  ) {
    const [size, nameLength, extra, comment] = [20, 28, 30, 32].map((offset, index) =>
      index === 0 ? workbook.readUInt32LE(entry + offset) : workbook.readUInt16LE(entry + offset),
    ) as [number, number, number, number];
    const local = workbook.readUInt32LE(entry + 42);
    const data = local + 30 + workbook.readUInt16LE(local + 26) + workbook.readUInt16LE(local + 28);
    const bytes = workbook.subarray(data, data + size);
    const name = workbook.toString('utf8', entry + 46, entry + 46 + nameLength);
    files.set(name, (workbook.readUInt16LE(entry + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'));
    entry += 46 + nameLength + extra + comment;
  }
  const unescaped = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t><\/si>/gs)].map(
    ([, text = '']) => unescaped(text),
  );
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).not.toContain('<f>');
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, column = '', rest = '', value = ''] of row.matchAll(
      /<c r="([A-Z])\d+"([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>|.*?)<\/c>)/gs,
    )) {
      cells[column.charCodeAt(0) - 65] = /t="s"/.test(rest) ? (shared[Number(value)] ?? '') : value;
    }
    return Array.from(cells, (one) => one ?? '');
  });
}

test('surfaces: API, CSV and the workbook carry the same numbers, in four languages', async () => {
  const figures = await figuresOf(periodOf('month', '2026-11-01', ovk.calendar.timeZone));
  for (const language of ['ru', 'uk', 'kk', 'en'] as const) {
    const rows = [...exportRows(figures, language)];
    expect(new Set(rows.map(({ figure, key }) => `${figure} ${key}`)).size).toBe(rows.length);
    const [, ...lines] = [...csvLines(figures, language)];
    expect(lines).toHaveLength(rows.length);
    for (const [index, { figure, key, value, unit }] of rows.entries()) {
      const line = lines[index] ?? '';
      expect(line.startsWith(`2026-11-01,2026-11-30,${figure},${key.startsWith('=') ? `'${key}` : key},`)).toBe(true);
      expect(line).toContain(`,${value ?? ''},${unit},`);
    }
    const [head, ...cells] = cellsOf(await workbookOf(toSheets(figures, language)));
    expect(head).toHaveLength(6);
    expect(cells.map(([figure, , key, , value]) => [figure, key, value === '' ? null : Number(value)])).toEqual(
      rows.map(({ figure, key, value }) => [figure, key, value]),
    );
  }
  expect([...csvLines(figures, 'en')].join('')).toContain("postpone-reason,'=cmd,'=cmd,");
}, 30_000);

test('surfaces: every number of the catalogue that has requests behind it leads to just so many', async () => {
  const period = periodOf('week', '2026-11-18', ovk.calendar.timeZone);
  const figures = await figuresOf(period);
  const { fromAt: from, toAt: to } = figures.statistics;
  let led = 0;
  for (const { id, unit, drillDown, rows } of catalogue) {
    if (drillDown === null || unit !== 'requests' || id === 'backlog' || id.startsWith('day-')) continue;
    for (const { key, value, part } of rows(figures)
      .filter((row) => (row.value ?? 0) > 0)
      .slice(0, 3)) {
      const list = await listRequests(
        archive,
        ovk,
        { metric: drillDown, key: key || null, from, to, limit: 1, offset: 0 },
        'en',
      );
      expect([id, key, part, list.total]).toEqual([id, key, part, value]);
      led += 1;
    }
  }
  expect(led).toBeGreaterThan(30);
  const [, day] = figures.details.backlog;
  const list = await listRequests(
    archive,
    ovk,
    { metric: 'open', key: null, from, to: day?.at ?? '', limit: 1, offset: 0 },
    'en',
  );
  expect(list.total).toBe(day?.open);
}, 30_000);

test('surfaces: a catalogue entry has a name and a definition of its own in each language', () => {
  for (const language of ['ru', 'uk', 'kk', 'en'] as const) {
    expect(new Set(catalogue.map(({ name }) => name[language])).size).toBe(catalogue.length);
    for (const { definition } of catalogue) expect(definition[language]).toMatch(/\p{L}.*\.$/su);
  }
});

test('what was published of a regulation is read in the archive, once and in order, and the book follows', async () => {
  const by = { kind: 'staff' as const, id: '1', name: 'Анна' };
  const day = (number: number, hours: string | null): AnyEvent => ({
    ...{ id: `0192f3a4-5b6c-7d8e-9f01-00000000000${number}`, tenant: 'ovk', source: 'gateway' },
    // Of no request: any id will do.
    subjectId: '0192f3a4-5b6c-7d8e-9f01-23456789abcd',
    occurredAt: `2026-11-0${number}T06:00:00.000Z`,
    type: 'regulation.day-changed.v1',
    payload: { number, date: '2026-12-30', hours, reason: 'Инвентаризация', by },
  });
  const book = RegulationBook.load('regulations');
  const hear = new HearRegulations(archive, book);
  await store(house, [day(2, 'closed'), day(2, 'closed'), day(1, '09:00-12:00')]);
  expect([await hear.round(), await hear.round()]).toEqual([2, 0]);
  expect(book.changedDays('ovk').map(({ hours, by: name }) => [hours, name])).toEqual([
    ['09:00-12:00', 'Анна'],
    ['closed', 'Анна'],
  ]);
  expect(book.calendar('ovk').reasonOf('2026-12-30')).toBe('Инвентаризация');
});
