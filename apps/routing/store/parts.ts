import type { Tx } from '@reglament/platform/postgres';

/** A clock as it is shown; instants ISO 8601. */
export interface ClockItem {
  readonly clockId: string;
  readonly rule: string;
  readonly clause: string;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  readonly warned: boolean;
  readonly expired: boolean;
}

export interface Parts {
  readonly trail: {
    at: string;
    verb: string;
    by: { kind: 'staff' | 'requester' | 'platform' | 'guest'; id: string; name: string };
    detail: Record<string, unknown>;
  }[];
  readonly calls: {
    series: number;
    attempt: number;
    at: string;
    by: { id: string; name: string };
    outcome: string;
    note: string | null;
  }[];
  readonly clocks: ClockItem[];
  /** Sessions of remote administration, in order of their start. */
  readonly sessions: {
    sessionId: string;
    tool: string;
    startedAt: string;
    endedAt: string;
    consent: { by: string; how: string };
    note: string | null;
    by: { id: string; name: string };
  }[];
  /** Steps of the diagnosis as they were recorded. */
  readonly diagnosis: {
    step: string;
    choice: string | null;
    text: string | null;
    at: string;
    by: { id: string; name: string };
  }[];
  /** Third parties invited to this request, and what they wrote. */
  readonly guests: {
    guestId: string;
    name: string;
    briefing: string;
    invitedAt: string;
    expiresAt: string;
    revokedAt: string | null;
    firstReadAt: string | null;
    by: { id: string; name: string };
    notes: { at: string; text: string }[];
  }[];
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const clockJson = `json_build_object('clockId', clock_id, 'rule', rule, 'clause', clause, 'state', state,
  'dueAt', ${iso('due_at')}, 'warnAt', ${iso('warn_at')}, 'warned', warned, 'expired', expired)`;

const partsText = `SELECT
  (SELECT coalesce(json_agg(line ORDER BY id), '[]') FROM (
     SELECT id, json_build_object('at', ${iso('at')}, 'verb', verb, 'detail', detail,
       'by', json_build_object('kind', by_kind, 'id', by_id, 'name', by_name)) AS line
       FROM routing.trail WHERE request_id = $1::uuid ORDER BY id DESC LIMIT 500) AS last) AS trail,
  (SELECT coalesce(json_agg(json_build_object('series', series, 'attempt', attempt, 'at', ${iso('at')}, 'outcome', outcome,
       'note', note, 'by', json_build_object('id', by_id, 'name', by_name)) ORDER BY series, attempt), '[]') FROM (
     SELECT * FROM routing.call_attempts WHERE request_id = $1::uuid ORDER BY series DESC, attempt DESC LIMIT 100) AS c) AS calls,
  (SELECT coalesce(json_agg(${clockJson} ORDER BY due_at NULLS LAST, clock_id), '[]') FROM (
     SELECT * FROM routing.clock_view WHERE request_id = $1::uuid LIMIT 100) AS k) AS clocks,
  (SELECT coalesce(json_agg(json_build_object('sessionId', session_id, 'tool', tool, 'startedAt', ${iso('started_at')},
       'endedAt', ${iso('ended_at')}, 'consent', json_build_object('by', consent_by, 'how', consent_how), 'note', note,
       'by', json_build_object('id', by_id, 'name', by_name)) ORDER BY started_at, session_id), '[]') FROM (
     SELECT * FROM routing.remote_sessions WHERE request_id = $1::uuid ORDER BY started_at DESC LIMIT 100) AS s) AS sessions,
  (SELECT coalesce(json_agg(json_build_object('step', step, 'choice', choice, 'text', text, 'at', ${iso('at')},
       'by', json_build_object('id', by_id, 'name', by_name)) ORDER BY id), '[]') FROM (
     SELECT * FROM routing.diagnosis_steps WHERE request_id = $1::uuid ORDER BY id DESC LIMIT 100) AS d) AS diagnosis,
  (SELECT coalesce(json_agg(json_build_object('guestId', guest_id, 'name', name, 'briefing', briefing,
       'invitedAt', ${iso('invited_at')}, 'expiresAt', ${iso('expires_at')}, 'revokedAt', ${iso('revoked_at')},
       'firstReadAt', ${iso('first_read_at')}, 'by', json_build_object('id', by_id, 'name', by_name),
       'notes', (SELECT coalesce(json_agg(json_build_object('at', ${iso('at')}, 'text', text) ORDER BY id), '[]') FROM (
          SELECT id, at, text FROM routing.guest_notes AS n WHERE n.request_id = g.request_id AND n.guest_id = g.guest_id
           ORDER BY id DESC LIMIT 200) AS said)) ORDER BY invited_at, guest_id), '[]') FROM (
     SELECT * FROM routing.guests WHERE request_id = $1::uuid ORDER BY invited_at DESC LIMIT 50) AS g) AS guests`;

/** Trail, calls, clocks, sessions and diagnosis of one request with one statement, each bounded to its newest lines. */
export async function readParts(tx: Tx, requestId: string): Promise<Parts> {
  const [parts] = await tx.sql<Parts>(partsText, [requestId]);
  return parts ?? { trail: [], calls: [], clocks: [], sessions: [], diagnosis: [], guests: [] };
}

const clocksText = `
  SELECT request_id AS "requestId", json_agg(${clockJson} ORDER BY due_at NULLS LAST, clock_id) AS clocks
    FROM routing.clock_view WHERE request_id = ANY ($1::uuid[]) AND state <> 'stopped' GROUP BY request_id`;

/** Clocks that have not stopped, for the rows of a list. */
export async function readClocks(tx: Tx, requestIds: readonly string[]): Promise<Map<string, ClockItem[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx.sql<{ requestId: string; clocks: ClockItem[] }>(clocksText, [requestIds]);
  return new Map(rows.map((row) => [row.requestId, row.clocks]));
}
