import type { AnyEvent } from '@reglament/contracts';
import { newId } from '@reglament/platform/ids';
import { aRequest } from '@reglament/testing/builders';
import { newsOf } from './facts-of-events.ts';

const envelope = { id: newId(), source: 'intake' as const, tenant: 'alpha', occurredAt: '2026-11-20T15:00:02.500Z' };

test('a submission counts from the moment the person pressed "send", not from when it was accepted', () => {
  const payload = aRequest({ submittedAt: '2026-11-20T14:59:58.000Z', category: 'interface', clientCategory: 'user' });
  const event: AnyEvent = { ...envelope, subjectId: payload.requestId, type: 'request.submitted.v1', payload };
  const news = newsOf(event);
  const submittedAt = Date.parse('2026-11-20T14:59:58.000Z');
  expect(news).toMatchObject({
    requestId: payload.requestId,
    submission: { category: 'interface', channel: 'web', clientCategory: 'user', submittedAt },
    facts: [{ id: envelope.id, kind: 'request.submitted', at: submittedAt }],
  });
});

test('only short flat values are kept: what rules compare, and nothing that somebody wrote', () => {
  const requestId = newId();
  const by = { kind: 'staff' as const, id: 's1', name: 'Anna' };
  const payload = { requestId, by, attempt: 2, outcome: 'no-answer' as const, note: 'short' };
  const event: AnyEvent = {
    ...envelope,
    source: 'routing',
    subjectId: requestId,
    type: 'work.call-attempted.v1',
    payload,
  };
  const [fact] = newsOf(event).facts;
  expect(fact).toEqual({
    id: envelope.id,
    kind: 'work.call-attempted',
    at: Date.parse(envelope.occurredAt),
    data: { attempt: 2, outcome: 'no-answer' },
  });
});
