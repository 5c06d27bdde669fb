import { type Migration, tenantPolicy } from '@reglament/platform/postgres';

/**
 * Third parties invited to one request, and what they wrote. The link's secret is not stored, only its digest. A guest may stand in
 * the trail as who did something.
 */
export const guests: Migration = {
  name: '0005-guests',
  up: `
    CREATE TABLE routing.guests (
      tenant text NOT NULL,
      guest_id uuid NOT NULL,
      request_id uuid NOT NULL,
      name text NOT NULL,
      briefing text NOT NULL,
      token_digest text NOT NULL,
      invited_at timestamptz(3) NOT NULL,
      expires_at timestamptz(3) NOT NULL,
      revoked_at timestamptz(3),
      first_read_at timestamptz(3),
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (tenant, guest_id),
      UNIQUE (tenant, token_digest)
    );
    CREATE INDEX guests_request ON routing.guests (tenant, request_id);
    ${tenantPolicy('routing', 'guests', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE routing.guest_notes (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      guest_id uuid NOT NULL,
      at timestamptz(3) NOT NULL,
      text text NOT NULL
    );
    CREATE INDEX guest_notes_guest ON routing.guest_notes (tenant, request_id, guest_id, id);
    ${tenantPolicy('routing', 'guest_notes', 'SELECT, INSERT')}

    ALTER TABLE routing.trail DROP CONSTRAINT trail_by_kind_check;
    ALTER TABLE routing.trail ADD CONSTRAINT trail_by_kind_check
      CHECK (by_kind IN ('staff', 'requester', 'platform', 'guest'));`,
};
