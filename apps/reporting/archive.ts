/** What tools may use of the archive: its schema, how rows are made current, and the figures as the page reads them. */
export { renewRequests, renewTenant } from './archive/renew.ts';
export { Archive } from './statistics/archive.ts';
export { catalogue } from './statistics/catalogue/index.ts';
export { listRequests } from './statistics/list-requests.ts';
export { METRICS } from './statistics/metrics.ts';
export { type Period, periodOf, rangeOf } from './statistics/period.ts';
export * as queries from './statistics/queries.ts';
export { readDetails } from './statistics/read-details.ts';
export { readStatistics } from './statistics/read-statistics.ts';
export { clickHouseMigrations } from './store/clickhouse/index.ts';
