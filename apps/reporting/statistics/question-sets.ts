/**
 * What is asked most, said once, in the words of `sets.ts`: the requests received in the period that belong to a group of questions, each
 * under the group as which it is shown. Page, report, CSV, workbook and Grafana count these.
 */
import { FROM, inPeriod, RECEIVED, TO } from './sets.ts';

const TENANT = 'tenant = {tenant:String}';

/** The groups as they are shown now. */
const GROUPS = `SELECT group_id, argMax(shown_as, version) AS shown, argMax(name, version) AS wording, argMax(hidden, version) AS is_hidden
  FROM question_groups WHERE ${TENANT} GROUP BY group_id`;

/** Which group a request is in; only of the months that the period touches, in whatever zone their first day begins. */
const MEMBERS = `SELECT request_id, argMax(group_id, version) AS group_id FROM question_members
  WHERE ${TENANT} AND month >= toStartOfMonth(toDate(${FROM}) - 1) AND month <= toDate(${TO}) + 1 GROUP BY request_id`;

/** Requests of the period with the group they are shown under; those that nobody else asks are not there. */
const GROUPED = `SELECT request_id, category, shown, wording, is_hidden FROM (SELECT request_id, category ${RECEIVED}) AS asked
  INNER JOIN (${MEMBERS}) AS members USING (request_id)
  INNER JOIN (${GROUPS}) AS shown_groups USING (group_id)`;

/** Every group of the period, the most frequent first; its subject is the category it was asked under most. */
export const askedMost = (limit: number): string => `WITH sumMap([category], [toUInt64(1)]) AS categories
SELECT toString(shown) AS key, any(wording) AS wording,
  categories.1[indexOf(categories.2, arrayMax(categories.2))] AS subject, uniqExact(request_id) AS count
FROM (${GROUPED}) AS grouped WHERE NOT is_hidden GROUP BY shown ORDER BY count DESC, key LIMIT ${limit}`;

/** The requests of one group, as it is shown. */
export const QUESTION = `SELECT request_id FROM (${GROUPED}) AS grouped WHERE toString(shown) = {key:String}`;

/** The questions themselves, personal data masked at the door, so many at once by the request's id. */
export const TEXTS = `SELECT toString(request_id) AS id, question FROM requests
WHERE ${TENANT} AND ${inPeriod('filed_at')} AND request_id > {after:UUID} ORDER BY request_id LIMIT {limit:UInt32}`;

export const TEXTS_OF = `SELECT toString(request_id) AS id, question FROM requests
WHERE ${TENANT} AND ${inPeriod('filed_at')} AND request_id IN {ids:Array(UUID)} ORDER BY request_id`;

export const WORDINGS_OF = `SELECT question, countIf(request_id NOT IN {ids:Array(UUID)}) AS others FROM requests
WHERE ${TENANT} AND question != '' AND question IN
  (SELECT question FROM requests WHERE ${TENANT} AND request_id IN {ids:Array(UUID)}) GROUP BY question`;
