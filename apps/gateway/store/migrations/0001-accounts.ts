import { inboxTables, type Migration, outboxTables, systemGrant, tenantPolicy } from '@reglament/platform/postgres';

/** Who may sign in, who has, how often it failed; keys of programs; the keys that credentials are signed with. */
export const accounts: Migration = {
  name: '0001-accounts',
  up: `
    ${outboxTables('gateway')}
    ${inboxTables('gateway')}

    CREATE TABLE gateway.staff (
      tenant text NOT NULL,
      staff_id uuid NOT NULL,
      login text NOT NULL,
      name text NOT NULL,
      password_hash text NOT NULL,
      roles text[] NOT NULL,
      skills text[] NOT NULL,
      languages text[] NOT NULL,
      active boolean NOT NULL,
      created_at timestamptz(3) NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      PRIMARY KEY (tenant, staff_id),
      UNIQUE (tenant, login)
    );
    ${tenantPolicy('gateway', 'staff', 'SELECT, INSERT, UPDATE')}

    -- Times of sessions are real time by the database: a credential does not live by a simulated clock.
    CREATE TABLE gateway.sessions (
      tenant text NOT NULL,
      token_hash bytea NOT NULL,
      staff_id uuid NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      seen_at timestamptz(3) NOT NULL DEFAULT now(),
      PRIMARY KEY (tenant, token_hash),
      FOREIGN KEY (tenant, staff_id) REFERENCES gateway.staff
    );
    CREATE INDEX sessions_of_staff ON gateway.sessions (tenant, staff_id);
    ${tenantPolicy('gateway', 'sessions')}

    CREATE TABLE gateway.sign_in_attempts (
      tenant text NOT NULL,
      subject text NOT NULL,
      attempts int NOT NULL,
      since timestamptz(3) NOT NULL,
      PRIMARY KEY (tenant, subject)
    );
    CREATE INDEX sign_in_attempts_since ON gateway.sign_in_attempts (tenant, since);
    ${tenantPolicy('gateway', 'sign_in_attempts')}

    CREATE TABLE gateway.api_keys (
      tenant text NOT NULL,
      key_id uuid NOT NULL,
      name text NOT NULL,
      secret_hash bytea NOT NULL,
      scopes text[] NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz(3) NOT NULL,
      last_used_at timestamptz(3),
      revoked_at timestamptz(3),
      PRIMARY KEY (tenant, key_id),
      UNIQUE (tenant, secret_hash)
    );
    ${tenantPolicy('gateway', 'api_keys', 'SELECT, INSERT, UPDATE')}

    -- Belongs to no tenant: the app role has no right to it at all.
    CREATE TABLE gateway.signing_keys (
      kid uuid PRIMARY KEY,
      public_jwk jsonb NOT NULL,
      private_jwk jsonb NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now()
    );
    ALTER TABLE gateway.signing_keys ENABLE ROW LEVEL SECURITY;
    ALTER TABLE gateway.signing_keys FORCE ROW LEVEL SECURITY;
    ${systemGrant('gateway', 'signing_keys', 'SELECT, INSERT, DELETE')}`,
};
