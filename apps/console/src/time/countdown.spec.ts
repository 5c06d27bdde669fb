import { clockFace, remaining } from './countdown.ts';

describe('a clock on the moderator’s screen', () => {
  const due = 300_000;
  test.each([
    [0, 240_000, 'normal', 300],
    [239_999, 240_000, 'normal', 61],
    [240_000, 240_000, 'warned', 60],
    [299_999, 240_000, 'warned', 1],
    [300_000, 240_000, 'expired', 0],
    [345_000, 240_000, 'expired', -45],
    [299_000, null, 'normal', 1],
  ] as const)('at %i ms with a warning at %p it is %s', (now, warnAt, tone, seconds) => {
    expect(remaining(now, due, warnAt)).toEqual({ tone, seconds });
  });

  test.each([
    [299, '4:59'],
    [60, '1:00'],
    [5, '0:05'],
    [0, '0:00'],
    [-45, '−0:45'],
    [3600, '1:00:00'],
    [-3725, '−1:02:05'],
  ])('%i seconds read %s', (seconds, face) => {
    expect(clockFace(seconds)).toBe(face);
  });
});
