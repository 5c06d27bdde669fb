import { systemGrant, tenantPolicy } from '@reglament/platform/postgres';

/**
 * Files with requests and messages. The bytes stand in the table, so that a file and the request that names it are kept,
 * backed up and erased together; they are stored as they are, since images do not compress.
 */
export const files = {
  name: '0007-files',
  up: `
    CREATE TABLE intake.files (
      tenant text NOT NULL,
      file_id uuid NOT NULL,
      name text NOT NULL,
      type text NOT NULL,
      bytes integer NOT NULL,
      sha256 text NOT NULL,
      content bytea NOT NULL,
      uploaded_at timestamptz(3) NOT NULL,
      PRIMARY KEY (tenant, file_id)
    );
    ALTER TABLE intake.files ALTER COLUMN content SET STORAGE EXTERNAL;
    CREATE INDEX files_by_time ON intake.files (uploaded_at);
    CREATE TABLE intake.attachments (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      file_id uuid NOT NULL,
      message_id uuid,
      place integer NOT NULL,
      PRIMARY KEY (tenant, request_id, file_id),
      FOREIGN KEY (tenant, file_id) REFERENCES intake.files (tenant, file_id) ON DELETE CASCADE
    );
    CREATE INDEX attachments_by_file ON intake.attachments (tenant, file_id);
    ${tenantPolicy('intake', 'files', 'SELECT, INSERT, DELETE')}
    ${tenantPolicy('intake', 'attachments', 'SELECT, INSERT, DELETE')}
    ${systemGrant('intake', 'files', 'SELECT, DELETE')}
    ${systemGrant('intake', 'attachments', 'SELECT')}`,
};
