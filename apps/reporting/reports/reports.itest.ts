import type { AddressInfo } from 'node:net';
import { composeReport } from '@reglament/domain/report';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { FixedClock } from '@reglament/platform/clock';
import { drawPdf, drawWorkbook } from '@reglament/platform/paper';
import type { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { freePort } from '@reglament/testing/engines';
import { textOfPdf } from '@reglament/testing/paper';
import { SMTPServer } from 'smtp-server';
import { CopyQuestions } from '../questions/copy.ts';
import { GroupMonth } from '../questions/group-month.ts';
import { Archive } from '../statistics/archive.ts';
import { periodOf } from '../statistics/period.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import { migrations } from '../store/migrations/index.ts';
import { MakeReports } from '../sweeps/make-reports.ts';
import { ReportMail } from '../sweeps/report-mail.ts';
import { ScheduleReports } from '../sweeps/schedule-reports.ts';
import { SendReports } from '../sweeps/send-reports.ts';
import { eventsOf, ground } from '../testing/day.ts';
import { store, testArchive } from '../testing/house.ts';
import { listReports } from './list-reports.ts';
import type { FiguresByLanguage } from './make-report.ts';
import { readReport } from './monthly-report.ts';
import { askForReport } from './report-store.ts';

const book = RegulationBook.load('regulations');
/** Tuesday, 1 December 2026, 9:00 in Moscow. */
const OPENING = Date.parse('2026-12-01T06:00:00Z');
const clock = new FixedClock('2026-12-01T05:59:59Z');

let house: ClickHouse;
let closeArchive: () => Promise<void>;
let archive: Archive;
let tables: TestDatabase;
let instances: readonly Database[];

const schedulers = () => instances.map((database) => new ScheduleReports(database, clock, book, archive));
const makers = () =>
  instances.map((database) => {
    const copies = new CopyQuestions(database, archive, house);
    const months = new GroupMonth(database, clock, archive, copies, {
      url: '',
      token: '',
      alike: 0.75,
      timeoutMs: 1_000,
    });
    return new MakeReports(database, clock, book, archive, months, 'https://help.example');
  });
const round = (sweeps: readonly { round(): Promise<number> }[]) => Promise.all(sweeps.map((sweep) => sweep.round()));
const reportsOf = (tenant: string) => tables.database.tenant(tenant, listReports);

beforeAll(async () => {
  [{ house, close: closeArchive }, tables] = await Promise.all([
    testArchive(),
    testDatabase({ service: 'reporting', migrations }),
  ]);
  archive = new Archive(house);
  instances = [tables.open(), tables.open()];
  const from = Date.parse('2026-10-05T00:00:00Z');
  const to = Date.parse('2026-12-01T00:00:00Z');
  await store(house, [
    ...eventsOf(ground('ovk', { categories: ['interface', 'workplace'] }), 160, from, to, 11),
    ...eventsOf(ground('kz-portal', { categories: ['queue'] }), 90, from, to, 12),
  ]);
}, 120_000);

afterAll(async () => {
  await tables?.close();
  await closeArchive?.();
}, 30_000);

test('ovk 3.2: the monthly report is made at the opening of the first working day, once, though two instances look', async () => {
  await round(schedulers());
  expect((await reportsOf('ovk')).filter(({ kind }) => kind === 'month')).toEqual([]);
  clock.set(OPENING as Instant);
  await round(schedulers());
  await round(schedulers());
  // Each tenant has a month, and a week or a day or both: none of them is asked for twice, or made twice.
  for (let made = 1; made > 0; ) made = (await round(makers())).reduce((sum, n) => sum + n, 0);
  const list = await reportsOf('ovk');
  expect(list.map(({ kind, from, state, percent }) => [kind, from, state, percent]).toSorted()).toEqual([
    ['day', '2026-11-30', 'ready', 100],
    ['month', '2026-11-01', 'ready', 100],
    ['week', '2026-11-23', 'ready', 100],
  ]);
  expect(list.every(({ attempts, letters }) => attempts === 1 && letters.length === 1)).toBe(true);
  const bilingual = (await reportsOf('kz-portal')).find(({ kind }) => kind === 'month');
  expect(bilingual?.files.map(({ language, format }) => `${language}.${format}`)).toEqual([
    'kk.pdf',
    'kk.xlsx',
    'ru.pdf',
    'ru.xlsx',
  ]);
  expect(await reportsOf('edoc')).toEqual([]);
}, 60_000);

interface Stored {
  readonly bytes: Buffer;
  readonly figures: string;
}
const stored = async (format: string): Promise<Stored> => {
  const [row] = await tables.admin<Stored>(
    `SELECT bytes, figures FROM reporting.report_files JOIN reporting.reports USING (report_id)
      WHERE reports.tenant = 'ovk' AND kind = 'month' AND format = $1 AND language = 'ru'`,
    [format],
  );
  if (row === undefined) throw new Error(`no ${format}`);
  return row;
};

test('ovk 3.2: the PDF says the statistics’ numbers, and the figures it came from give the same bytes again', async () => {
  const { bytes, figures } = await stored('pdf');
  const regulation = book.get('ovk');
  const own = (JSON.parse(figures) as FiguresByLanguage).ru;
  if (regulation === undefined || own === undefined) throw new Error('ovk has no figures in Russian');
  const seen = await readStatistics(
    archive,
    regulation,
    periodOf('month', '2026-11-01', 'Europe/Moscow'),
    clock.now(),
    'ru',
  );
  const text = textOfPdf(bytes).replaceAll('\u00a0', ' ').replaceAll('\n', ' ').replace(/ +/g, ' ');
  expect(text).toContain(`Поступило ${seen.received.total} ${seen.previous.received}`);
  expect(text).toContain(`Решено ${seen.resolved} ${seen.previous.resolved}`);
  for (const promise of seen.clocks.filter(({ kept, broken }) => kept + broken > 0))
    expect(text).toContain(`${promise.kept} ${promise.broken}`);
  expect(seen.received.total).toBeGreaterThan(50);
  const document = composeReport(own, 'ru');
  expect((await drawPdf(document)).equals(bytes)).toBe(true);
  expect((await drawWorkbook(document)).equals((await stored('xlsx')).bytes)).toBe(true);
});

test('reports: a month in which nothing came is a whole report too, drawn and with its workbook', async () => {
  const regulation = book.get('ovk');
  if (regulation === undefined) throw new Error('there is no ovk');
  const empty = composeReport(await readReport(archive, regulation, 'month', '2019-02-01', 'ru'), 'ru');
  const text = textOfPdf(await drawPdf(empty))
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain('За этот период таких данных нет.');
  expect((await drawWorkbook(empty)).length).toBeGreaterThan(1_000);
});

test('reports: asked for again by hand, a month stays as it was made', async () => {
  const before = await reportsOf('ovk');
  const again = { kind: 'month' as const, from: '2026-11-01', to: '2026-11-30', askedBy: 'Manager' };
  await tables.database.tenant('ovk', (tx) => askForReport(tx, 'ovk', again, clock.now()));
  await round(makers());
  expect(await reportsOf('ovk')).toEqual(before);
});

test('reports: a letter that the mail server does not take is tried again, and its failure is on the list', async () => {
  const port = await freePort();
  const mail = new ReportMail(`smtp://127.0.0.1:${port}`, () => ({ name: 'H', address: 'h@example.org' }));
  const senders = instances.map((database) => new SendReports(database, clock, mail, 1_000));
  await round(senders);
  const month = async () => (await reportsOf('ovk')).find(({ kind }) => kind === 'month')?.letters[0];
  expect(await month()).toMatchObject({
    status: 'pending',
    attempts: 1,
    failure: expect.stringMatching(/ECONNREFUSED/),
  });
  const letters: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      stream.setEncoding('latin1');
      let raw = '';
      stream.on('data', (part: string) => {
        raw += part;
      });
      stream.on('end', () => {
        letters.push(raw);
        done();
      });
    },
  });
  const address = await new Promise<AddressInfo>((listening) => {
    const listener = server.listen(port, '127.0.0.1', () => listening(listener.address() as AddressInfo));
  });
  expect(address.port).toBe(port);
  try {
    clock.advance(2_000);
    await round(senders);
    expect(await month()).toMatchObject({ status: 'sent', attempts: 2, failure: null });
    const ours = letters.filter((letter) => /To: manager@ovk/.test(letter));
    // A day, a week and a month, each once though two instances send.
    expect(ours).toHaveLength(3);
    expect(
      ours.filter((letter) => /ovk-2026-11-ru\.pdf/.test(letter) && /ovk-2026-11-ru\.xlsx/.test(letter)),
    ).toHaveLength(1);
  } finally {
    mail.close();
    await new Promise<void>((closed) => server.close(() => closed()));
  }
}, 30_000);
