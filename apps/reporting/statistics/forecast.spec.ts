import { forecastOf } from './forecast.ts';

/** A backlog that grows by two on each working day and falls by five on the sixth and the seventh. */
const steady = (days: number): number[] => {
  const backlog = [100];
  for (let day = 1; day <= days; day += 1) backlog.push((backlog.at(-1) ?? 0) + (day % 7 < 2 ? -5 : 2));
  return backlog;
};

test('forecast: a week that repeats itself is continued without an error', () => {
  const all = steady(77);
  expect(forecastOf(all.slice(0, 71))).toEqual({ days: all.slice(71, 78), error: 0, tried: 6 });
});

test('forecast: one strange day does not move it, but a method that failed says by how much', () => {
  const backlog = steady(70).map((open, day) => (day === 70 ? open + 30 : open));
  const forecast = forecastOf(backlog);
  expect(forecast?.days.at(-1)).toBe((backlog[70] ?? 0) + (steady(77)[77] ?? 0) - (steady(70)[70] ?? 0));
  expect(forecast?.error).toBe(30 / 6);
});

test('forecast: it never expects fewer than none, and of less than four weeks it says nothing', () => {
  expect(
    forecastOf(Array.from({ length: 50 }, (_, day) => Math.max(0, 60 - 2 * day)))?.days.every((n) => n === 0),
  ).toBe(true);
  expect(forecastOf(steady(27))).toBeNull();
});
