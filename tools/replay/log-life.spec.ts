import fc from 'fast-check';
import { forbiddenDeed } from './life-cycle.samples.ts';
import type { LogEvent } from './log-file.ts';
import { lifeOf } from './log-life.ts';

const texts = { reply: 'reply', ask: 'ask', answer: 'answer' };
const event = (activity: string, at: number, resource = 'Value 1'): LogEvent => ({
  case: 'Case 1',
  at,
  activity,
  resource,
  seriousness: 'Value 1',
  customer: 'Value 1',
  product: 'Value 1',
  serviceLevel: 'Value 1',
});
const follow = (activities: readonly string[], answers = true) =>
  lifeOf(
    activities.map((activity, i) => event(activity, i)),
    0,
    { cancelReason: 'duplicate', vendor: 'developer', answers },
    texts,
  ).map(({ deed }) => deed.do);

describe('a log becomes a life', () => {
  test.each<[string[], string[]]>([
    [
      ['Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed'],
      ['assign', 'reply', 'resolve'],
    ],
    [['Assign seriousness', 'Resolve ticket', 'Closed'], ['resolve']],
    [
      ['Take in charge ticket', 'Wait', 'Take in charge ticket', 'Resolve ticket'],
      ['assign', 'ask', 'answer', 'reply', 'resolve'],
    ],
    [
      ['Take in charge ticket', 'Resolve ticket', 'Take in charge ticket'],
      ['assign', 'reply', 'resolve', 'reopen'],
    ],
    [
      ['Take in charge ticket', 'Create SW anomaly', 'Resolve SW anomaly', 'Closed'],
      ['assign', 'hand-over', 'vendor-answer', 'reply', 'resolve'],
    ],
    [['Assign seriousness', 'DUPLICATE'], ['cancel']],
  ])('%j → %j', (activities, deeds) => expect(follow(activities)).toEqual(deeds));

  test('without answers a silent requester does not hold up the end', () => {
    expect(follow(['Take in charge ticket', 'Wait', 'Resolve ticket'], false)).toEqual(['assign', 'ask', 'resolve']);
  });

  test('whatever a log says, the life cycle allows every deed', () => {
    const activity = fc.constantFrom(
      ...['Take in charge ticket', 'Resolve ticket', 'Assign seriousness', 'Closed', 'Wait', 'Require upgrade'],
      ...[
        'Create SW anomaly',
        'Resolve SW anomaly',
        'Schedule intervention',
        'VERIFIED',
        'RESOLVED',
        'INVALID',
        'DUPLICATE',
      ],
    );
    const resource = fc.constantFrom('Value 1', 'Value 2', 'Value 3');
    fc.assert(
      fc.property(fc.array(fc.tuple(activity, resource), { maxLength: 20 }), fc.boolean(), (rows, answers) => {
        const events = rows.map(([name, by], i) => event(name, i, by));
        const steps = lifeOf(events, 0, { cancelReason: 'duplicate', vendor: 'developer', answers }, texts);
        expect(forbiddenDeed(steps.map(({ deed }) => deed))).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});
