import { QueryBuilder, RuleBuilder, type RuleGroup } from '@grafana/grafana-foundation-sdk/alerting';
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { inGrafana, type PrometheusQuery, PrometheusTarget } from './query.ts';
import { ARCHIVE, METRICS, type Source } from './sources.ts';

export const FOLDER = { uid: 'reglament', title: 'Reglament' } as const;

/** When somebody is told: the query gives numbers (one for each hotline, or one), and any above `above` rings. */
export interface Alert {
  readonly name: string;
  readonly title: string;
  readonly source: Source;
  readonly query: string;
  readonly above: number;
  /** How long it has to stay so, in Prometheus's words. */
  readonly lasting: string;
  readonly severity: 'warning' | 'critical';
  /** What is wrong, for the person who is woken. */
  readonly summary: string;
  /** What to do about it. */
  readonly what: string;
}

/** How far back a rule looks, in seconds. */
const LOOKS_BACK = 3600;

/**
 * The promises of the last hour that were broken, by hotline: those the regulation makes about a request's placement,
 * whatever each regulation calls them: the clocks that wait for the queue.
 */
const PLACEMENT_BROKEN = `SELECT tenant, countIf(broken_at >= now() - INTERVAL 1 HOUR) AS value FROM clocks
WHERE rule = 'placement' AND started_at >= now() - INTERVAL 1 DAY GROUP BY tenant`;

/** Requests that have waited for a moderator for more than fifteen minutes, by hotline. */
const QUEUE_GROWS = `SELECT tenant, countIf(status IN ('received', 'queued', 'reopened') AND status_at < now() - INTERVAL 15 MINUTE) AS value
FROM requests WHERE filed_at >= now() - INTERVAL 7 DAY GROUP BY tenant`;

/** The longest of the last hour from an event until it was in the archive, in seconds. Only the wall clock tells: not under a simulated one. */
const ARCHIVE_LAGS = `SELECT max(dateDiff('second', occurred_at, archived_at)) AS value FROM events
WHERE archived_at >= now() - INTERVAL 10 MINUTE AND occurred_at >= now() - INTERVAL 1 DAY`;

export const alerts: readonly Alert[] = [
  {
    name: 'placement-broken',
    title: 'A placement promise is broken',
    source: ARCHIVE,
    query: PLACEMENT_BROKEN,
    above: 0,
    lasting: '0s',
    severity: 'critical',
    summary:
      'Requests of hotline {{ $labels.tenant }} were not in the help desk within the time that its regulation promises.',
    what: 'Look at “Waiting in the outboxes” and “Taken into effect” on the board Operations: intake’s relay or routing’s consumers do not keep up.',
  },
  {
    name: 'queue-grows',
    title: 'The moderator’s queue grows',
    source: ARCHIVE,
    query: QUEUE_GROWS,
    above: 5,
    lasting: '5m',
    severity: 'warning',
    summary:
      'More than five requests of hotline {{ $labels.tenant }} have waited for a moderator for over fifteen minutes.',
    what: 'Look at the Moderator’s wall: is a moderator on, and are these working hours of the hotline?',
  },
  {
    name: 'archive-lags',
    title: 'The archive lags',
    source: ARCHIVE,
    query: ARCHIVE_LAGS,
    above: 60,
    lasting: '5m',
    severity: 'warning',
    summary: 'Events reach the archive more than a minute after they happened; statistics and dashboards are behind.',
    what: 'Look at “The archive” on the board Operations: is ClickHouse up, do inserts fail?',
  },
  {
    name: 'outbox-waits',
    title: 'Events wait to be published',
    source: METRICS,
    query: 'max by (service) (relay_oldest_waiting_seconds)',
    above: 60,
    lasting: '2m',
    severity: 'critical',
    summary: 'The oldest event of {{ $labels.service }} has waited for more than a minute to be published.',
    what: 'Is NATS up? Does one instance of the service lead (Relays that lead)? Nothing is lost: events stay in PostgreSQL until they are out.',
  },
  {
    name: 'dead-letters',
    title: 'Dead letters wait',
    source: METRICS,
    query: 'sum by (service) (max by (service, instance) (dead_letters))',
    above: 0,
    lasting: '1m',
    severity: 'critical',
    summary: 'Events could not be taken in by {{ $labels.service }} and wait for somebody to look.',
    what: 'List the service’s dead letters, mend what their reason says, and replay them.',
  },
  {
    name: 'process-away',
    title: 'A process does not answer',
    source: METRICS,
    query: '1 - up{job="reglament"}',
    above: 0,
    lasting: '2m',
    severity: 'warning',
    summary: 'A process of {{ $labels.service }} ({{ $labels.instance }}) has not answered for two minutes.',
    what: 'See its log and whether its supervisor starts it again.',
  },
];

/** A query that carries its own form: the SDK's types know only Grafana's. */
const asBuilder = <T>(value: T): Builder<T> => ({ build: () => value });
const hidden = <Q extends object>(query: Q): Dataquery =>
  Object.defineProperty(query, '_implementsDataqueryVariant', { value: () => undefined }) as Q & Dataquery;

const archiveQuery = (sql: string): Dataquery =>
  hidden({ refId: 'A', datasource: ARCHIVE, editorType: 'sql', format: 1, queryType: 'table', rawSql: inGrafana(sql) });

const metricsQuery = (expr: string): PrometheusQuery => new PrometheusTarget(expr, '', { instant: true }).build();

const threshold = (above: number): Dataquery =>
  hidden({
    refId: 'B',
    type: 'threshold',
    expression: 'A',
    datasource: { type: '__expr__', uid: '__expr__' },
    conditions: [{ evaluator: { type: 'gt', params: [above] } }],
  });

function ruleOf(alert: Alert): RuleBuilder {
  const query = alert.source === ARCHIVE ? archiveQuery(alert.query) : metricsQuery(alert.query);
  const asked = new QueryBuilder('A')
    .datasourceUid(alert.source.uid)
    .relativeTimeRange({ from: LOOKS_BACK, to: 0 })
    .model(asBuilder(query));
  const judged = new QueryBuilder('B')
    .datasourceUid('__expr__')
    .relativeTimeRange({ from: 0, to: 0 })
    .model(asBuilder(threshold(alert.above)));
  return new RuleBuilder(alert.title)
    .uid(`reglament-${alert.name}`)
    .orgID(1)
    .folderUID(FOLDER.uid)
    .ruleGroup('reglament')
    .condition('B')
    .queries([asked, judged])
    .forDuration(alert.lasting)
    .noDataState('OK')
    .execErrState('Error')
    .labels({ severity: alert.severity })
    .annotations({ summary: alert.summary, description: alert.what });
}

/** All rules as one group, judged every minute. */
export function ruleGroup(): RuleGroup {
  return {
    title: 'reglament',
    folderUid: FOLDER.uid,
    interval: 60,
    rules: alerts.map((alert) => ruleOf(alert).build()),
  };
}
