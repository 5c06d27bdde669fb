import { readFileSync } from 'node:fs';
import { prepare } from '../calendar/index.ts';
import { answer, MINUTE, msk } from '../clock/clock.samples.ts';
import type { Fact } from '../clock/index.ts';
import { changeText, type Regulation } from '../regulation/index.ts';
import type { Instant } from '../time/index.ts';
import { compare, judge, NAMED, summarise, Tally } from './index.ts';

const category = { id: 'how', kind: 'reference' } as never;
const regulationWith = (within: number): Regulation =>
  ({
    clocks: [{ ...answer, within: within * MINUTE, time: 'elapsed' }],
    categories: new Map([['how', category]]),
    clientCategories: [],
  }) as never;
const always = prepare({ id: 'always', timeZone: 'UTC', week: {}, exceptions: new Map() });

/** Rules that no changed day concerns. */
const under = (regulation: Regulation) => {
  const version = { regulation, calendar: always };
  return () => version;
};

const START = msk('2026-11-20 10:00');
/** A request that was answered so many minutes after it came; null: never. */
const request = (minutes: number | null) => {
  const fact = (kind: string, after: number): Fact => ({
    id: `${kind}-${after}`,
    kind,
    at: (START + after * MINUTE) as Instant,
    data: {},
  });
  const facts = [fact('request.submitted', 0), ...(minutes === null ? [] : [fact('work.replied', minutes)])];
  return { category: 'how', channel: 'web', clientCategory: null, facts };
};
const LATER = (START + 600 * MINUTE) as Instant;
const outcomesOf = (answered: readonly (number | null)[], before: number, after: number) => {
  const tally = new Tally();
  answered.forEach((minutes, index) => {
    const [was, would] = [before, after].map((within) => judge(request(minutes), under(regulationWith(within)), LATER));
    tally.add({ requestId: `r${index}`, number: String(index) }, compare(was ?? [], would ?? []));
  });
  return tally.outcomes();
};

test('the same regulation changes nothing: every promise ends as it ended', () => {
  const outcomes = outcomesOf([5, 25, 31, null], 30, 30);
  expect(outcomes.every(({ before, after, moved }) => before === after && moved.length === 0)).toBe(true);
  expect(Object.fromEntries(outcomes.map(({ before, count }) => [before, count]))).toEqual({ kept: 2, broken: 2 });
});

test('thirty minutes become twenty: those answered between the two are broken, and a plain count says the same', () => {
  const answered = Array.from({ length: 60 }, (_, minute) => minute);
  const [summary] = summarise(outcomesOf(answered, 30, 20), ['answer']);
  const within = (limit: number) => answered.filter((minutes) => minutes <= limit).length;
  expect(summary?.before).toMatchObject({ kept: within(30), broken: 60 - within(30) });
  expect(summary?.after).toMatchObject({ kept: within(20), broken: 60 - within(20) });
  expect(summary?.changes).toMatchObject([{ before: 'kept', after: 'broken', count: within(30) - within(20) }]);
  expect(summary?.changes[0]?.moved[0]).toEqual({
    requestId: 'r21',
    number: '21',
    run: 1,
    dueBefore: START + 30 * MINUTE,
    dueAfter: START + 20 * MINUTE,
  });
});

test('a promise that only one of the two regulations makes stands against none', () => {
  const none = { ...regulationWith(30), clocks: [] };
  const was = judge(request(5), under(regulationWith(30)), LATER);
  const would = judge(request(5), under(none), LATER);
  expect(compare(was, would)).toEqual([{ rule: 'answer', run: 1, before: was[0], after: null }]);
  expect(compare(would, was)).toEqual([{ rule: 'answer', run: 1, before: null, after: was[0] }]);
});

test('a promise that still runs is open until it is due, and broken from then on', () => {
  const at = (minutes: number) =>
    judge(request(null), under(regulationWith(30)), (START + minutes * MINUTE) as Instant);
  expect([at(29), at(30)].map(([promise]) => promise?.verdict)).toEqual(['open', 'broken']);
});

test('parts of a history add up to the whole, and the names behind a number are bounded', () => {
  const answered = Array.from({ length: 250 }, () => 25);
  const whole = outcomesOf(answered, 30, 20);
  const tally = new Tally();
  tally.merge(outcomesOf(answered.slice(0, 120), 30, 20));
  tally.merge(outcomesOf(answered.slice(120), 30, 20));
  expect(tally.outcomes().map(({ count }) => count)).toEqual(whole.map(({ count }) => count));
  expect(whole[0]?.moved).toHaveLength(NAMED);
  expect(tally.outcomes()[0]?.moved).toHaveLength(NAMED);
});

test('a value of the text is changed and everything else stays as its author wrote it', () => {
  const text = readFileSync(new URL('../../../regulations/ovk.yaml', import.meta.url), 'utf8');
  const changed = changeText(text, [
    { at: ['clocks', 'answer', 'within'], to: '20 min' },
    { at: ['calendar', 'breaks', 'mon-fri'], to: '13:00-14:00' },
  ]);
  if (!changed.ok) throw new Error('not changed');
  const lines = (one: string) => new Set(one.split('\n').map((line) => line.trim().replaceAll('"', '')));
  const [before, after] = [lines(text), lines(changed.text)];
  expect([...after].filter((line) => !before.has(line))).toEqual(
    expect.arrayContaining(['within: 20 min', 'breaks:', 'mon-fri: 13:00-14:00']),
  );
  expect(changed.text).toContain('# Горячая линия ОВК Груп.');
  expect(changeText(text, [{ at: ['tenant', 'name'], to: 'x' }])).toEqual({ ok: false, at: ['tenant', 'name'] });
});
