import type { ClockRule } from '../regulation/types.ts';
import { answer, callBack, fact, MINUTE, moscow, msk, on, only, ownDeadline, shown } from './clock.samples.ts';
import { fold } from './index.ts';

describe('one run', () => {
  it.each([
    ['2026-11-20 17:50', '2026-11-23 09:20', 'Friday evening to Monday morning'],
    ['2026-11-20 17:30', '2026-11-20 18:00', 'ends exactly at closing'],
    ['2026-11-21 12:00', '2026-11-23 09:30', 'filed on Saturday'],
    ['2024-04-26 17:50', '2024-04-27 09:20', 'the Saturday after it is worked'],
    ['2024-04-27 17:50', '2024-05-02 09:20', 'then four days off, 29 April to 1 May among them'],
    ['2025-10-31 17:50', '2025-11-01 09:20', 'a worked Saturday before a holiday'],
    ['2025-11-01 16:50', '2025-11-05 09:20', 'it ends an hour earlier'],
    ['2026-12-30 17:50', '2027-01-11 09:20', 'over the New Year'],
  ])('ovk 2.7: filed %s, due %s (%s)', (filed, due) => {
    const clock = only(fold([fact('request.submitted', filed)], answer, moscow));
    expect(clock.state).toMatchObject({ state: 'running', startedAt: msk(filed), dueAt: msk(due) });
  });

  it('warns in proportion to the target, by the same calendar', () => {
    const { state } = only(fold([fact('request.submitted', '2026-11-20 17:50')], answer, moscow));
    expect(state.state === 'running' && state.warnAt.map(shown)).toEqual(['2026-11-23 09:08', '2026-11-23 09:14']);
  });

  it.each([
    ['2026-11-20 10:29', 'kept', 29],
    ['2026-11-20 10:30', 'kept', 30],
    ['2026-11-20 10:31', 'broken', 31],
  ])('answered at %s: %s, %i minutes counted', (answered, verdict, minutes) => {
    const facts = [fact('request.submitted', '2026-11-20 10:00'), fact('work.replied', answered)];
    expect(only(fold(facts, answer, moscow)).state).toMatchObject({
      state: 'stopped',
      verdict,
      counted: minutes * MINUTE,
      dueAt: msk('2026-11-20 10:30'),
    });
  });

  it.each([
    ['2026-11-20 10:20', 'cancelled'],
    ['2026-11-20 10:40', 'broken'],
  ])('withdrawn at %s: %s, for a broken promise cannot be withdrawn', (when, verdict) => {
    const facts = [fact('request.submitted', '2026-11-20 10:00'), fact('request.withdrawn', when)];
    expect(only(fold(facts, answer, moscow)).state).toMatchObject({ state: 'stopped', verdict });
  });

  it('without a target it is measured and always kept (kz-portal 30-9)', () => {
    const facts = [fact('request.submitted', '2026-11-20 10:00'), fact('work.replied', '2026-11-23 10:00')];
    const clock = only(fold(facts, { ...answer, within: null }, moscow));
    expect(clock.state).toMatchObject({ verdict: 'kept', dueAt: null, counted: 9 * 60 * MINUTE });
  });
});

describe('pauses', () => {
  const filed = fact('request.submitted', '2026-11-20 10:00');
  const asked = fact('work.information-requested', '2026-11-20 10:10');
  const written = fact('request.message-received', '2026-11-20 12:00');

  it('a waiting clock has no due moment and remembers what is left', () => {
    const { state } = only(fold([filed, asked], answer, moscow));
    expect(state).toMatchObject({ state: 'paused', pausedAt: asked.at, left: 20 * MINUTE });
  });

  it('goes on with what was left', () => {
    const clock = only(fold([filed, asked, written], answer, moscow));
    expect(clock.state).toMatchObject({ state: 'running', dueAt: msk('2026-11-20 12:20') });
    expect(clock.pauses).toEqual([{ from: asked.at, to: written.at, by: asked.kind, clause: null }]);
    expect(clock.state.state === 'running' && clock.state.warnAt.map(shown)).toEqual([
      '2026-11-20 12:08',
      '2026-11-20 12:14',
    ]);
  });

  it('an answer while waiting is in time', () => {
    const { state } = only(fold([filed, asked, fact('work.replied', '2026-11-25 12:00')], answer, moscow));
    expect(state).toMatchObject({ verdict: 'kept', counted: 10 * MINUTE });
  });

  it('asking at the due moment or later saves nothing', () => {
    const late = fact('work.information-requested', '2026-11-20 10:30');
    const { state } = only(fold([filed, late, fact('work.replied', '2026-11-20 10:31')], answer, moscow));
    expect(state).toMatchObject({ verdict: 'broken' });
  });

  it('two reasons to wait hold until both are gone', () => {
    const rule: ClockRule = {
      ...answer,
      pauses: [...answer.pauses, { from: on('work.handed-over'), until: [on('work.returned')], clause: '2.6' }],
    };
    const handedOver = fact('work.handed-over', '2026-11-20 10:15');
    const facts = [filed, asked, handedOver, written];
    expect(only(fold(facts, rule, moscow)).state.state).toBe('paused');
    const returned = fact('work.returned', '2026-11-20 15:00');
    expect(only(fold([...facts, returned], rule, moscow)).state).toMatchObject({ dueAt: msk('2026-11-20 15:20') });
  });

  it('what was asked before the run began does not hold it', () => {
    const facts = [filed, asked, fact('work.cancelled', '2026-11-20 11:00'), fact('work.reopened', '2026-11-20 13:00')];
    const [first, second] = fold(facts, answer, moscow);
    expect(first?.state).toMatchObject({ verdict: 'cancelled' });
    expect(second).toMatchObject({ run: 2, startedBy: 'work.reopened', state: { dueAt: msk('2026-11-20 13:30') } });
  });
});

