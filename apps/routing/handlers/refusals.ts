import type { Language } from '@reglament/contracts';
import type { Refused as DomainRefused, RefusalCode } from '@reglament/domain/request';
import { type Refusal, refuse } from '@reglament/platform/outcome';

const statusOf: Readonly<Record<RefusalCode, Refusal['status']>> = {
  'not-allowed-now': 409,
  'role-not-allowed': 403,
  'not-yours': 403,
  'already-assigned': 409,
  'stale-version': 409,
  'same-agent': 409,
  'message-stopped': 422,
  'unknown-procedure': 422,
  'step-done': 409,
  'ground-missing': 422,
  'how-missing': 422,
  'steps-left': 409,
  'undo-too-late': 409,
  'unknown-agent': 422,
  'unknown-reason': 422,
  'unknown-vendor': 422,
  'vendor-not-contracted': 422,
  'nothing-to-decline-by': 422,
  'not-in-regulation': 409,
  'postponed-without-end': 422,
  'moment-passed': 422,
  'deadline-needs-reason': 422,
  'same-deadline': 409,
  'session-without-consent': 422,
  'session-ends-before-start': 422,
  'session-in-future': 422,
  'unknown-choice': 422,
  'unknown-step': 422,
  'diagnosis-incomplete': 409,
  'unknown-category': 422,
  'unknown-client-category': 422,
  'nothing-changes': 409,
  'unknown-guest': 404,
  'moment-too-far': 422,
  'service-ends-before-start': 422,
  'service-already-ended': 409,
  'no-documents-yet': 409,
  'already-dispatched': 409,
  'files-not-taken': 422,
};

/** A rule's refusal as the caller reads it. */
export const refusedIn = (language: Language, refused: DomainRefused): { ok: false; refusal: Refusal } =>
  refuse({
    code: refused.code,
    status: statusOf[refused.code],
    detail: refused.sentence[language],
    ...(refused.clause === null ? {} : { clause: refused.clause }),
    data: refused.data,
    ...(refused.faults.length === 0
      ? {}
      : { errors: refused.faults.map(({ field, rule, sentence }) => ({ field, rule, message: sentence[language] })) }),
  });

const missing: Readonly<Record<Language, string>> = {
  ru: 'Такого обращения нет.',
  uk: 'Такого звернення немає.',
  kk: 'Мұндай өтініш жоқ.',
  en: 'There is no such request.',
};

/** Not there, or another tenant's: the answer is the same. */
export const noSuchRequest = (language: Language): { ok: false; refusal: Refusal } =>
  refuse({ code: 'not-found', status: 404, detail: missing[language] });
