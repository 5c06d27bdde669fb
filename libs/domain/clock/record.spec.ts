import type { Instant } from '../time/index.ts';
import { answer, fact, MINUTE, moscow, msk, only } from './clock.samples.ts';
import { announce, type ClockRecord, type Fact, fold, lateAfter, nextMoment, settle, withdraw } from './index.ts';

const LATE = lateAfter(1);
const filed = fact('request.submitted', '2026-11-20 10:00');
const asked = fact('work.information-requested', '2026-11-20 10:10');
const written = fact('request.message-received', '2026-11-20 12:00');
const due = msk('2026-11-20 10:30');

const known = (facts: readonly Fact[], before: ClockRecord | undefined, now: Instant, rule = answer) =>
  settle(before, only(fold(facts, rule, moscow)), {
    now,
    lateAfter: LATE,
    latestFact: facts.at(-1)?.at ?? now,
    terms: `${rule.within}`,
  });
const started = known([filed], undefined, filed.at);
const at = (millis: number) => (due + millis) as Instant;

describe('what is said when facts become known', () => {
  it('a start, a pause and going on are each scheduled once', () => {
    expect(started.says).toEqual([{ what: 'scheduled', at: filed.at }]);
    expect(known([filed], started.record, asked.at).says).toEqual([]);
    const paused = known([filed, asked], started.record, asked.at);
    expect(paused).toMatchObject({
      says: [{ what: 'scheduled', at: asked.at }],
      record: { state: 'paused', dueAt: null },
    });
    const on = known([filed, asked, written], paused.record, written.at);
    expect(on).toMatchObject({ says: [{ what: 'scheduled' }], record: { dueAt: msk('2026-11-20 12:20') } });
  });

  it('a stop in time is kept and nothing else', () => {
    const stop = fact('work.replied', '2026-11-20 10:20');
    expect(known([filed, stop], started.record, stop.at).says).toEqual([{ what: 'stopped', at: stop.at }]);
  });

  it.each([
    ['2026-11-20 10:31', 1_000, false],
    ['2026-11-20 11:00', 1_800_000, true],
  ])(
    'a stop after an expiry nobody announced announces it first (stopped %s, %i ms after due, late %s)',
    (when, ms, late) => {
      const stop = fact('work.replied', when);
      const { says, record } = known([filed, stop], started.record, at(ms));
      expect(says.map((say) => say.what)).toEqual(['expired', 'stopped']);
      expect(record).toMatchObject({ verdict: 'broken', expiredFor: due, late });
      expect(known([filed, stop], record, at(ms)).says).toEqual([]);
    },
  );

  it('a stop that happened in time but became known after the expiry is kept, and said so', () => {
    const expired = announce(started.record, at(0), LATE);
    const stop = fact('work.replied', '2026-11-20 10:29');
    const { says, record } = known([filed, stop], expired?.record, at(5_000));
    expect(says).toEqual([{ what: 'stopped', at: stop.at }]);
    expect(record.verdict).toBe('kept');
  });

  it('a pause that became known after the expiry arms the clock again', () => {
    const expired = announce(started.record, at(0), LATE);
    const again = known([filed, asked, written], expired?.record, written.at).record;
    expect(nextMoment(again)).toEqual({ at: msk('2026-11-20 12:20'), announce: 'expiry' });
    expect(again.late).toBe(false);
  });

  it('a verdict worked out anew is never dated before the one it replaces', () => {
    const later = fact('work.replied', '2026-11-20 10:25');
    const first = known([filed, later], started.record, later.at);
    const earlier = fact('work.replied', '2026-11-20 10:20');
    const { says, record } = settle(first.record, only(fold([filed, later, earlier], answer, moscow)), {
      now: later.at,
      lateAfter: LATE,
      latestFact: later.at,
      terms: first.record.terms,
    });
    expect(record.stoppedAt).toBe(earlier.at);
    expect(says).toEqual([{ what: 'stopped', at: later.at }]);
  });

  it('a run that no longer follows from the facts falls away once', () => {
    const gone = withdraw(started.record, at(0));
    expect(gone).toMatchObject({ says: [{ what: 'stopped' }], record: { verdict: 'cancelled', state: 'stopped' } });
    expect(withdraw(gone.record, at(1)).says).toEqual([]);
  });
});

describe('a regulation that changed in between', () => {
  const stricter = { ...answer, within: 20 * MINUTE };

  it('an open clock goes on under the new terms and says so', () => {
    const { says, record } = known([filed], started.record, filed.at, stricter);
    expect(says).toEqual([{ what: 'scheduled', at: filed.at }]);
    expect(record.dueAt).toBe(msk('2026-11-20 10:20'));
  });

  it('a stopped one keeps the verdict of its time, and what is announced anew is nothing', () => {
    const stop = fact('work.replied', '2026-11-20 10:25');
    const kept = known([filed, stop], started.record, stop.at);
    expect(known([filed, stop], kept.record, stop.at, stricter)).toEqual({ record: kept.record, says: [] });
  });

  it('unless a late fact moves its stop: then today’s terms decide', () => {
    const stop = fact('work.replied', '2026-11-20 10:25');
    const kept = known([filed, stop], started.record, stop.at);
    const earlier = fact('work.replied', '2026-11-20 10:22');
    expect(known([filed, earlier, stop], kept.record, stop.at, stricter).record.verdict).toBe('broken');
  });
});

describe('what is announced when time comes', () => {
  it('two warnings and one expiry, each once', () => {
    const heard: string[] = [];
    let record = started.record;
    for (let now = filed.at; now < at(60 * MINUTE); now = (now + 1_000) as Instant) {
      const said = announce(record, now, LATE);
      if (said === null) continue;
      heard.push(`${said.say.what} ${(now - filed.at) / MINUTE}`);
      record = said.record;
    }
    expect(heard).toEqual(['warned 18', 'warned 24', 'expired 30']);
    expect(record.late).toBe(false);
    expect(nextMoment(record)).toBeNull();
  });

  it('after a stop of the service: one warning for those that passed', () => {
    const said = announce(started.record, at(-MINUTE), LATE);
    expect(said?.say).toEqual({ what: 'warned', at: msk('2026-11-20 10:24') });
    expect(said && nextMoment(said.record)).toEqual({ at: due, announce: 'expiry' });
  });

  it.each([
    [0, false],
    [2_000, false],
    [2_001, true],
  ])('the expiry alone when it has passed, %i ms ago: late %s', (ms, late) => {
    const said = announce(started.record, at(ms), LATE);
    expect(said).toMatchObject({ say: { what: 'expired', at: due }, record: { late, warned: 2 } });
    expect(said && nextMoment(said.record)).toBeNull();
  });

  it('two real seconds are twenty minutes of a clock at speed 600, and never less than two seconds', () => {
    expect([lateAfter(600), lateAfter(1), lateAfter(0.5)]).toEqual([1_200_000, 2_000, 2_000]);
  });

  it('nothing while paused, stopped or without a target', () => {
    const silent = [
      known([filed, asked], undefined, due).record,
      known([filed, fact('work.replied', '2026-11-20 10:20')], undefined, due).record,
      { ...started.record, dueAt: null },
    ];
    expect(silent.map((record) => announce(record, at(MINUTE), LATE))).toEqual([null, null, null]);
  });
});
