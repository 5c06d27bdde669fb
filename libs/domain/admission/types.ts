import type { Channel, Language } from '../regulation/types.ts';

/** A request as somebody submitted it, before the regulation has been asked. */
export interface Submission {
  readonly channel: Channel;
  readonly entryPoint: string;
  readonly category: string;
  readonly clientCategory: string | null;
  readonly product: string | null;
  readonly language: Language;
  readonly requester: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The edition whose rules of conduct the requester has read and accepted; null for none. */
  readonly acceptedRules: string | null;
  /** Ids of files uploaded before. */
  readonly attachments: readonly string[];
}

/** What is known of who files beside what they say. */
export interface Circumstances {
  /** They proved on the telephone who they are. */
  readonly verified: boolean;
  /** The chat that the request begins was shown the instructions: `led`. Null where no chat is named. */
  readonly chat: 'led' | 'unknown' | null;
}

/** One fault of a submission: the field, the rule it breaks, a sentence for the person. */
export interface Fault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

export type Admission =
  | { readonly admitted: true; readonly urgent: boolean; readonly kind: string }
  | {
      readonly admitted: false;
      readonly code: 'channel-closed' | 'caller-not-verified' | 'chat-without-instructions';
      readonly clause: string;
      readonly sentence: string;
    }
  | { readonly admitted: false; readonly code: 'invalid-submission'; readonly faults: readonly Fault[] };
