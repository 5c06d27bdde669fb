import { type Migration, tenantPolicy } from '@reglament/platform/postgres';

/** By which fingerprints a requester's own data is known in an answer (kuty 2.6). */
export const ownMarks: Migration = {
  name: '0009-own-marks',
  up: `
    CREATE TABLE routing.own_marks (
      tenant text NOT NULL,
      request_id uuid NOT NULL,
      salt text NOT NULL,
      marks text[] NOT NULL,
      PRIMARY KEY (tenant, request_id, salt)
    );
    ${tenantPolicy('routing', 'own_marks', 'SELECT, INSERT, DELETE')}`,
};
