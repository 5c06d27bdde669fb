/**
 * The own place in the queue. Both columns stay empty where the regulation shows no place, and the indexes hold the others
 * only: filing is no slower for those who do not use it.
 */
export const places = {
  name: '0003-places',
  up: `
    ALTER TABLE intake.requests ADD COLUMN waits_since timestamptz(3), ADD COLUMN served_at timestamptz(3);
    CREATE INDEX requests_waiting ON intake.requests (tenant, waits_since, number)
      WHERE waits_since IS NOT NULL AND served_at IS NULL;
    CREATE INDEX requests_served ON intake.requests (tenant, served_at DESC) WHERE served_at IS NOT NULL;`,
};
