const NONE = "toDateTime64(0, 3, 'UTC')";
const NEVER = "toDateTime64('2299-12-31 00:00:00', 3, 'UTC')";
const CLOSED = "('resolved', 'cancelled', 'declined', 'withdrawn')";

const SUBMITTED =
  'number channel entry_point category client_category product language edition summary question registered_by'.split(
    ' ',
  );

/** Actions of staff: of one event up to three, each with whoever did it. */
const ACTIONS = `arrayFilter(a -> a.3 != '', [
      (occurred_at, toString(event_id), e.agent_id, 'assigned', e.agent_name, e.detail),
      (occurred_at, toString(event_id), e.registered_by, 'registered', '', e.detail),
      (occurred_at, toString(event_id), e.staff_id, transform(type, [
          'work.assigned.v1', 'work.replied.v1', 'work.resolved.v1', 'work.cancelled.v1', 'work.declined.v1',
          'work.information-requested.v1', 'work.call-attempted.v1', 'work.handed-over.v1', 'work.reopened.v1'
        ], ['moderated', 'replied', 'resolved', 'cancelled', 'declined', 'asked', 'called', 'handed-over', 'reopened'], 'other'),
        e.staff_name, e.detail)])`;

/** When the same comes again in a sorted array of tuples; never for the last. */
const following = (array: string, same: string) =>
  `arrayMap((x, i) -> ifNull(arrayFirstOrNull(y -> ${same}, arraySlice(${array}, i + 1)).1, ${NEVER}), ${array}, arrayEnumerate(${array}))`;

const firstMoment = (...types: string[]) => `minIfOrNull(at, type IN (${types.map((type) => `'${type}'`).join(', ')}))`;

/** A request's events by clock, those of no clock together. Each event once, however often it was stored. */
const partsOf = (condition: string): string => `SELECT tenant, request_id, clock_id, count() AS events,
    ${SUBMITTED.map((name) => `max(e.${name}) AS ${name}`).join(', ')}, max(e.urgent) AS urgent,
    minIfOrNull(at, type = 'request.submitted.v1') AS submitted,
    ${firstMoment('work.queued.v1')} AS queued,
    ${firstMoment('work.assigned.v1')} AS assigned,
    ${firstMoment('work.replied.v1', 'work.resolved.v1')} AS answered,
    max(greatest(e.at, e.occurred_at, if(type IN ('clock.stopped.v1', 'clock.expired.v1'), e.moment, ${NONE}))) AS latest,
    arraySort(groupArrayIf((at, toString(event_id), status, detail), status != '')) AS steps,
    arraySort(groupArrayArrayIf(${ACTIONS}, clock_id = '')) AS actions,
    maxIf((occurred_at, toString(event_id), agent_id, agent_name), type = 'work.assigned.v1') AS agent,
    max(e.rule) AS rule, max(e.clause) AS clause,
    minIfOrNull(occurred_at, type = 'clock.scheduled.v1') AS started,
    minIfOrNull(occurred_at, type = 'clock.warned.v1') AS warned,
    minIfOrNull(moment, type = 'clock.expired.v1') AS expired,
    max(e.late) AS late,
    maxIf((occurred_at, toString(event_id), state, moment, counted_ms, elapsed_ms), type IN ('clock.scheduled.v1', 'clock.stopped.v1')) AS newest
  FROM request_events AS e FINAL WHERE ${condition}
  GROUP BY tenant, request_id, clock_id`;

/** Fields of a clock, in the order of the tuple below. */
export const CLOCK_FIELDS = [
  'id',
  'rule',
  'clause',
  'state',
  'started_at',
  'warned_at',
  'expired_at',
  'moment',
  'broken_at',
  'counted_ms',
  'elapsed_ms',
  'late',
] as const;

