import type { Migration } from '@reglament/platform/postgres';

const open = "status IN ('assigned', 'waiting', 'handed-over', 'postponed')";

/** Work may be postponed (a status, and why and until when), and its agent may set a deadline. */
export const postponed: Migration = {
  name: '0003-postponed',
  up: `
    ALTER TABLE routing.works ADD COLUMN postponement jsonb;
    ALTER TABLE routing.works ADD COLUMN deadline_at timestamptz(3);
    ALTER TABLE routing.works DROP CONSTRAINT works_status_check;
    ALTER TABLE routing.works ADD CONSTRAINT works_status_check CHECK (status IN
      ('queued', 'assigned', 'waiting', 'handed-over', 'postponed', 'resolved', 'cancelled', 'declined', 'withdrawn'));
    ALTER TABLE routing.works ADD CHECK (status <> 'postponed' OR postponement IS NOT NULL);
    DROP INDEX routing.works_agent;
    DROP INDEX routing.works_open;
    CREATE INDEX works_agent ON routing.works (tenant, agent_id, arrived_at, request_id) WHERE ${open};
    CREATE INDEX works_open ON routing.works (tenant, arrived_at, request_id) WHERE ${open};`,
};
