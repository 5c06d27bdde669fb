import { tenantPolicy } from '@reglament/platform/postgres';

/**
 * Packages of a request's recordings, correspondence and trail: who demanded each and why, what is in it, and each time it was handed
 * over. Composed texts are kept as they were given out; recordings and files stay where they are. Erasing the person takes the contents,
 * never the record.
 */
export const disclosures = {
  name: '0014-disclosures',
  up: `
    CREATE TABLE intake.disclosures (
      tenant text NOT NULL,
      disclosure_id uuid NOT NULL,
      request_id uuid NOT NULL,
      number text NOT NULL,
      reason text NOT NULL,
      demanded_at timestamptz(3) NOT NULL,
      by_id text NOT NULL,
      by_name text NOT NULL,
      edition text NOT NULL,
      clause text NOT NULL,
      status text NOT NULL CHECK (status IN ('gathering', 'ready', 'erased')),
      ready_at timestamptz(3),
      manifest_sha256 text,
      bytes bigint,
      PRIMARY KEY (tenant, disclosure_id),
      CHECK (status <> 'ready' OR (ready_at IS NOT NULL AND manifest_sha256 IS NOT NULL AND bytes IS NOT NULL))
    );
    CREATE INDEX disclosures_by_time ON intake.disclosures (tenant, demanded_at DESC);
    CREATE INDEX disclosures_of_request ON intake.disclosures (tenant, request_id);
    CREATE TABLE intake.disclosure_trail (
      tenant text NOT NULL,
      disclosure_id uuid NOT NULL,
      part integer NOT NULL,
      lines jsonb NOT NULL,
      PRIMARY KEY (tenant, disclosure_id, part)
    );
    CREATE TABLE intake.disclosure_entries (
      tenant text NOT NULL,
      disclosure_id uuid NOT NULL,
      place integer NOT NULL,
      name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('text', 'recording', 'file')),
      source_id uuid,
      bytes integer NOT NULL,
      sha256 text NOT NULL,
      content bytea,
      PRIMARY KEY (tenant, disclosure_id, place),
      CHECK ((kind = 'text') = (content IS NOT NULL) AND (kind = 'text') = (source_id IS NULL))
    );
    CREATE TABLE intake.disclosure_handings (
      tenant text NOT NULL,
      handing_id uuid NOT NULL,
      disclosure_id uuid NOT NULL,
      at timestamptz(3) NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (tenant, handing_id)
    );
    CREATE INDEX disclosure_handings_of ON intake.disclosure_handings (tenant, disclosure_id, at);
    ${tenantPolicy('intake', 'disclosures', 'SELECT, INSERT, UPDATE')}
    ${tenantPolicy('intake', 'disclosure_trail', 'SELECT, INSERT, DELETE')}
    ${tenantPolicy('intake', 'disclosure_entries', 'SELECT, INSERT, DELETE')}
    ${tenantPolicy('intake', 'disclosure_handings', 'SELECT, INSERT')}`,
};
