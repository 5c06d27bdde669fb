import { type Migration, tenantPolicy } from '@reglament/platform/postgres';

/** What was done for a client, the numbered documents of it, and how they went (initiative 3.1): written once, never changed. */
export const serviceDocuments: Migration = {
  name: '0007-service-documents',
  up: `
    CREATE TABLE routing.ended_services (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      service jsonb NOT NULL,
      at timestamptz(3) NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (tenant, request_id)
    );
    ${tenantPolicy('routing', 'ended_services', 'SELECT, INSERT')}

    CREATE TABLE routing.service_documents (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('report', 'act', 'invoice')),
      number text NOT NULL,
      dated date NOT NULL,
      PRIMARY KEY (tenant, request_id, kind),
      UNIQUE (tenant, kind, number)
    );
    ${tenantPolicy('routing', 'service_documents', 'SELECT, INSERT')}

    CREATE TABLE routing.document_counters (
      tenant text NOT NULL,
      kind text NOT NULL,
      year text NOT NULL,
      last bigint NOT NULL,
      PRIMARY KEY (tenant, kind, year)
    );
    ${tenantPolicy('routing', 'document_counters', 'SELECT, INSERT, UPDATE')}

    CREATE TABLE routing.document_dispatches (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      delivery text NOT NULL,
      tracking_number text NOT NULL,
      at timestamptz(3) NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (tenant, request_id)
    );
    ${tenantPolicy('routing', 'document_dispatches', 'SELECT, INSERT')}`,
};
