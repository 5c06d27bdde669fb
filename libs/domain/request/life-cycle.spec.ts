import {
  allowedVerbs,
  checkTransitions,
  type Doer,
  decide,
  decideAssignment,
  statuses,
  transitions,
  verbs,
  type Work,
} from './index.ts';

const work = (status: Work['status'], agentId: string | null = null): Work => ({
  status,
  agentId,
  agentName: agentId === null ? null : 'Анна Котова',
  version: 3,
});
const moderator: Doer = { kind: 'staff', id: 'm1', roles: ['moderator'] };
const agent: Doer = { kind: 'staff', id: 'a1', roles: ['agent'] };
const requester: Doer = { kind: 'requester', id: '', roles: [] };
const platform: Doer = { kind: 'platform', id: '', roles: [] };

test('every status can be reached, and left unless it is final; every verb can be done by somebody', () => {
  expect(checkTransitions(transitions, 'queued')).toEqual([]);
});

test('the check finds a status without a way out, an unreachable one, a double row and a verb nobody does', () => {
  const broken = transitions.filter((row) => row.from !== 'waiting' && row.verb !== 'withdraw' && row.verb !== 'ask');
  const first = transitions[0];
  if (first === undefined) throw new Error('the table is empty');
  expect(checkTransitions([...broken, first], 'queued')).toEqual(
    expect.arrayContaining([
      'assign from queued is stated twice',
      'waiting cannot be reached from queued',
      'waiting cannot be left, and is not final',
      'ask can never be done',
    ]),
  );
});

test('what each may do in each status', () => {
  const shown = (who: Doer, id: string | null): string[] =>
    statuses.map((status) => `${status}: ${allowedVerbs(work(status, id), who).join(' ')}`);
  expect(shown(moderator, 'a1')).toEqual([
    'queued: assign take hand-over diagnose reclassify resolve cancel decline',
    'assigned: assign take unassign reply ask log-call hand-over postpone record-session diagnose reclassify invite-guest revoke-guest resolve cancel decline',
    'waiting: assign reply ask log-call hand-over record-session diagnose reclassify invite-guest revoke-guest resolve cancel decline',
    'handed-over: assign reply vendor-answer record-session diagnose reclassify invite-guest revoke-guest resolve cancel decline',
    'postponed: assign reply resume diagnose reclassify invite-guest revoke-guest resolve cancel decline',
    'resolved: record-session end-service dispatch-documents reopen',
    'cancelled: reopen',
    'declined: reopen',
    'withdrawn: ',
  ]);
  expect(shown(agent, 'a1')).toEqual([
    'queued: ',
    'assigned: reply ask log-call hand-over postpone set-deadline record-session diagnose reclassify invite-guest revoke-guest resolve cancel decline',
    'waiting: reply ask log-call hand-over set-deadline record-session diagnose reclassify invite-guest revoke-guest resolve cancel decline',
    'handed-over: reply vendor-answer set-deadline record-session diagnose reclassify invite-guest revoke-guest resolve cancel decline',
    'postponed: reply resume set-deadline diagnose reclassify invite-guest revoke-guest resolve cancel decline',
    'resolved: record-session end-service dispatch-documents reopen',
    'cancelled: reopen',
    'declined: reopen',
    'withdrawn: ',
  ]);
  expect(shown(agent, 'somebody-else').join('')).toBe(statuses.map((status) => `${status}: `).join(''));
  expect(
    shown(requester, 'a1')
      .slice(0, 5)
      .every((line) => line.endsWith('requester-answer withdraw')),
  ).toBe(true);
  expect(
    shown(platform, 'a1')
      .slice(0, 5)
      .every((line) => / cancel$/.test(line)),
  ).toBe(true);
});

test.each(['waiting', 'handed-over', 'postponed', 'resolved', 'cancelled', 'declined'] as const)(
  'what comes back from %s without an agent stands in the queue again',
  (status) => {
    const verbOf = { waiting: 'requester-answer', 'handed-over': 'vendor-answer', postponed: 'resume' } as const;
    const verb = status in verbOf ? verbOf[status as keyof typeof verbOf] : 'reopen';
    const who = status === 'waiting' ? requester : moderator;
    expect(decide(work(status, 'a1'), verb, who)).toEqual({ ok: true, value: { status: 'assigned' } });
    expect(decide(work(status), verb, who)).toEqual({ ok: true, value: { status: 'queued' } });
  },
);

test('a refusal says why, in four languages', () => {
  for (const status of statuses)
    for (const verb of verbs) {
      const decision = decide(work(status, 'a1'), verb, agent);
      if (decision.ok) continue;
      expect(Object.keys(decision.refused.sentence).sort()).toEqual(['en', 'kk', 'ru', 'uk']);
      expect(Object.values(decision.refused.sentence).every((sentence) => /\.$/.test(sentence))).toBe(true);
    }
  const notYours = decide(work('assigned', 'a2'), 'reply', agent);
  expect(notYours).toMatchObject({ ok: false, refused: { code: 'not-yours', data: { agent: 'Анна Котова' } } });
  expect(decide(work('assigned', 'a1'), 'assign', agent)).toMatchObject({ refused: { code: 'role-not-allowed' } });
  expect(decide(work('withdrawn'), 'assign', moderator)).toMatchObject({ refused: { code: 'not-allowed-now' } });
});

test('the slower of two moderators is told who has the request', () => {
  expect(decideAssignment(work('assigned', 'a1'), 3)).toEqual({ ok: true, value: null });
  expect(decideAssignment(work('assigned', 'a1'), 2)).toMatchObject({
    refused: { code: 'already-assigned', data: { agent: { id: 'a1', name: 'Анна Котова' } } },
  });
  expect(decideAssignment(work('resolved'), 2)).toMatchObject({ refused: { code: 'stale-version' } });
});
