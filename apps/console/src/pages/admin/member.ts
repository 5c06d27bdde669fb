import type { Language, Role } from '../../api/types.ts';

/** An account of the tenant's staff. */
export interface StaffMember {
  readonly staffId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
  readonly active: boolean;
}
