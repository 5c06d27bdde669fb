import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import type { Instant } from '@reglament/domain/time';
import { entitiesOf, InstantType } from '@reglament/platform/orm';

/** A member of staff of one tenant. The same person at two tenants is two accounts. */
export const Staff = defineEntity({
  name: 'Staff',
  schema: 'gateway',
  tableName: 'staff',
  properties: {
    tenant: p.string().primary(),
    staffId: p.uuid().primary(),
    login: p.string(),
    name: p.string(),
    passwordHash: p.string(),
    roles: p.array(),
    skills: p.array(),
    languages: p.array(),
    active: p.boolean(),
    createdAt: p.type(InstantType).$type<Instant>(),
    changedAt: p.type(InstantType).$type<Instant>(),
  },
});
export type Staff = InferEntity<typeof Staff>;

/** A program's key. Only the hash of its secret is kept. */
export const ApiKey = defineEntity({
  name: 'ApiKey',
  schema: 'gateway',
  tableName: 'api_keys',
  properties: {
    tenant: p.string().primary(),
    keyId: p.uuid().primary(),
    name: p.string(),
    secretHash: p.blob(),
    scopes: p.array(),
    createdBy: p.string(),
    createdAt: p.type(InstantType).$type<Instant>(),
    lastUsedAt: p.type(InstantType).$type<Instant>().nullable(),
    revokedAt: p.type(InstantType).$type<Instant>().nullable(),
  },
});
export type ApiKey = InferEntity<typeof ApiKey>;

export const entities = entitiesOf([Staff, ApiKey]);
