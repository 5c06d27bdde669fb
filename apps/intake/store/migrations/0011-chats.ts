import { tenantPolicy } from '@reglament/platform/postgres';

/**
 * Chats: begun with a question and the instructions that were shown for it, then one request each. The id is the secret by which
 * the browser that began a chat opens it again.
 */
export const chats = {
  name: '0011-chats',
  up: `
    CREATE TABLE intake.chats (
      tenant text NOT NULL,
      chat_id uuid NOT NULL,
      shown uuid[] NOT NULL,
      led_at timestamptz(3) NOT NULL,
      request_id uuid,
      PRIMARY KEY (tenant, chat_id)
    );
    CREATE INDEX chats_not_begun ON intake.chats (tenant, led_at) WHERE request_id IS NULL;
    ${tenantPolicy('intake', 'chats')}`,
};
