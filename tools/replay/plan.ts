import type { SubmitBody } from './api.ts';

/** What is done to a request after it was filed; the order of the list is the order of doing. */
export type Deed =
  | { readonly do: 'assign'; readonly agent: number }
  | { readonly do: 'reply' | 'ask' | 'vendor-answer'; readonly text: string }
  | { readonly do: 'resolve'; readonly text?: string }
  | { readonly do: 'cancel' | 'decline'; readonly reason: string }
  | { readonly do: 'hand-over'; readonly vendor: string }
  | { readonly do: 'call'; readonly outcome: string }
  | { readonly do: 'reopen'; readonly because: string }
  /** By the requester, on the status page. */
  | { readonly do: 'answer'; readonly text: string }
  | { readonly do: 'withdraw' };

/** A deed and when it happens, in milliseconds of the platform's clock after the beginning of the replay. */
export interface Step {
  readonly at: number;
  readonly deed: Deed;
}

/** One request from its filing to its end. */
export interface Case {
  /** Unique within the replay; part of the Idempotency-Key. */
  readonly key: string;
  readonly hotline: string;
  readonly at: number;
  readonly submission: SubmitBody;
  readonly steps: readonly Step[];
}

export interface Plan {
  /** What is replayed, in words. */
  readonly name: string;
  readonly cases: readonly Case[];
  /** What was left out of the source and why; told to the person. */
  readonly remarks: readonly string[];
}

/** A data file that cannot be replayed; the message is for the person. */
export class DataError extends Error {}

/** When the last deed happens, milliseconds after the beginning. */
export const spanOf = (plan: Plan): number =>
  plan.cases.reduce((latest, one) => Math.max(latest, one.at, one.steps.at(-1)?.at ?? 0), 0);
