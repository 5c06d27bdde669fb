/** Files that staff bring for the requester: bound to their request from the start, so that no other and no requester can name them. */
export const answerFiles = {
  name: '0015-answer-files',
  up: `
    ALTER TABLE intake.files ADD COLUMN request_id uuid;
    CREATE INDEX files_by_request ON intake.files (tenant, request_id) WHERE request_id IS NOT NULL;`,
};
