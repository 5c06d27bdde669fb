import { systemGrant, tenantPolicy } from '@reglament/platform/postgres';

const tables = `
CREATE TABLE reporting.reports (
  tenant text NOT NULL,
  report_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('day', 'week', 'month')),
  first_date date NOT NULL,
  last_date date NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'making', 'ready', 'failed')),
  percent integer NOT NULL CHECK (percent BETWEEN 0 AND 100),
  attempts integer NOT NULL,
  next_attempt_at timestamptz(3) NOT NULL,
  failure text,
  asked_by text,
  requested_at timestamptz(3) NOT NULL,
  made_at timestamptz(3),
  figures text,
  UNIQUE (tenant, kind, first_date)
);
CREATE INDEX reports_unmade ON reporting.reports (next_attempt_at) WHERE state IN ('waiting', 'making');

CREATE TABLE reporting.report_files (
  tenant text NOT NULL,
  report_id uuid NOT NULL REFERENCES reporting.reports,
  language text NOT NULL,
  format text NOT NULL CHECK (format IN ('pdf', 'xlsx')),
  bytes bytea NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (report_id, language, format)
);

CREATE TABLE reporting.report_letters (
  tenant text NOT NULL,
  letter_id uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES reporting.reports,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  language text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'sent', 'failed')),
  attempts integer NOT NULL,
  next_attempt_at timestamptz(3),
  sent_at timestamptz(3),
  failure text,
  UNIQUE (report_id, recipient)
);
CREATE INDEX report_letters_due ON reporting.report_letters (next_attempt_at) WHERE status = 'pending';
`;

/** Reports as they were made, unchanged for ever: their files with checksums, the figures they came from, and their letters. */
export const reports = {
  name: '0001-reports',
  up: [
    tables,
    tenantPolicy('reporting', 'reports', 'SELECT, INSERT, UPDATE'),
    // A file is written once: nobody may change or remove it.
    tenantPolicy('reporting', 'report_files', 'SELECT, INSERT'),
    tenantPolicy('reporting', 'report_letters', 'SELECT, INSERT, UPDATE'),
    systemGrant('reporting', 'reports', 'SELECT, UPDATE'),
    systemGrant('reporting', 'report_letters', 'SELECT'),
  ].join('\n'),
};
