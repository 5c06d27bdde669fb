import type { z } from 'zod';
import { type EventDefinition, type EventOf, type Source } from './envelope.ts';
import { events } from './events/index.ts';

type Distribute<D> = D extends EventDefinition ? EventOf<D> : never;
/** Any event of any version, told apart by `type`. */
export type AnyEvent = Distribute<(typeof events)[number]>;
export type EventType = AnyEvent['type'];
export type PayloadOf<T extends EventType> = Extract<AnyEvent, { type: T }>['payload'];

const byType: ReadonlyMap<string, EventDefinition<string, z.ZodType>> = new Map(events.map((e) => [e.type, e]));

/** The definition of a type, or undefined for a type that this build does not know (counted and acknowledged). */
export const definitionOf = (type: string): EventDefinition | undefined => byType.get(type);

/** One stream per publishing service: a single writer, so its sequence proves continuity. */
export const streamOf = (source: Source): string => `EVT_${source.toUpperCase()}`;

/** `evt.<source>.<tenant>.<type>`: the tenant is a token, so a subscription can be limited to it. */
export const subjectOf = (source: Source, tenant: string, type: string): string => `evt.${source}.${tenant}.${type}`;

/** Which services' streams each service consumes. The consumer's name is the service's name, one durable per stream. */
export const consumes = {
  gateway: [],
  intake: ['gateway', 'routing', 'sla'],
  routing: ['gateway', 'intake', 'sla'],
  sla: ['gateway', 'intake', 'routing'],
  reporting: ['gateway', 'intake', 'reporting', 'routing', 'sla'],
} as const satisfies Record<Source, readonly Source[]>;
