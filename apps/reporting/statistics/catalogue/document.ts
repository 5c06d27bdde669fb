import type { Language } from '@reglament/domain/regulation';
import { catalogue } from './index.ts';

const LANGUAGES: readonly Language[] = ['ru', 'uk', 'kk', 'en'];
const UNITS = {
  requests: 'requests',
  events: 'events',
  calls: 'calls',
  clocks: 'promises',
  seconds: 'seconds',
} as const;

/** docs/statistics.md: every statistic with its definition in four languages, its unit, its queries and its drill-down. */
export function statisticsDocument(): string {
  const head = [
    '# Statistics',
    '',
    'Made by `npm run statistics` from `apps/reporting/statistics/catalogue`. The page, the API (`GET /api/reporting/statistics`,',
    '`/statistics/details`, `/statistics/catalogue`), the table (`/statistics.csv`) and the workbook (`/statistics.xlsx`) show these',
    'numbers from these queries; Grafana’s panels are made of the same texts. Working time is measured by the tenant’s calendar, whose open',
    'hours the service tells ClickHouse with the question; Grafana knows none and shows elapsed time only.',
    '',
    '| id | name | unit | requests behind it |',
    '| --- | --- | --- | --- |',
    ...catalogue.map(
      ({ id, name, unit, drillDown }) =>
        `| \`${id}\` | ${name.en} | ${UNITS[unit]} | ${drillDown === null ? '—' : `\`metric=${drillDown}\``} |`,
    ),
  ];
  const sections = catalogue.flatMap(({ id, name, definition, queries }) => [
    '',
    `## ${id}`,
    '',
    ...LANGUAGES.map((language) => `- ${language}: **${name[language]}.** ${definition[language]}`),
    '',
    `Queries: ${queries.map((query) => query.name).join(', ')}.`,
  ]);
  return `${[...head, ...sections].join('\n')}\n`;
}
