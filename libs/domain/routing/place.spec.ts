import { regulationBook } from '@reglament/testing/regulations';
import type { Instant } from '../time/index.ts';
import { estimateAnswer, type Served } from './index.ts';

const calendar = regulationBook().calendar('kz-portal');
const rule = { clause: '30-9', pace: 20, atLeast: 3 };
const at = (iso: string) => Date.parse(`${iso}+05:00`) as Instant;
const min = 60_000;

/** Answers of one morning, each `minutes` after the one before, all of them filed at nine. */
function answers(...minutes: number[]): Served[] {
  let answeredAt = at('2026-11-23T09:00');
  return minutes.map((each) => {
    answeredAt = (answeredAt + each * min) as Instant;
    return { since: at('2026-11-23T09:00'), answeredAt };
  });
}

test('kz-portal 30-9: at an even pace of ten minutes the third is answered in half an hour', () => {
  const estimate = estimateAnswer(3, answers(10, 10, 10, 10), at('2026-11-23T10:00'), calendar, rule);
  expect(estimate).toEqual({
    from: at('2026-11-23T10:30'),
    to: at('2026-11-23T10:30'),
    ...{ fromWork: 30 * min, toWork: 30 * min, answers: 3 },
  });
});

test('kz-portal 30-9: with too few answers nothing is estimated', () => {
  expect(estimateAnswer(1, answers(10, 10, 10), at('2026-11-23T10:00'), calendar, rule)).toBeNull();
  expect(estimateAnswer(1, [], at('2026-11-23T10:00'), calendar, rule)).toBeNull();
});

test('an uneven pace gives a range around the expectation, wider for those far behind', () => {
  const pace = answers(10, 5, 40, 5, 40, 5, 40);
  const near = estimateAnswer(1, pace, at('2026-11-23T12:00'), calendar, rule);
  const far = estimateAnswer(9, pace, at('2026-11-23T12:00'), calendar, rule);
  const width = (e: typeof near) => (e === null ? 0 : e.toWork - e.fromWork);
  expect(near?.fromWork).toBeLessThan(22.5 * min);
  expect(near?.toWork).toBeGreaterThan(22.5 * min);
  expect(width(far)).toBeGreaterThan(width(near));
  expect(width(far)).toBeLessThan(9 * width(near));
});

test('only working time counts: neither the night nor an hour without questions is service', () => {
  const night = [
    { since: at('2026-11-23T17:00'), answeredAt: at('2026-11-23T17:50') },
    { since: at('2026-11-23T17:00'), answeredAt: at('2026-11-24T09:00') },
    { since: at('2026-11-24T11:00'), answeredAt: at('2026-11-24T11:10') },
    { since: at('2026-11-24T11:00'), answeredAt: at('2026-11-24T11:20') },
  ];
  expect(estimateAnswer(1, night, at('2026-11-24T17:55'), calendar, rule)).toMatchObject({
    from: at('2026-11-25T09:05'),
    toWork: 10 * min,
  });
});

test('before opening the estimate begins when the hotline opens', () => {
  const estimate = estimateAnswer(1, answers(10, 10, 10, 10), at('2026-11-28T12:00'), calendar, rule);
  expect(estimate?.to).toBe(at('2026-11-30T09:10'));
});
