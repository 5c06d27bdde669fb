/** What requesters may see and do beside filing; each part null where the regulation does not ask for it. */
export interface RequesterRules {
  readonly place: PlaceRule | null;
  /** The rules of conduct must be accepted by everybody who files without an operator (kz-portal 30-17). */
  readonly acceptance: { readonly clause: string } | null;
}

/** The own place in the queue and an estimate, where no target is set (kz-portal 30-9). */
export interface PlaceRule {
  readonly clause: string;
  /** The pace is that of this many last answers. */
  readonly pace: number;
  /** With fewer answers known, nothing is estimated. */
  readonly atLeast: number;
}
