import type { PayloadOf } from '@reglament/contracts';
import { type Instant, isoOf } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';

export type ToldLine = PayloadOf<'work.trail-told.v1'>['trail'][number];

/** Far more than any request has. */
const MOST_LINES = 10_000;

/** The trail of a request from its first line on. */
export async function readWholeTrail(tx: Tx, requestId: string): Promise<ToldLine[]> {
  const rows = await tx.sql<{
    at: Instant;
    verb: string;
    kind: string;
    id: string;
    name: string;
    detail: ToldLine['detail'];
  }>(
    `SELECT at, verb, by_kind AS kind, by_id AS id, by_name AS name, detail
       FROM routing.trail WHERE request_id = $1::uuid ORDER BY routing.trail.id LIMIT ${MOST_LINES}`,
    [requestId],
  );
  return rows.map(({ at, verb, kind, id, name, detail }) => ({ at: isoOf(at), verb, by: { kind, id, name }, detail }));
}
