import { Injectable } from '@nestjs/common';
import type { Language as Spoken } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { Principal, Role } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import type { Language } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { hashSecret } from '@reglament/platform/secrets';
import { Credentials } from '../auth/credentials.ts';
import { refuseWith } from '../http/texts.ts';
import { Staff } from '../store/entities.ts';
import { endSessionsOf } from '../store/sessions.ts';

export interface StaffView {
  readonly staffId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: Role[];
  readonly skills: string[];
  readonly languages: Spoken[];
  readonly active: boolean;
}

export interface NewStaff extends Omit<StaffView, 'staffId' | 'active'> {
  readonly password: string;
}
export type StaffChange = Partial<Omit<NewStaff, 'login'> & { readonly active: boolean }>;

/** The accounts of one tenant, by its administrator. Every change is told to the other services in the same transaction. */
@Injectable()
export class StaffHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly regulations: RegulationBook,
    private readonly credentials: Credentials,
  ) {}

  list(caller: Principal): Promise<StaffView[]> {
    return this.database.tenant(caller.tenant, async (tx) => {
      const staff = await tx.em.find(Staff, {}, { orderBy: { name: 'asc', staffId: 'asc' }, limit: 1000 });
      return staff.map(viewOf);
    });
  }

  async add(caller: Principal, staff: NewStaff, language: Language): Promise<Outcome<StaffView>> {
    if (!this.knowsSkills(caller.tenant, staff.skills)) return refuseWith('unknown-skill', language);
    const passwordHash = await hashSecret(staff.password);
    return this.database.tenant(caller.tenant, async (tx) => {
      const added = await addStaff(tx, { ...staff, passwordHash, at: this.clock.now() });
      return added === null ? refuseWith('login-taken', language) : accept(added);
    });
  }

  async change(
    caller: Principal,
    staffId: string,
    change: StaffChange,
    language: Language,
  ): Promise<Outcome<StaffView>> {
    if (change.skills && !this.knowsSkills(caller.tenant, change.skills)) return refuseWith('unknown-skill', language);
    const passwordHash = change.password === undefined ? undefined : await hashSecret(change.password);
    const outcome = await this.database
      .tenant(caller.tenant, async (tx): Promise<Outcome<StaffView>> => {
        const staff = await tx.em.findOne(Staff, { staffId });
        if (staff === null) return refuseWith('staff-not-found', language);
        const { password: _, ...fields } = change;
        Object.assign(staff, fields, passwordHash === undefined ? {} : { passwordHash }, {
          changedAt: this.clock.now(),
        });
        await tx.em.flush();
        if (!(await hasAdministrator(tx))) throw new LastAdministrator();
        if (passwordHash !== undefined || change.roles !== undefined || change.active === false)
          await endSessionsOf(tx, staffId);
        tellOthers(tx, viewOf(staff), this.clock.now());
        return accept(viewOf(staff));
      })
      .catch((error: unknown) => {
        if (error instanceof LastAdministrator) return refuseWith('last-administrator', language);
        throw error;
      });
    if (outcome.ok) this.credentials.forgetAll();
    return outcome;
  }

  private knowsSkills(tenant: string, skills: readonly string[]): boolean {
    const known = new Set(this.regulations.get(tenant)?.skills.map(({ id }) => id));
    return skills.every((skill) => known.has(skill));
  }
}

/** Rolls the change back. */
class LastAdministrator extends Error {}

/** Adds an account and tells the other services; null when the login is taken. */
export async function addStaff(
  tx: Tx,
  staff: Omit<NewStaff, 'password'> & { readonly passwordHash: string; readonly at: Instant },
): Promise<StaffView | null> {
  const view: StaffView = { staffId: newId(), active: true, ...pick(staff) };
  const at = new Date(staff.at).toISOString();
  const inserted = await tx.sql(
    `INSERT INTO gateway.staff (tenant, staff_id, login, name, password_hash, roles, skills, languages, active, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6::text[], $7::text[], $8::text[], true, $9, $9)
     ON CONFLICT (tenant, login) DO NOTHING RETURNING staff_id`,
    [
      tx.tenant,
      view.staffId,
      staff.login,
      staff.name,
      staff.passwordHash,
      staff.roles,
      staff.skills,
      staff.languages,
      at,
    ],
  );
  if (inserted.length === 0) return null;
  tellOthers(tx, view, staff.at);
  return view;
}

const pick = ({
  login,
  name,
  roles,
  skills,
  languages,
}: Omit<NewStaff, 'password'>): Omit<StaffView, 'staffId' | 'active'> => ({
  login,
  name,
  roles,
  skills,
  languages,
});

function tellOthers(tx: Tx, { staffId, name, roles, skills, languages, active }: StaffView, at: Instant): void {
  tx.append('staff.changed.v1', {
    subjectId: staffId,
    occurredAt: at,
    payload: { staffId, name, roles, skills, languages, active },
  });
}

async function hasAdministrator(tx: Tx): Promise<boolean> {
  // Locks the administrators, so that two of them cannot dismiss each other at the same moment.
  const rows = await tx.sql("SELECT 1 FROM gateway.staff WHERE active AND 'administrator' = ANY (roles) FOR UPDATE");
  return rows.length > 0;
}

const viewOf = (staff: Staff): StaffView => ({
  staffId: staff.staffId,
  login: staff.login,
  name: staff.name,
  roles: staff.roles as Role[],
  skills: staff.skills,
  languages: staff.languages as Spoken[],
  active: staff.active,
});
