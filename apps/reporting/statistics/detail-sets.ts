/**
 * The sets of requests behind the finer figures, in the words of `sets.ts`. What an event of its own says and no fact
 * keeps (a postponement, an incident, a complaint) is counted from the archive's events by their ids, so that an event
 * that came twice counts once; a type that nobody has said yet counts nought.
 */
import { changed, inPeriod, STILL_OPEN, TO, WORKED } from './sets.ts';

const TENANT = 'tenant = {tenant:String}';

const REQUEST = "toUUIDOrZero(JSONExtractString(payload, 'requestId'))";
const REASON = "JSONExtractString(payload, 'reason')";

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
/** Events of these types within the period. */
const said = (...types: readonly string[]): string =>
  `FROM events WHERE ${TENANT} AND type IN (${quoted(types)}) AND fault = '' AND ${inPeriod('occurred_at')}`;

/** Figures counted in events: name → type. */
export const SAID = {
  postponed: 'work.postponed.v1',
  escalated: 'work.escalated.v1',
  incidents: 'incident.opened.v1',
  complaints: 'complaint.filed.v1',
} as const;

const [NAMES, TYPES] = [Object.keys(SAID), Object.values(SAID)];
/** How many of each kind, and why work was postponed, in one look at the events: rows `figure, key, count`. */
export const SAID_COUNTS = `SELECT tupleElement(part, 1) AS figure, tupleElement(part, 2) AS key, sum(counted) AS count FROM (
  SELECT type, if(type = '${SAID.postponed}', ${REASON}, '') AS reason, uniqExact(id) AS counted
  ${said(...TYPES)} GROUP BY type, reason
) ARRAY JOIN arrayConcat(
  [('said', transform(type, [${quoted(TYPES)}], [${quoted(NAMES)}], ''))],
  if(type = '${SAID.postponed}', [('postpone-reason', reason)], [])
) AS part GROUP BY figure, key`;

const CALLED = `${WORKED} AND action = 'called'`;
export const CALLS = `SELECT 'call-outcome' AS figure, detail AS key, count() AS count ${CALLED} GROUP BY key`;

/** Who was given each request that is open at the period's end, the last time it was given before then. */
const HELD = `SELECT request_id,
    arrayLast((staff, action, at) -> action = 'assigned' AND at < ${TO}, action_staff, action_names, action_moments) AS holder
  ${STILL_OPEN} AND holder != ''`;
export const HOLDING = `SELECT 'holding' AS figure, holder AS key, count() AS count FROM (${HELD}) GROUP BY key`;

/** Metric names → the requests they count, as `SETS` has them. */
export const DETAIL_SETS: Readonly<Record<string, string>> = {
  'cancel-reason': `SELECT request_id ${changed('cancelled')} AND reason = {key:String}`,
  'decline-reason': `SELECT request_id ${changed('declined')} AND reason = {key:String}`,
  'call-outcome': `SELECT request_id ${CALLED} AND detail = {key:String}`,
  'postpone-reason': `SELECT ${REQUEST} AS request_id ${said(SAID.postponed)} AND ${REASON} = {key:String}`,
  ...Object.fromEntries(
    Object.entries(SAID).map(([name, type]) => [name, `SELECT ${REQUEST} AS request_id ${said(type)}`]),
  ),
  holding: `SELECT request_id FROM (${HELD}) WHERE holder = {key:String}`,
};
