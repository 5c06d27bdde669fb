import type { Migration } from '@reglament/platform/postgres';

/**
 * `terms` says by what a clock was worked out: a fingerprint of its rule and calendar. Where it differs from today's, an open
 * clock is worked out anew and a stopped one keeps the verdict of its time.
 */
export const terms: Migration = {
  name: '0003-terms',
  up: "ALTER TABLE sla.clocks ADD COLUMN terms text NOT NULL DEFAULT '';",
};
