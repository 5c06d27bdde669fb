import { type AnyEvent, eventWords } from '@reglament/contracts';
import type { Fact } from '@reglament/domain/clock';
import type { Instant } from '@reglament/domain/time';
import type { News, Submission } from '../store/fact-store.ts';

/** An id or a short name; longer values are words in a field that is not yet listed. */
const LONGEST_VALUE = 64;

/** What an event tells the clocks: the request it is about, the fact, and the submission if it is one. */
export function newsOf(event: AnyEvent): News {
  const submission = event.type === 'request.submitted.v1' ? submissionOf(event.payload) : null;
  const fact: Fact = {
    id: event.id,
    kind: event.type.replace(/\.v\d+$/, ''),
    at: submission?.submittedAt ?? instantOf(event.occurredAt),
    data: scalarsOf(event.payload, eventWords.get(event.type) ?? {}),
  };
  return { requestId: event.subjectId, submission, facts: [fact] };
}

const instantOf = (iso: string): Instant => Date.parse(iso) as Instant;

function submissionOf(payload: Extract<AnyEvent, { type: 'request.submitted.v1' }>['payload']): Submission {
  const { category, channel, clientCategory, edition, submittedAt } = payload;
  return { category, channel, clientCategory, edition, submittedAt: instantOf(submittedAt) };
}

/** The flat values of a payload that rules may compare; somebody's words no rule compares, and this service has no business to keep them. */
function scalarsOf(payload: object, words: object): Fact['data'] {
  const scalars: Record<string, string | number | boolean | null> = {};
  for (const [field, value] of Object.entries(payload)) {
    if (field === 'requestId' || field in words) continue;
    const isShort = typeof value === 'string' && value.length <= LONGEST_VALUE;
    if (value === null || isShort || typeof value === 'number' || typeof value === 'boolean') scalars[field] = value;
  }
  return scalars;
}
