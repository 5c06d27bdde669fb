import type { Tx } from '@reglament/platform/postgres';

/** Fingerprints under one salt. */
export interface Marks {
  readonly salt: string;
  readonly marks: readonly string[];
}

/** Keeps what intake said of a requester; said again, it is there already. The request itself may not have been heard of yet. */
export async function saveMarks(tx: Tx, requestId: string, { salt, marks }: Marks): Promise<void> {
  await tx.sql(
    `INSERT INTO routing.own_marks (tenant, request_id, salt, marks)
     VALUES (current_setting('app.tenant'), $1::uuid, $2, $3::text[]) ON CONFLICT DO NOTHING`,
    [requestId, salt, marks],
  );
}

/** At most 1,000: one for the filing and one for each later message with something personal in it. */
export const readMarks = (tx: Tx, requestId: string): Promise<Marks[]> =>
  tx.sql<Marks>('SELECT salt, marks FROM routing.own_marks WHERE request_id = $1::uuid LIMIT 1000', [requestId]);

/** Everybody who works or worked here. */
export const readStaffNames = async (tx: Tx): Promise<string[]> =>
  (await tx.sql<{ name: string }>('SELECT name FROM routing.agents LIMIT 2000')).map(({ name }) => name);
