import { type Migration, tenantPolicy } from '@reglament/platform/postgres';

/**
 * What was promised before a changed day, or a changed regulation, moved an open clock: from which moment to which, when, and by
 * which changed days (their numbers among the tenant's news; none: by the regulation itself). Append-only; written in the transaction
 * that moves the clock, so once.
 */
export const formerPromises: Migration = {
  name: '0005-former-promises',
  up: `
    CREATE TABLE sla.former_promises (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      rule text NOT NULL,
      run integer NOT NULL,
      due_from timestamptz(3) NOT NULL,
      due_to timestamptz(3) NOT NULL,
      moved_at timestamptz(3) NOT NULL,
      days integer[] NOT NULL
    );
    CREATE INDEX former_promises_of_request ON sla.former_promises (tenant, request_id);
    ${tenantPolicy('sla', 'former_promises', 'SELECT, INSERT')}`,
};
