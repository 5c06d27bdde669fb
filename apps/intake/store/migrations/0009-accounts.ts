import { tenantPolicy } from '@reglament/platform/postgres';

/**
 * Accounts of requesters. `requests.owner` is filled only where the regulation has accounts, and its index holds the others
 * only. Codes and sessions are kept as hashes, and their age is real time, whatever the platform's clock shows.
 */
export const accounts = {
  name: '0009-accounts',
  up: `
    ALTER TABLE intake.requests ADD COLUMN owner text;
    CREATE INDEX requests_by_owner ON intake.requests (tenant, owner, submitted_at DESC) WHERE owner IS NOT NULL;

    CREATE TABLE intake.accounts (
      tenant text NOT NULL,
      email text NOT NULL,
      account_id uuid NOT NULL,
      since timestamptz(3) NOT NULL,
      feed_seen_at timestamptz(3),
      left_at timestamptz(3),
      PRIMARY KEY (tenant, email)
    );
    CREATE TABLE intake.sign_in_codes (
      tenant text NOT NULL,
      token_hash bytea NOT NULL,
      code_hash bytea NOT NULL,
      email text NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      used boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (tenant, token_hash)
    );
    CREATE INDEX sign_in_codes_by_email ON intake.sign_in_codes (tenant, email, created_at);
    CREATE TABLE intake.requester_sessions (
      tenant text NOT NULL,
      token_hash bytea NOT NULL,
      email text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (tenant, token_hash)
    );
    CREATE INDEX requester_sessions_by_email ON intake.requester_sessions (tenant, email);

    CREATE TABLE intake.feed (
      tenant text NOT NULL,
      entry_id uuid NOT NULL,
      owner text NOT NULL,
      at timestamptz(3) NOT NULL,
      kind text NOT NULL,
      number text,
      data jsonb NOT NULL,
      PRIMARY KEY (tenant, entry_id)
    );
    CREATE INDEX feed_by_owner ON intake.feed (tenant, owner, at DESC);
    ${['accounts', 'sign_in_codes', 'requester_sessions', 'feed'].map((t) => tenantPolicy('intake', t)).join('\n')}`,
};
