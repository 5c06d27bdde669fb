import { z } from 'zod';

/** What members of staff may be. One person may have several roles, all within one tenant. */
export const Role = z.enum(['operator', 'moderator', 'agent', 'manager', 'administrator']);
export type Role = z.infer<typeof Role>;

/** Who is asking, as the signed credential says. A service believes nothing else about the caller. */
export interface Principal {
  readonly tenant: string;
  /** Staff id or API key id. */
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly kind: 'staff' | 'api-key';
  /** What an API key may do: `<service>:read`, `<service>:write`. Staff have none: their roles say it. */
  readonly scopes: readonly string[];
}

export const ISSUER = 'reglament-gateway';
export const AUDIENCE = 'reglament';

/** The claims of a credential beside the registered ones. */
export const Claims = z.object({
  sub: z.string().min(1),
  tenant: z.string().min(1),
  name: z.string(),
  roles: z.array(Role),
  kind: z.enum(['staff', 'api-key']),
  scopes: z.array(z.string()),
  exp: z.number(),
});
export type Claims = z.infer<typeof Claims>;

/** Written field by field: what is in a token is what the services rely on. */
export const claimsOf = (principal: Principal): Omit<Claims, 'exp' | 'sub'> => ({
  tenant: principal.tenant,
  name: principal.name,
  roles: [...principal.roles],
  kind: principal.kind,
  scopes: [...principal.scopes],
});
