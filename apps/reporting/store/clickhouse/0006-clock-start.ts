import { defineMigration } from '@reglament/platform/clickhouse';

const EPOCH = "toDateTime64(0, 3, 'UTC')";
const none = (column: string) => `nullIf(${column}, ${EPOCH})`;
const fields = ['rule', 'clause', 'state', 'started_at', 'warned_at', 'moment', 'broken_at', 'elapsed_ms'];

/**
 * A clock whose start and stop became known at once is told of by its stop alone (`clock.stopped.v1` carries how long it ran): events heard
 * together, after NATS was away for example. Without a start it was counted nowhere.
 */
export const clockStart = defineMigration({
  number: 6,
  name: 'the start of clocks that were told of by their stop alone',
  statements: [
    `CREATE OR REPLACE VIEW clocks AS
  SELECT tenant, request_id, one_rule AS rule, one_clause AS clause, one_state AS state,
    if(state IN ('kept', 'broken', 'cancelled'), one_moment, NULL) AS stopped_at,
    coalesce(${none('one_started_at')}, subtractMilliseconds(stopped_at, one_elapsed_ms)) AS started_at,
    ${none('one_warned_at')} AS warned_at, ${none('one_broken_at')} AS broken_at,
    if(state = 'running', ${none('one_moment')}, NULL) AS due_at,
    if(state = 'kept', one_moment, NULL) AS kept_at,
    if(state = 'cancelled', one_moment, NULL) AS cancelled_at,
    clocks_until, request_current.submitted_at AS filed_at, last_at
  FROM request_current FINAL ARRAY JOIN ${fields.map((field) => `clocks.${field} AS one_${field}`).join(', ')}
  WHERE NOT gone`,
  ],
});
