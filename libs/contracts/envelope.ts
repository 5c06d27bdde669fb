import { z } from 'zod';
import { Id, IsoInstant, Tenant } from './tenant.ts';

/** The services that publish events; each owns one JetStream stream and one PostgreSQL schema. */
export const Source = z.enum(['gateway', 'intake', 'routing', 'sla', 'reporting']);
export type Source = z.infer<typeof Source>;

/**
 * What every event carries beside its own payload (the CloudEvents attributes).
 * `id` is the message id on the bus and the key of every inbox; `subjectId` is the aggregate, usually the request.
 */
export const Envelope = z.object({
  id: Id,
  type: z.string(),
  source: Source,
  tenant: Tenant,
  subjectId: z.string().min(1).max(100),
  /** When the fact happened, by the platform's clock. Clocks count from this, never from arrival. */
  occurredAt: IsoInstant,
  traceparent: z.string().optional(),
});
export type Envelope = z.infer<typeof Envelope>;

/** Ties a type name, its owner and its payload schema together: one per file in `events/`. */
export interface EventDefinition<Type extends string = string, Payload extends z.ZodType = z.ZodType> {
  readonly type: Type;
  readonly source: Source;
  /** One line for the generated catalogue: what has happened. */
  readonly says: string;
  readonly payload: Payload;
}

/** Defines an event version. Once published it never changes: a different payload is a new version in a new file. */
export function defineEvent<const Type extends string, Payload extends z.ZodType>(
  definition: EventDefinition<Type, Payload>,
): EventDefinition<Type, Payload> {
  return Object.freeze(definition);
}

/** An event as handlers see it: envelope and parsed payload. */
export type EventOf<D extends EventDefinition> = Envelope & { type: D['type']; payload: z.infer<D['payload']> };
