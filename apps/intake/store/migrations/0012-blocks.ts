import { tenantPolicy } from '@reglament/platform/postgres';

/** Requesters who are blocked for a term, found by the contacts they filed with; who lifted a block and what an appeal came to. */
export const blocks = {
  name: '0012-blocks',
  up: `
    CREATE TABLE intake.blocks (
      tenant text NOT NULL,
      block_id uuid NOT NULL,
      request_id uuid NOT NULL,
      email text,
      phone text,
      language text NOT NULL,
      edition text NOT NULL,
      clause text NOT NULL,
      ground text NOT NULL,
      ground_clause text NOT NULL,
      days integer NOT NULL,
      reason text NOT NULL,
      blocked_at timestamptz(3) NOT NULL,
      blocked_by text NOT NULL,
      blocked_by_name text NOT NULL,
      until timestamptz(3) NOT NULL,
      appeal_until timestamptz(3) NOT NULL,
      appeal text,
      appealed_at timestamptz(3),
      answer text CHECK (answer IN ('lift', 'uphold')),
      answer_text text,
      answered_at timestamptz(3),
      answered_by_name text,
      lift_reason text,
      lifted_at timestamptz(3),
      lifted_by_name text,
      erased_at timestamptz(3),
      PRIMARY KEY (tenant, block_id)
    );
    CREATE INDEX blocks_by_email ON intake.blocks (tenant, email) WHERE email IS NOT NULL;
    CREATE INDEX blocks_by_phone ON intake.blocks (tenant, phone) WHERE phone IS NOT NULL;
    CREATE INDEX blocks_by_time ON intake.blocks (tenant, blocked_at DESC);
    ${tenantPolicy('intake', 'blocks', 'SELECT, INSERT, UPDATE')}
    ALTER TABLE intake.erasures ADD COLUMN blocks integer NOT NULL DEFAULT 0;`,
};