describe('several runs', () => {
  const call = (when: string, outcome: string) => fact('work.call-attempted', when, { outcome });

  it('ovk 2.9: every unanswered call starts thirty minutes anew, an answered one ends them', () => {
    const facts = [
      call('2026-11-20 10:00', 'no-answer'),
      call('2026-11-20 10:25', 'busy'),
      call('2026-11-20 11:00', 'answered'),
    ];
    const runs = fold(facts, callBack, moscow).map((clock) => clock.state);
    expect(runs).toMatchObject([
      { verdict: 'kept', dueAt: msk('2026-11-20 10:30') },
      { verdict: 'broken', dueAt: msk('2026-11-20 10:55') },
    ]);
  });

  it('ovk 2.9: the third unanswered call and the cancelling at the same moment leave nothing running', () => {
    const third = call('2026-11-20 10:30', 'no-answer');
    const cancelled = fact('work.cancelled', '2026-11-20 10:30');
    const runs = fold([call('2026-11-20 10:00', 'busy'), cancelled, third], callBack, moscow);
    expect(runs.map((clock) => clock.state)).toMatchObject([{ verdict: 'kept' }, { verdict: 'cancelled' }]);
  });

  it('a second start is ignored where the rule keeps the first', () => {
    const facts = [fact('request.submitted', '2026-11-20 10:00'), fact('work.reopened', '2026-11-20 10:10')];
    expect(only(fold(facts, answer, moscow)).state).toMatchObject({ dueAt: msk('2026-11-20 10:30') });
  });

  it('resolved and reopened at one moment: the first promise is kept and a second begins', () => {
    const reopened = fact('work.reopened', '2026-11-20 10:10');
    const facts = [fact('request.submitted', '2026-11-20 10:00'), reopened, fact('work.resolved', '2026-11-20 10:10')];
    expect(fold(facts, answer, moscow).map((clock) => clock.state)).toMatchObject([
      { verdict: 'kept' },
      { state: 'running', dueAt: msk('2026-11-20 10:40') },
    ]);
  });
});

describe('initiative 2.6: a deadline that the agent sets', () => {
  const set = (when: string, due: string) =>
    fact('work.deadline-set', when, { dueAt: new Date(msk(due)).toISOString() });
  const first = set('2026-11-20 10:00', '2026-11-20 12:00');

  it('is due at the moment named, also outside working hours, and warns by the time until then', () => {
    expect(only(fold([first], ownDeadline, moscow)).state).toMatchObject({
      state: 'running',
      dueAt: msk('2026-11-20 12:00'),
      warnAt: [msk('2026-11-20 11:00')],
    });
    const night = only(fold([set('2026-11-20 17:00', '2026-11-20 23:00')], ownDeadline, moscow));
    expect(night.state).toMatchObject({ dueAt: msk('2026-11-20 23:00'), warnAt: [msk('2026-11-20 17:30')] });
  });

  it('changed in time, the former falls away and the new one counts; changed too late, the former stays broken', () => {
    const changed = fold([first, set('2026-11-20 11:00', '2026-11-23 12:00')], ownDeadline, moscow);
    expect(changed.map(({ state }) => state)).toMatchObject([
      { state: 'stopped', verdict: 'cancelled' },
      { state: 'running', dueAt: msk('2026-11-23 12:00') },
    ]);
    const late = fold([first, set('2026-11-20 12:01', '2026-11-23 12:00')], ownDeadline, moscow);
    expect(late[0]?.state).toMatchObject({ verdict: 'broken', dueAt: msk('2026-11-20 12:00') });
  });

  it.each([
    ['2026-11-20 12:00', 'kept'],
    ['2026-11-20 12:01', 'broken'],
  ])('resolved at %s it is %s', (when, verdict) => {
    expect(only(fold([fact('work.resolved', when), first], ownDeadline, moscow)).state).toMatchObject({ verdict });
  });
});
