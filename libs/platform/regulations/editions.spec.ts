import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@reglament/domain/time';
import { FixedClock } from '../clock/index.ts';
import { RegulationBook, RegulationError, type RegulationNews } from './index.ts';

const shipped = join(import.meta.dirname, '../../../regulations');
const file = readFileSync(join(shipped, 'ovk.yaml'), 'utf8');
const at = (iso: string): Instant => Date.parse(iso) as Instant;

const published = (
  number: number,
  edition: string,
  from: string,
  text: string,
  replaces = '2026-11',
): RegulationNews => ({
  ...{ kind: 'published', tenant: 'ovk', number, edition, replaces, by: 'Анна' },
  at: at(from),
  inForceFrom: at(from),
  text,
});
const day = (number: number, date: string, hours: string | null, from: string): RegulationNews => ({
  ...{ kind: 'day-changed', tenant: 'ovk', number, date, hours, reason: 'Приказ', by: 'Анна' },
  at: at(from),
});
const faster = (edition: string): string =>
  file.replace(/edition: \{ id: [^,]+,/, `edition: { id: ${edition},`).replace('within: 30 min', 'within: 20 min');

const within = (book: RegulationBook, edition?: string) =>
  book.rules('ovk', edition)?.regulation.clocks.find(({ within }) => within === 20 * 60_000 || within === 30 * 60_000)
    ?.within;

test('kz-portal 30-1: a new edition is in force from its moment on, and what was filed before stays under its own', () => {
  const clock = new FixedClock('2026-11-20T10:00+03:00');
  const book = RegulationBook.load(shipped, clock);
  const old = book.get('ovk')?.edition.id ?? '';
  book.apply(published(1, 'faster', '2026-11-20T12:00:00+03:00', faster('faster'), old));
  expect([book.get('ovk')?.edition.id, within(book)]).toEqual([old, 30 * 60_000]);
  clock.set('2026-11-20T12:00+03:00');
  expect([book.get('ovk')?.edition.id, within(book)]).toEqual(['faster', 20 * 60_000]);
  expect([within(book, old), within(book, 'faster')]).toEqual([30 * 60_000, 20 * 60_000]);
  expect(within(book, 'never heard of')).toBe(20 * 60_000);
  expect(book.textOf('ovk', 'faster')).toBe(faster('faster'));
});

test('a published edition stays in force, though as a draft it would be refused today', () => {
  const book = RegulationBook.load(shipped, new FixedClock('2026-11-21T10:00+03:00'));
  const idle = faster('idle').replace(/^skills:$/m, 'skills:\n  idle: Никому не нужно');
  expect(book.readDraft('ovk', idle)).toMatchObject({ ok: false });
  book.apply(published(1, 'idle', '2026-11-20T12:00:00+03:00', idle));
  expect([book.get('ovk')?.edition.id, within(book)]).toEqual(['idle', 20 * 60_000]);
});

test('the order in which news arrive, and their repetition, change nothing', () => {
  const news = [
    published(1, 'a', '2026-11-20T10:00:00+03:00', faster('a')),
    day(2, '2026-11-24', 'closed', '2026-11-20T11:00:00+03:00'),
    day(3, '2026-11-24', '09:00-12:00', '2026-11-20T12:00:00+03:00'),
    published(4, 'b', '2026-11-20T13:00:00+03:00', file.replace(/edition: \{ id: [^,]+,/, 'edition: { id: b,'), 'a'),
  ];
  const seen = (order: readonly number[]) => {
    const book = RegulationBook.load(shipped, new FixedClock('2026-11-21T10:00+03:00'));
    for (const index of order) book.apply(news[index] as RegulationNews);
    const open = (edition: string) =>
      book.calendar('ovk', edition).between(at('2026-11-24T00:00+03:00'), at('2026-11-25T00:00+03:00')) / 3_600_000;
    return { force: book.get('ovk')?.edition.id, version: book.version('ovk'), open: ['a', 'b', '2026-11'].map(open) };
  };
  const expected = { force: 'b', version: 4, open: [3, 3, 3] };
  expect(
    [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1, 1, 0, 2],
    ].map(seen),
  ).toEqual([expected, expected, expected]);
  // What waits for an earlier piece of news has no effect before it.
  expect(seen([0, 2, 3])).toEqual({ force: 'a', version: 1, open: [9, 9, 9] });
});

test('what stopped before a day was changed is counted by the calendar of its time', () => {
  const book = RegulationBook.load(shipped, new FixedClock('2026-11-21T10:00+03:00'));
  book.apply(day(1, '2026-11-24', 'closed', '2026-11-20T11:00:00+03:00'));
  const isOpen = (moment: string) =>
    book.rules('ovk', undefined, at(moment))?.calendar.isOpen(at('2026-11-24T10:00+03:00'));
  expect(isOpen('2026-11-20T10:59:59+03:00')).toBe(true);
  expect(isOpen('2026-11-20T11:00:00+03:00')).toBe(false);
  expect(book.rules('ovk')?.days).toBe(1);
});

test('an edition published under a clock set before the file’s own date follows what it replaces', () => {
  const clock = new FixedClock('2020-01-02T00:00Z');
  const book = RegulationBook.load(shipped, clock);
  const old = book.get('ovk')?.edition.id ?? '';
  book.apply(published(1, 'early', '2020-01-01T00:00:00Z', faster('early'), old));
  clock.set('2027-06-01T00:00Z');
  expect(book.get('ovk')?.edition.id).toBe('early');
});

describe('editions as files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulations-'));
    cpSync(shipped, folder, { recursive: true });
    mkdirSync(join(folder, 'ovk'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('a file in the tenant’s folder is an edition, in force from the midnight of its day', () => {
    writeFileSync(
      join(folder, 'ovk', 'next.yaml'),
      file.replace(/edition: \{.*\}/, 'edition: { id: next, inForceFrom: 2027-02-01 }'),
    );
    const clock = new FixedClock('2027-01-31T23:59+03:00');
    const book = RegulationBook.load(folder, clock);
    expect(book.get('ovk')?.edition.id).not.toBe('next');
    clock.set('2027-02-01T00:00+03:00');
    expect(book.get('ovk')?.edition.id).toBe('next');
  });

  test('a file of another hotline, under another name, or of an edition that is there already is refused with its name', () => {
    writeFileSync(join(folder, 'ovk', 'kuty.yaml'), readFileSync(join(shipped, 'kuty.yaml')));
    writeFileSync(join(folder, 'ovk', 'other.yaml'), file);
    const own = RegulationBook.load(shipped).get('ovk')?.edition.id ?? '';
    writeFileSync(join(folder, 'ovk', `${own}.yaml`), file);
    const load = () => RegulationBook.load(folder);
    expect(load).toThrow(RegulationError);
    expect(load).toThrow(/ovk\/kuty\.yaml:\d+.*must be an edition of the regulation of `ovk`/);
    expect(load).toThrow(/ovk\/other\.yaml:1: The file must be called/);
    expect(load).toThrow(
      new RegExp(`ovk/${own}\\.yaml:1: The edition \`${own}\` of \`ovk\` stands in another file already`),
    );
  });
});
