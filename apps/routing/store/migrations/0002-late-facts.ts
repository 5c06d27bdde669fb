import { type Migration, systemGrant } from '@reglament/platform/postgres';

/** Lets the background role find facts that wait although their request is there. */
export const lateFacts: Migration = {
  name: '0002-late-facts',
  up: `${systemGrant('routing', 'early_facts', 'SELECT')} ${systemGrant('routing', 'works', 'SELECT')}`,
};
