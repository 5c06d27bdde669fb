import { appRole, outboxTables, systemGrant, tenantPolicy } from '@reglament/platform/postgres';

const tables = `
-- Changes of one tenant are numbered in the order of their commits: whoever changes them holds the tenant's lock.
CREATE SEQUENCE reporting.question_versions;
GRANT USAGE ON SEQUENCE reporting.question_versions TO ${appRole('reporting')};

CREATE TABLE reporting.question_groups (
  tenant text NOT NULL,
  group_id uuid NOT NULL,
  name text NOT NULL,
  own_name text,
  hidden boolean NOT NULL DEFAULT false,
  merged_into uuid,
  -- A manager has spoken of it: it stays, even when its month is grouped once more.
  kept boolean NOT NULL DEFAULT false,
  first_month date NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (tenant, group_id),
  FOREIGN KEY (tenant, merged_into) REFERENCES reporting.question_groups
);
CREATE INDEX question_groups_version ON reporting.question_groups (tenant, version);

CREATE TABLE reporting.question_memory (
  tenant text NOT NULL,
  group_id uuid NOT NULL,
  month date NOT NULL,
  -- Its most typical questions in that month, personal data masked.
  texts jsonb NOT NULL,
  PRIMARY KEY (tenant, group_id, month),
  FOREIGN KEY (tenant, group_id) REFERENCES reporting.question_groups ON DELETE CASCADE
);

CREATE TABLE reporting.question_members (
  tenant text NOT NULL,
  request_id uuid NOT NULL,
  month date NOT NULL,
  -- Null: nobody else asks this.
  group_id uuid,
  -- Put there by a manager.
  pinned boolean NOT NULL DEFAULT false,
  version bigint NOT NULL,
  PRIMARY KEY (tenant, request_id)
);
CREATE INDEX question_members_month ON reporting.question_members (tenant, month);
CREATE INDEX question_members_group ON reporting.question_members (tenant, group_id);
CREATE INDEX question_members_version ON reporting.question_members (tenant, version);

CREATE TABLE reporting.question_edits (
  tenant text NOT NULL,
  edit_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'hide', 'show')),
  group_id uuid NOT NULL,
  other_id uuid,
  changes jsonb NOT NULL,
  made_at timestamptz(3) NOT NULL,
  made_by_id text NOT NULL,
  made_by text NOT NULL,
  undone_at timestamptz(3),
  undone_by text,
  PRIMARY KEY (tenant, edit_id)
);
CREATE INDEX question_edits_made ON reporting.question_edits (tenant, made_at);

CREATE TABLE reporting.question_months (
  tenant text NOT NULL,
  month date NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'grouping', 'ready', 'failed')),
  percent integer NOT NULL CHECK (percent BETWEEN 0 AND 100),
  attempts integer NOT NULL,
  next_attempt_at timestamptz(3) NOT NULL,
  -- How many requests the grouping knew, and how many of them belong to no group.
  requests integer NOT NULL DEFAULT 0,
  alone integer NOT NULL DEFAULT 0,
  -- How it was grouped: 'built-in', or the name of the outside vectors; and what went wrong on the way.
  method text,
  notice text,
  failure text,
  grouped_at timestamptz(3),
  PRIMARY KEY (tenant, month)
);
CREATE INDEX question_months_due ON reporting.question_months (next_attempt_at) WHERE state IN ('waiting', 'grouping');

CREATE TABLE reporting.question_projections (
  tenant text PRIMARY KEY,
  version bigint NOT NULL
);
`;

/** What is asked most: groups with an identity from month to month, who belongs to them, and what managers made of them (ovk 3.2). */
export const questions = {
  name: '0002-questions',
  up: [
    tables,
    tenantPolicy('reporting', 'question_groups'),
    tenantPolicy('reporting', 'question_memory'),
    tenantPolicy('reporting', 'question_members'),
    // What a manager did stays on record; only that it was taken back is added.
    tenantPolicy('reporting', 'question_edits', 'SELECT, INSERT, UPDATE'),
    tenantPolicy('reporting', 'question_months', 'SELECT, INSERT, UPDATE'),
    tenantPolicy('reporting', 'question_projections', 'SELECT, INSERT, UPDATE'),
    systemGrant('reporting', 'question_months', 'SELECT, UPDATE'),
    outboxTables('reporting'),
  ].join('\n'),
};
