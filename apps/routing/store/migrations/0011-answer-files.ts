import { type Migration, tenantPolicy } from '@reglament/platform/postgres';

/** Files that staff brought for a request and no message has carried yet, as intake told of them: by these ids alone a message may name files. */
export const answerFiles: Migration = {
  name: '0011-answer-files',
  up: `
    CREATE TABLE routing.answer_files (
      tenant text NOT NULL,
      file_id uuid NOT NULL,
      request_id uuid NOT NULL,
      kept_at timestamptz(3) NOT NULL,
      PRIMARY KEY (tenant, file_id)
    );
    CREATE INDEX answer_files_by_time ON routing.answer_files (tenant, kept_at);
    ${tenantPolicy('routing', 'answer_files', 'SELECT, INSERT, DELETE')}`,
};
