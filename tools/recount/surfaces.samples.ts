/** The figures of a period as each surface shows them, read back from what a person gets: the page's answer, the table's lines, the workbook's cells, the PDF's glyphs, Grafana's SQL. */
import type { Regulation } from '@reglament/domain/regulation';
import { composeReport } from '@reglament/domain/report';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { drawPdf } from '@reglament/platform/paper';
import { readReport } from '@reglament/reporting/archive';
import { textOfPdf } from '@reglament/testing/paper';
import type { Archive } from '../../apps/reporting/statistics/archive.ts';
import type { Figures as All } from '../../apps/reporting/statistics/catalogue/index.ts';
import { csvLines } from '../../apps/reporting/statistics/csv.ts';
import type { Period } from '../../apps/reporting/statistics/period.ts';
import { readFigures } from '../../apps/reporting/statistics/read-figures.ts';
import { SETS } from '../../apps/reporting/statistics/sets.ts';
import { toSheets } from '../../apps/reporting/statistics/sheets.ts';
import { asSent } from '../../deploy/grafana/src/macros.samples.ts';
import { inGrafana } from '../../deploy/grafana/src/query.ts';

export interface Shown {
  readonly house: ClickHouse;
  readonly archive: Archive;
  readonly regulation: Regulation;
  readonly zone: string;
}

export type Figures = Readonly<Record<string, number | null>>;

/** Figures that are numbers of requests. */
export const NAMES = ['received', 'resolved', 'cancelled', 'reopened', 'handed-over'] as const;

/** Long after the last event: no period runs. */
const NOW = Date.parse('2030-01-01T00:00:00Z') as Instant;

/** Every surface that there is of such a period; a PDF is made of months. */
export async function surfaces(shown: Shown, period: Period): Promise<[string, Figures][]> {
  const all = await readFigures(shown.archive, shown.regulation, period, NOW, 'en');
  return [
    ['page', onPage(all)],
    ['CSV', inCsv(all)],
    ['XLSX', inWorkbook(all)],
    ['Grafana', await inPanels(shown, period)],
    ...(period.kind === 'month' ? [['PDF', await inPdf(shown, period)] satisfies [string, Figures]] : []),
  ];
}

const onPage = ({ statistics, details }: All): Figures => ({
  received: statistics.received.total,
  resolved: statistics.resolved,
  cancelled: statistics.cancelled,
  reopened: statistics.reopened,
  'handed-over': statistics.handedOver,
  open: statistics.open,
  phone: statistics.received.byChannel.find(({ key }) => key === 'phone')?.count ?? 0,
  'answer.p50': details.times.answer.elapsed.p50,
  'answer.p95': details.times.answer.elapsed.p95,
});

function inCsv(all: All): Figures {
  return ofRows(
    new Map(
      [...csvLines(all, 'en')].map((line) => {
        const [, , figure, key, , value] = line.split(',');
        return [`${figure} ${key}`, value];
      }),
    ),
  );
}

const inWorkbook = (all: All): Figures =>
  ofRows(new Map(toSheets(all, 'en')[0]?.rows.map((row) => [`${row[0]} ${row[2]}`, row[4]])));

/** Of rows by the names of figure and key. */
function ofRows(rows: ReadonlyMap<string, unknown>): Figures {
  const number = (name: string) => {
    const value = rows.get(name);
    return value === undefined || value === null || value === '' ? null : Number(value);
  };
  const milliseconds = (name: string) => {
    const seconds = number(name);
    return seconds === null ? null : Math.round(seconds * 1000);
  };
  return {
    ...Object.fromEntries([...NAMES, 'open'].map((name) => [name, number(`${name} `)])),
    phone: number('channel phone') ?? 0,
    'answer.p50': milliseconds('time-answer.elapsed.p50 '),
    'answer.p95': milliseconds('time-answer.elapsed.p95 '),
  };
}

/** The SQL of the panels with its macros expanded as Grafana does. */
async function inPanels({ house, regulation, zone }: Shown, period: Period): Promise<Figures> {
  const range = {
    from: period.from,
    to: period.to - 1,
    intervalSeconds: 3600,
    variables: { tenant: regulation.tenant, zone },
  };
  const figures: Record<string, number> = {};
  for (const name of [...NAMES, 'open'] as const) {
    const sql = asSent(inGrafana(`SELECT uniqExact(request_id) AS count FROM (${SETS[name]})`), range);
    const http_headers = { 'x-clickhouse-database': house.database };
    const answer = await house.client.query({ query: sql, format: 'JSONEachRow', http_headers });
    figures[name] = Number((await answer.json<{ count: number }>())[0]?.count ?? 0);
  }
  return figures;
}

/** In the order of the report's table of figures. */
const IN_REPORT = ['received', 'resolved', 'open', 'cancelled', 'declined', 'withdrawn', 'reopened', 'handed-over'];
const NOT_RECOUNTED = ['declined', 'withdrawn'];

/** What stands behind each name in the drawn report. */
async function inPdf({ archive, regulation, zone }: Shown, period: Period): Promise<Figures> {
  const calendar = { ...regulation.calendar, timeZone: zone };
  const report = await readReport(archive, { ...regulation, calendar }, 'month', period.firstDate, 'en');
  const document = composeReport(report, 'en');
  const tables = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const names = tables[0]?.rows.map(([name]) => name?.text ?? '') ?? [];
  const text = textOfPdf(await drawPdf(document)).replaceAll(/\s+/g, ' ');
  const figures: Record<string, number | null> = {};
  for (const [index, figure] of IN_REPORT.entries()) {
    if (NOT_RECOUNTED.includes(figure)) continue;
    // Beside it stands the period before, or a dash where nothing was recorded yet.
    const [, digits] = new RegExp(`${names[index]} ([\\d,]+) (?:[\\d,]+|—) `).exec(text) ?? [];
    figures[figure] = digits === undefined ? null : Number(digits.replaceAll(',', ''));
  }
  return figures;
}
