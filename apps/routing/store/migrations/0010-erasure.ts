import { appRole, forgettingTables, type Migration } from '@reglament/platform/postgres';

const role = appRole('routing');

/**
 * Words of a person can leave what routing keeps about a request. The trail stays final but for that: who did what and when never changes, and
 * a line's details only inside a transaction that says it erases (it adds a line of its own, so that the trail tells of it).
 */
export const erasure: Migration = {
  name: '0010-erasure',
  up: `
    ${forgettingTables('routing')}
    CREATE OR REPLACE FUNCTION routing.trail_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('app.erasing', true) = 'yes' THEN RETURN NULL; END IF;
        RAISE EXCEPTION 'the trail is only ever added to' USING ERRCODE = 'insufficient_privilege';
      END $$;
    CREATE FUNCTION routing.trail_keeps_its_facts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.id, OLD.tenant, OLD.request_id, OLD.at, OLD.verb, OLD.by_kind, OLD.by_id)
           IS DISTINCT FROM (NEW.id, NEW.tenant, NEW.request_id, NEW.at, NEW.verb, NEW.by_kind, NEW.by_id)
           OR (OLD.by_name <> NEW.by_name AND OLD.by_kind <> 'guest') THEN
          RAISE EXCEPTION 'the trail is only ever added to' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
    CREATE TRIGGER trail_keeps_its_facts BEFORE UPDATE ON routing.trail
      FOR EACH ROW EXECUTE FUNCTION routing.trail_keeps_its_facts();
    GRANT UPDATE (detail, by_name) ON routing.trail TO ${role};
    GRANT UPDATE (note) ON routing.call_attempts TO ${role};
    GRANT UPDATE (consent_by, note) ON routing.remote_sessions TO ${role};
    GRANT UPDATE (text) ON routing.diagnosis_steps TO ${role};
    GRANT UPDATE (text) ON routing.guest_notes TO ${role};
    GRANT UPDATE (payload) ON routing.early_facts TO ${role};`,
};