/** A promise is broken at the moment it was due, and stays so until a stop says otherwise. */
const CLOCK = `(clock_id, rule, clause, newest.3, ifNull(started, ${NONE}), ifNull(warned, ${NONE}), ifNull(expired, ${NONE}), newest.4,
    multiIf(newest.3 = 'broken', least(ifNull(expired, newest.4), newest.4), newest.3 IN ('kept', 'cancelled'), ${NONE}, ifNull(expired, ${NONE})),
    newest.5, newest.6, late)`;

/** Columns of \`request_current\` and what they are made of. */
const wholes = (): readonly (readonly [string, string])[] => {
  const of = (value: string) => `anyIf(${value}, clock_id = '')`;
  const moment = (value: string) => `ifNull(minOrNull(${value}), ${NONE})`;
  const nested = (name: string, fields: readonly string[], from: string, places: readonly number[]) =>
    fields.map((field, index) => [`\`${name}.${field}\``, `arrayMap(x -> x.${places[index]}, ${from})`] as const);
  return [
    ['tenant', 'tenant'],
    ['request_id', 'request_id'],
    ['submitted_at', moment('submitted')],
    ['known', 'toUInt32(sum(events))'],
    ['gone', 'false'],
    ...[...SUBMITTED, 'urgent'].map((name) => [name, `max(p.${name})`] as const),
    ['queued_at', moment('queued')],
    ['assigned_at', moment('assigned')],
    ['answered_at', moment('answered')],
    ['status', 'last_step.3'],
    ['status_at', 'last_step.1'],
    ['is_closed', `last_step.3 IN ${CLOSED}`],
    ['agent_id', `${of('agent')}.3`],
    ['agent_name', `${of('agent')}.4`],
    ['last_at', 'max(latest)'],
    ['open_until', `if(last_step.3 IN ${CLOSED}, last_step.1, ${NEVER})`],
    [
      'clocks_until',
      `greatest(max(latest), arrayMax(arrayPushBack(arrayMap(x -> least(
        if(x.4 IN ('kept', 'broken', 'cancelled'), x.8, ${NEVER}), if(x.9 > ${NONE}, x.9, ${NEVER})), all_clocks), ${NONE})))`,
    ],
    ...nested('steps', ['status', 'at', 'reason'], 'all_steps', [3, 1, 4]),
    ['`steps.following`', following('all_steps', 'y.3 = x.3')],
    ...nested('actions', ['staff_id', 'action', 'at', 'staff_name', 'detail'], 'all_actions', [3, 4, 1, 5, 6]),
    ['`actions.following`', following('all_actions', 'y.3 = x.3 AND y.4 = x.4')],
    ...nested(
      'clocks',
      CLOCK_FIELDS,
      'all_clocks',
      CLOCK_FIELDS.map((_, index) => index + 1),
    ),
  ];
};

/**
 * Makes the current rows of requests anew from their events. Harmless however often, late and by however many at once: the
 * same events give the same row, and the row of more events stays.
 * @param condition which of `request_events`, over its columns tenant, id_head and request_id
 */
export function renewal(condition = 'true'): readonly string[] {
  const columns = wholes();
  return [
    `INSERT INTO request_current (${columns.map(([name]) => name).join(', ')})
WITH groupArrayArray(p.steps) AS all_steps, all_steps[-1] AS last_step, groupArrayArray(p.actions) AS all_actions,
  arraySort(groupArrayIf(${CLOCK}, clock_id != '')) AS all_clocks
SELECT ${columns.map(([, value]) => value).join(',\n  ')}
FROM (${partsOf(condition)}) AS p
GROUP BY tenant, request_id`,
    // Whoever comes second of two that renew the same request sees both its submission and the row made without it. There is hardly ever
    // such a row, and then nothing is read.
    `INSERT INTO request_current (tenant, request_id, submitted_at, known, gone)
SELECT DISTINCT tenant, request_id, ${NONE}, 4294967295, true FROM request_events
WHERE type = 'request.submitted.v1' AND ${condition} AND (tenant, request_id) IN (
  SELECT tenant, request_id FROM request_current FINAL WHERE submitted_at = ${NONE} AND NOT gone)`,
  ];
}
