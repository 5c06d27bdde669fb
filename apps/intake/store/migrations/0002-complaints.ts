import { tenantPolicy } from '@reglament/platform/postgres';

/** Complaints about the support itself: never joined to a request, so that nothing about a request can show them. */
export const complaints = {
  name: '0002-complaints',
  up: `
    CREATE TABLE intake.complaints (
      tenant text NOT NULL,
      complaint_id uuid NOT NULL,
      clause text NOT NULL,
      number text,
      name text NOT NULL,
      email text NOT NULL,
      language text NOT NULL,
      text text NOT NULL,
      filed_at timestamptz(3) NOT NULL,
      answer text,
      answered_at timestamptz(3),
      answered_by text,
      PRIMARY KEY (tenant, complaint_id)
    );
    CREATE INDEX complaints_by_time ON intake.complaints (tenant, filed_at DESC);
    ${tenantPolicy('intake', 'complaints', 'SELECT, INSERT, UPDATE')}`,
};
