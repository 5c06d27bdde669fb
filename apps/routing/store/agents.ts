import type { EventOf, Language, StaffChangedV1 } from '@reglament/contracts';
import type { Tx } from '@reglament/platform/postgres';

export interface AgentRow {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
  /** Requests being worked on, counted up to 1000. */
  readonly open: number;
}

// One index range per agent, each with a bound, however long the tables grow.
const agentsText = `
  SELECT staff_id AS "staffId", name, roles, skills, languages,
         (SELECT count(*) FROM (
            SELECT 1 FROM routing.works
             WHERE works.tenant = agents.tenant AND agent_id = staff_id AND status IN ('assigned', 'waiting', 'handed-over', 'postponed')
             LIMIT 1000) AS mine)::int AS open
    FROM routing.agents
   WHERE tenant = current_setting('app.tenant') AND active AND (roles && ARRAY['agent', 'moderator'])
   ORDER BY staff_id
   LIMIT 500`;

/** Everybody who may be given a request: active agents and moderators, with their load. */
export const readAgents = (tx: Tx): Promise<AgentRow[]> => tx.sql<AgentRow>(agentsText);

const saveText = `
  INSERT INTO routing.agents (tenant, staff_id, name, roles, skills, languages, active, changed_at)
  VALUES (current_setting('app.tenant'), $1, $2, $3::text[], $4::text[], $5::text[], $6, $7::timestamptz)
  ON CONFLICT (tenant, staff_id) DO UPDATE SET name = excluded.name, roles = excluded.roles, skills = excluded.skills,
    languages = excluded.languages, active = excluded.active, changed_at = excluded.changed_at
  WHERE excluded.changed_at >= agents.changed_at`;

/** The newest word about a member of staff wins, in whatever order it comes. */
export async function saveAgent(tx: Tx, { payload, occurredAt }: EventOf<typeof StaffChangedV1>): Promise<void> {
  await tx.sql(saveText, [
    payload.staffId,
    payload.name,
    payload.roles,
    payload.skills,
    payload.languages,
    payload.active,
    occurredAt,
  ]);
}
