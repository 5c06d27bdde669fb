import type { Actor, Language } from '@reglament/contracts';
import type { Status, Work } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** The work on one request, as stored. */
export interface WorkRow extends Work {
  readonly requestId: string;
  readonly number: string;
  readonly summary: string;
  readonly category: string;
  readonly channel: string;
  readonly language: Language;
  readonly clientCategory: string | null;
  readonly product: string | null;
  readonly entryPoint: string;
  /** The edition of the regulation that it was filed under, and is worked on by. */
  readonly edition: string;
  readonly urgent: boolean;
  /** 0 is served first. */
  readonly rank: number;
  readonly arrivedAt: Instant;
  readonly queuedAt: Instant;
  readonly status: Status;
  readonly assignedBy: string | null;
  readonly assignedAt: Instant | null;
  readonly vendor: string | null;
  readonly waitingSince: Instant | null;
  readonly cancelOffer: string | null;
  readonly unreadSince: Instant | null;
  readonly closedAt: Instant | null;
  readonly callSeries: number;
  /** Set while the work is postponed (edoc 9). */
  readonly postponement: StoredPostponement | null;
  /** The completion deadline that the responsible agent has set (initiative 2.6). */
  readonly deadlineAt: Instant | null;
}

/** A locked row with what its next change may not come before. */
export interface LockedWork extends WorkRow {
  /** When it came into the queue, or the last line of its trail was written. */
  readonly lastAt: Instant;
}

/** Why and until when work is put off; moments ISO 8601 in UTC. */
export interface StoredPostponement {
  readonly reason: string;
  readonly at: string;
  readonly until: string | null;
  readonly untilReply: boolean;
}

/** What a verb may change; the version goes up by itself. */
export type WorkPatch = Partial<
  Pick<
    WorkRow,
    | 'status'
    | 'agentId'
    | 'agentName'
    | 'assignedBy'
    | 'assignedAt'
    | 'queuedAt'
    | 'vendor'
    | 'waitingSince'
    | 'cancelOffer'
    | 'unreadSince'
    | 'closedAt'
    | 'callSeries'
    | 'postponement'
    | 'deadlineAt'
    | 'category'
    | 'clientCategory'
    | 'urgent'
    | 'rank'
  >
>;

/** Who stands in the trail: those who stand in events, and guests, who are known here alone. */
export type TrailActor = Actor | { readonly kind: 'guest'; readonly id: string; readonly name: string };

