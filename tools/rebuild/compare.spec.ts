import { daysThatDiffer, together } from './compare.ts';
import { firstDifference } from './figures.ts';

const day = (day: string, count: number, ids: string) => ({ tenant: 'ovk', day, count, ids });

test('rebuild: a day differs by its number of events, by which events they are, or by being there at all', () => {
  const one = [
    day('2026-11-01', 2, '30'),
    day('2026-11-02', 2, '30'),
    day('2026-11-03', 2, '30'),
    day('2026-11-04', 1, '1'),
  ];
  const other = [day('2026-11-01', 2, '30'), day('2026-11-02', 3, '30'), day('2026-11-03', 2, '31')];
  expect(daysThatDiffer(one, other).map((found) => found.day)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
});

test('rebuild: what several services said on a day is one count', () => {
  const huge = '9007199254740993';
  expect(together([day('2026-11-01', 2, huge), day('2026-11-02', 1, '1'), day('2026-11-01', 3, huge)])).toEqual([
    day('2026-11-01', 5, '18014398509481986'),
    day('2026-11-02', 1, '1'),
  ]);
});

test('rebuild: the first figure that differs is named by its path', () => {
  const one = { statistics: { open: 1, times: { answer: { p50: 4 } } } };
  const other = { statistics: { open: 1, times: { answer: { p50: 5 } } } };
  expect(firstDifference(one, other)).toBe('statistics.times.answer.p50: 4 → 5');
});
