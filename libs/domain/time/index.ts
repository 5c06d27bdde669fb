/** A moment on the UTC time line in whole milliseconds since 1970-01-01T00:00:00Z. The core knows no other form of time. */
export type Instant = number & { readonly __instant: unique symbol };
/** A moment as the wire says it: ISO 8601 in UTC with milliseconds. */
export const isoOf = (at: Instant): string => new Date(at).toISOString();
/** The same for a moment that there may not be. */
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoOf(at));

/** The local date of a moment, `YYYY-MM-DD`. @param timeZone an IANA name */
export const localDate = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/**
 * The moment, or `earliest` where it lies before that. What happens to a request happens in order: the clocks of two machines
 * differ a little, and one may be set back, but no request is answered before it was asked.
 */
export const notBefore = (at: Instant, earliest: Instant): Instant => (at < earliest ? earliest : at);

/** A length of time in whole milliseconds. */
export type Millis = number;
