/** A moment on the UTC time line in whole milliseconds since 1970-01-01T00:00:00Z. The core knows no other form of time. */
export type Instant = number & { readonly __instant: unique symbol };
/** A moment as the wire says it: ISO 8601 in UTC with milliseconds. */
export const isoOf = (at: Instant): string => new Date(at).toISOString();

/** A length of time in whole milliseconds. */
export type Millis = number;
