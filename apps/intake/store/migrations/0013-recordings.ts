import { tenantPolicy } from '@reglament/platform/postgres';

/**
 * Calls to requesters as routing told of them, and the audio recordings of a request's calls. The sound stands in the table, so that it
 * is kept, backed up and erased together with the request. The same bytes are kept once for a call, however often they are brought.
 */
export const recordings = {
  name: '0013-recordings',
  up: `
    CREATE TABLE intake.request_calls (
      tenant text NOT NULL,
      call_id uuid NOT NULL,
      request_id uuid NOT NULL,
      at timestamptz(3) NOT NULL,
      outcome text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (tenant, call_id)
    );
    CREATE INDEX request_calls_of_request ON intake.request_calls (tenant, request_id, at);
    CREATE TABLE intake.recordings (
      tenant text NOT NULL,
      recording_id uuid NOT NULL,
      request_id uuid NOT NULL,
      call_id uuid NOT NULL,
      name text NOT NULL,
      type text NOT NULL,
      bytes integer NOT NULL,
      length_ms integer NOT NULL,
      sha256 text NOT NULL,
      content bytea NOT NULL,
      kept_at timestamptz(3) NOT NULL,
      by_kind text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (tenant, recording_id),
      UNIQUE (tenant, request_id, call_id, sha256)
    );
    ALTER TABLE intake.recordings ALTER COLUMN content SET STORAGE EXTERNAL;
    ALTER TABLE intake.erasures ADD COLUMN recordings integer NOT NULL DEFAULT 0;
    ${tenantPolicy('intake', 'request_calls', 'SELECT, INSERT')}
    ${tenantPolicy('intake', 'recordings', 'SELECT, INSERT, DELETE')}`,
};
