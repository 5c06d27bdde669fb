/**
 * What a clock may start, stop, pause or end on: event types without their version, and the payload fields that `where`
 * may compare, with their values where only certain ones exist. Kept equal to the contracts by a test.
 */
export const FACTS: Readonly<Record<string, Readonly<Record<string, readonly string[] | 'any'>>>> = {
  'request.submitted': {
    channel: ['web', 'phone', 'email', 'chat', 'api'],
    category: 'any',
    clientCategory: 'any',
    entryPoint: 'any',
    product: 'any',
    urgent: ['true', 'false'],
    language: ['ru', 'uk', 'kk', 'en'],
  },
  'request.message-received': { channel: ['web', 'phone', 'email', 'chat', 'api'] },
  'request.withdrawn': {},
  'request.erased': { because: ['demand', 'term'] },
  'request.disclosure-demanded': {},
  'request.disclosed': {},
  'request.file-kept': {},
  'request.recording-kept': { direction: ['incoming', 'outgoing'] },
  'request.letter-sent': { letter: 'any' },
  'request.letter-failed': { letter: 'any' },
  'work.queued': { category: 'any', urgent: ['true', 'false'] },
  'work.assigned': {},
  'work.replied': {},
  'work.information-requested': {},
  'work.resumed': { because: ['requester-answered', 'vendor-answered', 'staff'] },
  'work.call-attempted': { outcome: ['answered', 'no-answer', 'busy', 'switched-off', 'wrong-number'] },
  'work.handed-over': { to: 'any' },
  'work.resolved': {},
  'work.cancelled': { reason: 'any' },
  'work.declined': { reason: 'any' },
  'work.reopened': {},
  'work.trail-told': {},
  'work.escalated': { clockRule: 'any', toRole: 'any' },
  'work.postponed': { reason: 'any', untilReply: ['true', 'false'] },
  'work.postponement-ended': { because: ['time', 'requester-wrote', 'staff'] },
  'work.deadline-set': {},
  'work.remote-session-recorded': { tool: 'any', consentHow: 'any' },
  'work.diagnosed': { step: 'any', choice: 'any' },
  'work.guest-invited': {},
  'work.guest-wrote': {},
  'work.guest-access-ended': {},
  'work.service-ended': { contractInForce: ['true', 'false'], delivery: 'any' },
  'work.documents-dispatched': { delivery: 'any' },
  'work.reclassified': { category: 'any', clientCategory: 'any', urgent: ['true', 'false'] },
};

export const FACT_NAMES: readonly string[] = Object.keys(FACTS);

/** Facts that carry a moment of their own: a clock that such a fact starts may end at it (`within: set by work.deadline-set`). */
export const FACT_MOMENTS: Readonly<Record<string, string>> = {
  'work.deadline-set': 'dueAt',
  'work.postponed': 'until',
};

/** After one of these nothing more is owed, unless the request is opened again. */
export const TERMINAL_FACTS: readonly string[] = [
  'work.resolved',
  'work.cancelled',
  'work.declined',
  'request.withdrawn',
];

/** Said of a closed request: a clock that they start is not ended by its closing. */
export const AFTER_CLOSING_FACTS: readonly string[] = ['work.service-ended'];

export const CALL_OUTCOMES: readonly string[] = ['answered', 'no-answer', 'busy', 'switched-off', 'wrong-number'];
