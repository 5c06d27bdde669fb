/** What tools may use of the archive: its schema, how rows are made current, and the figures as the page reads them. */
export { eraseWords } from './archive/erase-words.ts';
export { feedEvents, insertEvents, type KeptEvent } from './archive/feed.ts';
export { renewRequests, renewTenant } from './archive/renew.ts';
export { nameTenants } from './archive/store.ts';
export { readReport } from './reports/monthly-report.ts';
export { Archive } from './statistics/archive.ts';
export { catalogue, type Figures } from './statistics/catalogue/index.ts';
export { listRequests } from './statistics/list-requests.ts';
export { METRICS } from './statistics/metrics.ts';
export { type Period, periodOf, rangeOf } from './statistics/period.ts';
export * as queries from './statistics/queries.ts';
export { readDetails } from './statistics/read-details.ts';
export { readFigures } from './statistics/read-figures.ts';
export { readStatistics } from './statistics/read-statistics.ts';
export { COPIES, clickHouseMigrations } from './store/clickhouse/index.ts';
