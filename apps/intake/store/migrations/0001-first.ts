import { inboxTables, outboxTables, systemGrant, tenantPolicy } from '@reglament/platform/postgres';

const tables = `
CREATE TABLE intake.number_counters (
  tenant text NOT NULL,
  year integer NOT NULL,
  last bigint NOT NULL,
  PRIMARY KEY (tenant, year)
);

CREATE TABLE intake.requests (
  tenant text NOT NULL,
  request_id uuid NOT NULL,
  number text NOT NULL,
  channel text NOT NULL,
  entry_point text NOT NULL,
  category text NOT NULL,
  client_category text,
  product text,
  language text NOT NULL,
  urgent boolean NOT NULL,
  edition text NOT NULL,
  requester_name text NOT NULL,
  requester_email text,
  requester_phone text,
  fields jsonb NOT NULL,
  text text NOT NULL,
  summary text NOT NULL,
  submitted_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3) NOT NULL,
  registered_by text,
  status text NOT NULL,
  status_at timestamptz(3) NOT NULL,
  PRIMARY KEY (request_id),
  UNIQUE (tenant, number)
);
CREATE INDEX requests_by_time ON intake.requests (tenant, submitted_at DESC);

CREATE TABLE intake.idempotency_keys (
  tenant text NOT NULL,
  key text NOT NULL,
  request_id uuid NOT NULL,
  body_hash text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, key)
);

CREATE TABLE intake.messages (
  tenant text NOT NULL,
  message_id uuid PRIMARY KEY,
  request_id uuid NOT NULL,
  author text NOT NULL CHECK (author IN ('requester', 'staff', 'platform')),
  author_name text NOT NULL,
  text text NOT NULL,
  at timestamptz(3) NOT NULL
);
CREATE INDEX messages_by_request ON intake.messages (tenant, request_id, at);

CREATE TABLE intake.letters (
  tenant text NOT NULL,
  letter_id uuid PRIMARY KEY,
  request_id uuid NOT NULL,
  kind text NOT NULL,
  recipient text NOT NULL,
  language text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'sent', 'failed')),
  attempts integer NOT NULL,
  next_attempt_at timestamptz(3),
  sent_at timestamptz(3),
  failure text
);
CREATE INDEX letters_by_request ON intake.letters (tenant, request_id);
CREATE INDEX letters_due ON intake.letters (next_attempt_at) WHERE status = 'pending';
`;

/** Requests as submitted, their conversation, their letters, and the keys that make filing idempotent. */
export const first = {
  name: '0001-first',
  up: [
    tables,
    outboxTables('intake'),
    inboxTables('intake'),
    ...['number_counters', 'requests', 'idempotency_keys', 'messages', 'letters'].map((t) => tenantPolicy('intake', t)),
    systemGrant('intake', 'letters', 'SELECT'),
  ].join('\n'),
};