/** One line of the trail: who did what, when. */
export interface TrailLine {
  readonly requestId: string;
  readonly at: Instant;
  readonly verb: string;
  readonly by: TrailActor;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The platform itself, where a rule acts and nobody presses anything. */
export const platformActor: Actor = { kind: 'platform', id: 'platform', name: 'Reglament' };
export const requesterActor: Actor = { kind: 'requester', id: 'requester', name: '' };

export const workColumns = `
  request_id AS "requestId", number, summary, category, channel, language, client_category AS "clientCategory", product,
  entry_point AS "entryPoint", edition, urgent, rank, arrived_at AS "arrivedAt", queued_at AS "queuedAt", status,
  agent_id AS "agentId", agent_name AS "agentName", assigned_by AS "assignedBy", assigned_at AS "assignedAt", vendor,
  waiting_since AS "waitingSince", cancel_offer AS "cancelOffer", unread_since AS "unreadSince", closed_at AS "closedAt",
  call_series AS "callSeries", postponement, deadline_at AS "deadlineAt", version`;

const lockText = `
  SELECT ${workColumns}, greatest(queued_at, (
    SELECT at FROM routing.trail WHERE trail.tenant = works.tenant AND trail.request_id = works.request_id ORDER BY id DESC LIMIT 1
  )) AS "lastAt"
  FROM routing.works WHERE request_id = $1::uuid FOR UPDATE`;
const readText = `SELECT ${workColumns} FROM routing.works WHERE request_id = $1::uuid`;

/** The row, locked until the transaction ends: two who press at once are put in a line. Null: not of this tenant, or not yet heard of. */
export const lockWork = async (tx: Tx, requestId: string): Promise<LockedWork | null> =>
  (await tx.sql<LockedWork>(lockText, [requestId]))[0] ?? null;

export const readWork = async (tx: Tx, requestId: string): Promise<WorkRow | null> =>
  (await tx.sql<WorkRow>(readText, [requestId]))[0] ?? null;

/** The edition that a request was filed under; null where it is not of this tenant, or not yet heard of. */
export async function editionOf(tx: Tx, requestId: string): Promise<string | null> {
  const rows = await tx.sql<{ edition: string }>('SELECT edition FROM routing.works WHERE request_id = $1::uuid', [
    requestId,
  ]);
  return rows[0]?.edition ?? null;
}

const saveText = `
  WITH saved AS (
    UPDATE routing.works SET status = $2, agent_id = $3, agent_name = $4, assigned_by = $5, assigned_at = $6, queued_at = $7,
      vendor = $8, waiting_since = $9, cancel_offer = $10, unread_since = $11, closed_at = $12, call_series = $13,
      postponement = $21::jsonb, deadline_at = $22, category = $23, client_category = $24, urgent = $25, rank = $26,
      version = version + 1
    WHERE request_id = $1::uuid AND version = $14
    RETURNING tenant, request_id)
  INSERT INTO routing.trail (tenant, request_id, at, verb, by_kind, by_id, by_name, detail)
  SELECT tenant, request_id, $15::timestamptz, $16, $17, $18, $19, $20::jsonb FROM saved
  RETURNING id`;

const moment = (instant: Instant | null): string | null => (instant === null ? null : timestamp(instant));

/**
 * Writes a change of a locked row and its line in the trail with one statement.
 * @throws Error when the row is not the one that was locked: a bug
 */
export async function saveWork(
  tx: Tx,
  was: WorkRow,
  patch: WorkPatch,
  line: Omit<TrailLine, 'requestId'>,
): Promise<WorkRow> {
  const row: WorkRow = { ...was, ...patch };
  const written = await tx.sql(saveText, [
    row.requestId,
    row.status,
    row.agentId,
    row.agentName,
    row.assignedBy,
    moment(row.assignedAt),
    timestamp(row.queuedAt),
    row.vendor,
    moment(row.waitingSince),
    row.cancelOffer,
    moment(row.unreadSince),
    moment(row.closedAt),
    row.callSeries,
    was.version,
    timestamp(line.at),
    line.verb,
    line.by.kind,
    line.by.id,
    line.by.name,
    JSON.stringify(line.detail),
    row.postponement === null ? null : JSON.stringify(row.postponement),
    moment(row.deadlineAt),
    row.category,
    row.clientCategory,
    row.urgent,
    row.rank,
  ]);
  if (written.length !== 1) throw new Error(`work on ${row.requestId} is no longer at version ${was.version}`);
  return { ...row, version: was.version + 1 };
}

const trailText = `
  INSERT INTO routing.trail (tenant, request_id, at, verb, by_kind, by_id, by_name, detail)
  SELECT current_setting('app.tenant'), request_id, at, verb, by_kind, by_id, by_name, detail
    FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
         WITH ORDINALITY AS line (request_id, at, verb, by_kind, by_id, by_name, detail, place)
   ORDER BY place`;

/** Adds lines to the trail with one statement. */
export async function addTrail(tx: Tx, lines: readonly TrailLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.sql(trailText, [
    lines.map((line) => line.requestId),
    lines.map((line) => timestamp(line.at)),
    lines.map((line) => line.verb),
    lines.map((line) => line.by.kind),
    lines.map((line) => line.by.id),
    lines.map((line) => line.by.name),
    lines.map((line) => JSON.stringify(line.detail)),
  ]);
}

const doneText = `
  SELECT at, verb, by_name AS by, detail FROM (
    SELECT id, at, verb, by_name, detail FROM routing.trail WHERE request_id = $1::uuid ORDER BY id DESC LIMIT 200) AS latest
   ORDER BY id`;

/** What has been done about a request, in order, for a summary. */
export const readDone = (
  tx: Tx,
  requestId: string,
): Promise<{ at: Instant; verb: string; by: string; detail: Record<string, unknown> }[]> =>
  tx.sql(doneText, [requestId]);
