import fc from 'fast-check';
import type { Regulation } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { answer, callBack, MINUTE, moscow, msk, on, ownDeadline } from './clock.samples.ts';
import { explain, type Fact, fold, foldRequest } from './index.ts';

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
describe(`properties of the fold (seed ${seed})`, () => {
  const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 10_000), seed };
  // Passing tests are not named in a run of many files, and a run that cannot be repeated proves little.
  process.stderr.write(`properties of the fold: ${runs.numRuns} cases each, seed ${seed}\n`);
  const kinds = [
    'request.submitted',
    'work.reopened',
    'work.replied',
    'work.cancelled',
    'work.information-requested',
    'work.resumed',
    'work.call-attempted',
    'work.assigned',
    'work.deadline-set',
    'work.resolved',
  ];
  const someFacts = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...kinds),
      // Few moments in two days, so that many facts fall together.
      at: fc.nat(96).map((n) => (msk('2026-11-20 09:00') + n * 30 * MINUTE) as Instant),
      data: fc.record({
        outcome: fc.constantFrom('no-answer', 'busy', 'answered'),
        // Before and after the fact itself, in working hours and outside.
        dueAt: fc.nat(120).map((n) => new Date(msk('2026-11-20 08:00') + n * 45 * MINUTE).toISOString()),
      }),
    }),
    { selector: (one) => one.id, maxLength: 14 },
  );
  const someRule = fc.constantFrom(
    answer,
    callBack,
    { ...answer, restart: 'anew' as const },
    ownDeadline,
    { ...ownDeadline, time: 'elapsed' as const, restart: 'keep' as const },
    { ...answer, within: null },
  );

  it('order of arrival and repetition change nothing', () => {
    fc.assert(
      fc.property(someFacts, someRule, fc.infiniteStream(fc.nat()), (facts, rule, order) => {
        const mixed = [...facts, ...facts.slice(0, 3)]
          .map((one) => ({ one, place: order.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one);
        expect(fold(mixed, rule, moscow)).toEqual(fold(facts, rule, moscow));
      }),
      runs,
    );
  });

  it('runs follow one another, only the last may be open, and time counted never passes what the calendar has', () => {
    fc.assert(
      fc.property(someFacts, someRule, (facts, rule) => {
        const clocks = fold(facts, rule, moscow);
        let previous = 0;
        for (const [index, { run, state, pauses }] of clocks.entries()) {
          expect(run).toBe(index + 1);
          expect(state.startedAt).toBeGreaterThanOrEqual(previous);
          if (state.state !== 'stopped') {
            expect(index).toBe(clocks.length - 1);
            continue;
          }
          previous = state.stoppedAt;
          const paused = pauses.reduce(
            (sum, pause) => sum + moscow.between(pause.from, pause.to ?? state.stoppedAt),
            0,
          );
          const whole =
            rule.time === 'working'
              ? moscow.between(state.startedAt, state.stoppedAt)
              : state.stoppedAt - state.startedAt;
          expect(state.counted).toBe(whole - (rule.time === 'working' ? paused : 0));
        }
      }),
      runs,
    );
  });

  it('an explanation has no gaps and its counted time is the target', () => {
    fc.assert(
      fc.property(someFacts, someRule, (facts, rule) => {
        const now = msk('2026-12-01 12:00');
        for (const clock of fold(facts, rule, moscow)) {
          const explanation = explain(clock, moscow, now);
          let here = explanation.startedAt;
          for (const span of explanation.spans) {
            expect(span.from).toBe(here);
            here = span.to;
          }
          if (explanation.dueAt !== null) {
            // A moment may be set that lies before the fact: then there is nothing to account for.
            expect(here).toBe(Math.max(explanation.dueAt, explanation.startedAt));
            expect(explanation.counted).toBe(explanation.within);
          }
        }
      }),
      runs,
    );
  });

  const categories = new Map(
    ['reference', 'failure', 'other'].map((kind) => [kind, { id: kind, kind }] as const),
  ) as unknown as Regulation['categories'];
  const clocks = [
    answer,
    {
      ...answer,
      id: 'restoration',
      applies: { ...answer.applies, kinds: ['failure'] },
      stopsOn: [on('work.resolved')],
    },
    { ...callBack, applies: { ...answer.applies, kinds: [] } },
    { ...ownDeadline, applies: { ...answer.applies, kinds: ['failure', 'other'] } },
  ];
  const regulation = { clocks, categories, clientCategories: [] };
  const submitted = { category: 'reference', channel: 'web', clientCategory: null };
  const changes = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      kind: fc.constant('work.reclassified'),
      at: fc.nat(96).map((n) => (msk('2026-11-20 09:00') + n * 30 * MINUTE) as Instant),
      data: fc.record({
        category: fc.constantFrom('reference', 'failure', 'other'),
        clientCategory: fc.constant(null),
      }),
    }),
    { selector: (one) => one.id, maxLength: 4 },
  );

  it('edoc 3: changed midway, in whatever order the facts arrive, the clocks are the same', () => {
    fc.assert(
      fc.property(someFacts, changes, fc.infiniteStream(fc.nat()), (facts, changed, order) => {
        const all: Fact[] = [...facts, ...changed];
        const mixed = [...all, ...all.slice(0, 3)]
          .map((one) => ({ one, place: order.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one);
        expect(foldRequest(regulation, submitted, mixed, moscow)).toEqual(
          foldRequest(regulation, submitted, all, moscow),
        );
      }),
      runs,
    );
  });

  it('edoc 3: only rules of the last classification are open; changed to what it is already, nothing changes', () => {
    fc.assert(
      fc.property(someFacts, changes, (facts, changed) => {
        const all: Fact[] = [...facts, ...changed];
        const last = [...changed].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1);
        const kind = last?.data.category ?? 'reference';
        for (const { rule, state } of foldRequest(regulation, submitted, all, moscow)) {
          if (state.state === 'stopped') continue;
          expect([rule.id, rule.applies.kinds.length === 0 || rule.applies.kinds.includes(kind)]).toEqual([
            rule.id,
            true,
          ]);
        }
        const same = changed.map((one) => ({ ...one, data: { category: 'reference', clientCategory: null } }));
        expect(foldRequest(regulation, submitted, [...facts, ...same], moscow)).toEqual(
          foldRequest(regulation, submitted, facts, moscow),
        );
      }),
      runs,
    );
  });
});
