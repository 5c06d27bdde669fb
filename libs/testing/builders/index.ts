import type { PayloadOf } from '@reglament/contracts';
import { newId } from '@reglament/platform/ids';

/** A request as intake says it, right by its contract; name only what matters to the test. */
export function aRequest(given: Partial<PayloadOf<'request.submitted.v1'>> = {}): PayloadOf<'request.submitted.v1'> {
  return {
    requestId: newId(),
    number: '0000017',
    channel: 'web',
    entryPoint: 'site',
    category: 'other',
    clientCategory: null,
    product: null,
    language: 'ru',
    urgent: false,
    edition: '2026',
    submittedAt: '2026-11-02T06:00:00.000Z',
    summary: 'Не приходит письмо',
    question: 'Не приходит письмо с кодом, жду с утра.',
    reachableBy: ['email'],
    registeredBy: null,
    ...given,
  };
}
