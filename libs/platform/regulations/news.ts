import {
  type AnyEvent,
  type EventOf,
  type RegulationDayChangedV1,
  type RegulationPublishedV1,
} from '@reglament/contracts';
import type { DayChange } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';

/** A new edition, as it was published. */
export interface PublishedEdition {
  readonly kind: 'published';
  readonly tenant: string;
  /** Counts the tenant's news of both kinds from 1, without gaps. */
  readonly number: number;
  readonly at: Instant;
  readonly edition: string;
  /** The edition in force until then. */
  readonly replaces: string;
  readonly inForceFrom: Instant;
  readonly text: string;
  /** Who published it, by name. */
  readonly by: string;
}

/** A day of the tenant's calendar that was changed. */
export interface ChangedDay extends DayChange {
  readonly kind: 'day-changed';
  readonly tenant: string;
  /** Who changed it, by name. */
  readonly by: string;
}

/** What has become known of a tenant's regulation since its files were written. */
export type RegulationNews = PublishedEdition | ChangedDay;

/** The events that carry it. */
export const newsTypes = ['regulation.published.v1', 'regulation.day-changed.v1'] as const satisfies AnyEvent['type'][];
export type NewsEvent = EventOf<typeof RegulationPublishedV1> | EventOf<typeof RegulationDayChangedV1>;
export type NewsPayload = NewsEvent['payload'];

/** The news that an event of these types carries. */
export function newsOf(event: Pick<NewsEvent, 'tenant' | 'occurredAt'> & NewsEvent): RegulationNews {
  const { tenant } = event;
  const at = Date.parse(event.occurredAt) as Instant;
  if (event.type === 'regulation.published.v1') {
    const { number, edition, replaces, inForceFrom, text, by } = event.payload;
    const from = Date.parse(inForceFrom) as Instant;
    return { kind: 'published', tenant, number, at, edition, replaces, inForceFrom: from, text, by: by.name };
  }
  const { number, date, hours, reason, by } = event.payload;
  return { kind: 'day-changed', tenant, number, at, date, hours, reason, by: by.name };
}
