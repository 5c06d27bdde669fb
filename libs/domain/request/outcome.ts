import type { Language, Text } from '../regulation/types.ts';

/** An expected refusal: a stable code, the clause it stands on, and a sentence in every language a person may read. */
export interface Refused {
  readonly code: RefusalCode;
  readonly sentence: Readonly<Record<Language, string>>;
  readonly clause: string | null;
  /** Facts for the caller's program: who has the request, which reasons there are. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The fields that a rule stopped, where it was some of them. */
  readonly faults: readonly FieldFault[];
}

/** One field and the rule that stopped it, told in every language. */
export interface FieldFault {
  readonly field: string;
  readonly rule: string;
  readonly sentence: Readonly<Record<Language, string>>;
}

export type RefusalCode =
  | 'not-allowed-now'
  | 'role-not-allowed'
  | 'not-yours'
  | 'already-assigned'
  | 'stale-version'
  | 'unknown-agent'
  | 'unknown-reason'
  | 'unknown-vendor'
  | 'vendor-not-contracted'
  | 'nothing-to-decline-by'
  | 'undo-too-late'
  | 'same-agent'
  | 'message-stopped'
  | 'unknown-procedure'
  | 'step-done'
  | 'ground-missing'
  | 'how-missing'
  | 'steps-left'
  | 'not-in-regulation'
  | 'postponed-without-end'
  | 'moment-passed'
  | 'deadline-needs-reason'
  | 'same-deadline'
  | 'session-without-consent'
  | 'session-ends-before-start'
  | 'session-in-future'
  | 'unknown-choice'
  | 'unknown-step'
  | 'diagnosis-incomplete'
  | 'unknown-category'
  | 'unknown-client-category'
  | 'nothing-changes'
  | 'unknown-guest'
  | 'moment-too-far'
  | 'service-ends-before-start'
  | 'no-documents-yet'
  | 'already-dispatched'
  | 'service-already-ended'
  | 'files-not-taken';

export type Decision<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refused: Refused };

export const allow = <T>(value: T): Decision<T> => ({ ok: true, value });

/** Refuses with a code and its sentence in four languages. */
export const refuse = (
  code: RefusalCode,
  sentence: Readonly<Record<Language, string>>,
  more: {
    clause?: string | null;
    data?: Readonly<Record<string, unknown>>;
    faults?: readonly FieldFault[];
  } = {},
): { readonly ok: false; readonly refused: Refused } => ({
  ok: false,
  refused: { code, sentence, clause: more.clause ?? null, data: more.data ?? {}, faults: more.faults ?? [] },
});

/** A text in `language`, else in the tenant's first language, else whatever there is. */
export const inLanguage = (text: Text, language: Language, first: Language): string =>
  text[language] ?? text[first] ?? text.ru ?? text.uk ?? text.kk ?? text.en ?? '';
