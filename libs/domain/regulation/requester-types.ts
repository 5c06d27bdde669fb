import type { Text } from './text.ts';

/** What requesters may see and do beside filing; each part null where the regulation does not ask for it. */
export interface RequesterRules {
  readonly place: PlaceRule | null;
  /** The rules of conduct must be accepted by everybody who files without an operator (kz-portal 30-17). */
  readonly acceptance: { readonly clause: string } | null;
  readonly accounts: AccountRule | null;
}

/** Accounts of requesters: own requests and a feed that tells of every change of the regulation (kz-portal 30-2). */
export interface AccountRule {
  readonly clause: string;
  /** Whoever disagrees withdraws what is open and leaves (kz-portal 30-3); `kept` says what stays on record. */
  readonly leaving: { readonly clause: string; readonly kept: Text } | null;
}

/** The own place in the queue and an estimate, where no target is set (kz-portal 30-9). */
export interface PlaceRule {
  readonly clause: string;
  /** The pace is that of this many last answers. */
  readonly pace: number;
  /** With fewer answers known, nothing is estimated. */
  readonly atLeast: number;
}
