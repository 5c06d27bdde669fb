import type { Text } from './text.ts';

/** Blocking of requesters who break the rules (kz-portal 30-19). All terms are whole days of the tenant's calendar. */
export interface BlockingRule {
  readonly clause: string;
  /** What a requester may be blocked for, each with the clause that was broken. */
  readonly grounds: readonly { readonly id: string; readonly name: Text; readonly clause: string }[];
  /** For how many days one may be blocked, the shortest first. */
  readonly terms: readonly number[];
  /** For how many days after it a block may be appealed, once. */
  readonly appealDays: number;
}
