import { forgetWords, type Tx } from '@reglament/platform/postgres';

/** A person who gave consent or was invited has to have stood there: this sign stands in their place. */
const NOBODY = '…';

/**
 * Everything in this schema that somebody wrote about or to a requester. Staff's own names stay, for what they did is the trail; so do the
 * documents of ended services, which the law of accounts keeps.
 */
const OF_REQUEST: readonly string[] = [
  "UPDATE routing.works SET summary = '' WHERE request_id = $1::uuid",
  `UPDATE routing.trail SET by_name = CASE WHEN by_kind = 'guest' THEN '' ELSE by_name END,
     detail = (detail - ARRAY['note', 'text', 'name'] - CASE WHEN verb IN ('withdraw', 'demand-disclosure', 'disclose') THEN 'reason'
       WHEN verb = 'reopen' THEN 'because' ELSE '' END)
              #- '{consent,by}' #- '{cancelled,note}' WHERE request_id = $1::uuid`,
  'UPDATE routing.call_attempts SET note = NULL WHERE request_id = $1::uuid AND note IS NOT NULL',
  `UPDATE routing.remote_sessions SET consent_by = '${NOBODY}', note = NULL WHERE request_id = $1::uuid`,
  'DELETE FROM routing.own_marks WHERE request_id = $1::uuid',
  'DELETE FROM routing.answer_files WHERE request_id = $1::uuid',
  'UPDATE routing.diagnosis_steps SET text = NULL WHERE request_id = $1::uuid AND text IS NOT NULL',
  `UPDATE routing.guests SET name = '${NOBODY}', briefing = '', revoked_at = coalesce(revoked_at, clock_timestamp()) WHERE request_id = $1::uuid`,
  "UPDATE routing.guest_notes SET text = '' WHERE request_id = $1::uuid",
  `UPDATE routing.incidents SET note = '', steps = (
     SELECT coalesce(jsonb_agg(CASE WHEN jsonb_typeof(step -> 'done') = 'object'
              THEN jsonb_set(step, '{done}', step -> 'done' || '{"note": null, "ground": null}') ELSE step END ORDER BY place), '[]')
       FROM jsonb_array_elements(steps) WITH ORDINALITY AS one (step, place)) WHERE request_id = $1::uuid`,
];

/** Takes the words out of everything kept about a request, and out of what was said of it. Doing it twice changes nothing more. */
export async function eraseWords(tx: Tx, requestId: string): Promise<void> {
  await tx.sql("SELECT set_config('app.erasing', 'yes', true)");
  for (const statement of OF_REQUEST) await tx.sql(statement, [requestId]);
  await tx.sql("SELECT set_config('app.erasing', '', true)");
  await forgetWords(tx, 'routing', [requestId]);
}
