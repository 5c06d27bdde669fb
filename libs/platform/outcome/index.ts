/** One field of an input that a rule did not let pass. */
export interface FieldError {
  readonly field: string;
  /** The rule's short name, stable for programs: `required`, `max`, `format` … */
  readonly rule: string;
  /** A sentence for the person, in the caller's language where the thrower knows it. */
  readonly message: string;
}

/** An expected refusal: a value, never an exception. The edge turns it into a problem document (RFC 9457). */
export interface Refusal {
  /** Stable for programs, kebab-case: `already-assigned`. */
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429;
  /** A sentence for the person. */
  readonly detail: string;
  /** The clause of the regulation it stands on, such as `2.4`. */
  readonly clause?: string;
  readonly errors?: readonly FieldError[];
  /** Further members of the problem document, safe to show the caller. */
  readonly data?: object;
}

export type Accepted<T> = { readonly ok: true; readonly value: T };
export type Refused = { readonly ok: false; readonly refusal: Refusal };
/** What a decision came to: its value, or the refusal with its reason. */
export type Outcome<T> = Accepted<T> | Refused;

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value });
export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal });
export { isOutage } from './outage.ts';
