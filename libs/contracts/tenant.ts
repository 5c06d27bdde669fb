import { z } from 'zod';

/** A tenant's short name: the file name of its regulation, a token of every NATS subject, a column of every table. */
export const Tenant = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'lower-case Latin letters, digits and hyphens');
export type Tenant = z.infer<typeof Tenant>;

/** The four languages the platform speaks. */
export const Language = z.enum(['ru', 'uk', 'kk', 'en']);
export type Language = z.infer<typeof Language>;

/** Moments travel as ISO 8601 in UTC with milliseconds; the tenant's zone is applied where a person reads them. */
export const IsoInstant = z.iso.datetime({ precision: 3 });
export const Id = z.uuid();
