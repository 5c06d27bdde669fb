/** A help desk's log as the platform's own events, so that the archive can be filled with years of it in seconds. */
import { createHash } from 'node:crypto';
import type { AnyEvent, EventType, PayloadOf, Source } from '@reglament/contracts';
import type { LogEvent } from '../replay/log-file.ts';
import { lifeOf } from '../replay/log-life.ts';
import type { Step } from '../replay/plan.ts';

export interface LogCase {
  /** A UUID made of the case's own name. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly channel: 'web' | 'phone';
  /** Deeds in the order of the log; moments are milliseconds since 1970. */
  readonly steps: readonly Step[];
}

const TEXTS = { reply: 'Done.', ask: 'Which one?', answer: 'This one.' };
const ALLOWANCES = { cancelReason: 'duplicate', vendor: 'vendor', answers: true };

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @param shift milliseconds by which the whole log is moved in time */
export function casesOf(log: readonly (readonly LogEvent[])[], shift: number): LogCase[] {
  return log.flatMap((events): LogCase[] => {
    const [first] = events;
    if (first === undefined) return [];
    const begun = first.at;
    const steps = lifeOf(events, begun, ALLOWANCES, TEXTS).map((step) => ({ ...step, at: begun + step.at + shift }));
    const id = uuidOf(`case ${first.case}`);
    return [{ id, at: begun + shift, channel: Number.parseInt(id.slice(0, 2), 16) % 3 === 0 ? 'phone' : 'web', steps }];
  });
}

/** Events of one case, in order; those of one moment keep their order by their ids. */
export function eventsOfCase(one: LogCase, tenant: string): AnyEvent[] {
  const events: AnyEvent[] = [];
  const add = <T extends EventType>(source: Source, type: T, at: number, payload: PayloadOf<T>) => {
    const place = (events.length + 1).toString(16).padStart(8, '0');
    const envelope = { id: `${place}${one.id.slice(8)}`, type, source, tenant, subjectId: one.id };
    events.push({ ...envelope, occurredAt: new Date(at).toISOString(), payload } as unknown as AnyEvent);
  };
  const requestId = one.id;
  const question = 'It does not work.';
  add('intake', 'request.submitted.v1', one.at, {
    requestId,
    number: one.id.slice(0, 8),
    channel: one.channel,
    entryPoint: 'form',
    category: 'software',
    clientCategory: null,
    product: null,
    language: 'en',
    urgent: false,
    edition: '1',
    submittedAt: new Date(one.at).toISOString(),
    summary: question,
    question,
    reachableBy: ['email'],
    registeredBy: null,
  });
  add('routing', 'work.queued.v1', one.at, { requestId, number: '1', category: 'software', urgent: false });
  let agent = 'agent-0';
  const messageId = one.id;
  for (const { at, deed } of one.steps) {
    const by = { kind: 'staff' as const, id: agent, name: agent };
    if (deed.do === 'assign') {
      const previousAgentId = agent;
      agent = `agent-${deed.agent}`;
      const given = { kind: 'staff' as const, id: agent, name: agent };
      const reason = { kind: 'chosen' as const, sentence: 'By the log.', clause: null };
      add('routing', 'work.assigned.v1', at, { requestId, agent: given, by, reason, previousAgentId });
    } else if (deed.do === 'reply')
      add('routing', 'work.replied.v1', at, { requestId, messageId, by, text: deed.text });
    else if (deed.do === 'ask')
      add('routing', 'work.information-requested.v1', at, { requestId, messageId, by, text: deed.text });
    else if (deed.do === 'answer') add('routing', 'work.resumed.v1', at, { requestId, because: 'requester-answered' });
    else if (deed.do === 'vendor-answer')
      add('routing', 'work.resumed.v1', at, { requestId, because: 'vendor-answered' });
    else if (deed.do === 'hand-over')
      add('routing', 'work.handed-over.v1', at, { requestId, by, to: deed.vendor, clause: null, note: null });
    else if (deed.do === 'call')
      add('routing', 'work.call-attempted.v1', at, { requestId, by, attempt: 1, outcome: 'answered', note: null });
    else if (deed.do === 'cancel')
      add('routing', 'work.cancelled.v1', at, { requestId, by, reason: deed.reason, clause: null, note: null });
    else if (deed.do === 'reopen') add('routing', 'work.reopened.v1', at, { requestId, by, because: deed.because });
    else if (deed.do === 'resolve')
      add('routing', 'work.resolved.v1', at, { requestId, by, messageId: null, text: null });
    else throw new Error(`A log does not ${deed.do}`);
  }
  return events;
}
