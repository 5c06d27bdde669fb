import { readOptions, UsageError } from './options.ts';

const NOW = '2026-11-22T06:00:00Z';
const read = (...args: string[]) => readOptions(args, '/home/person', NOW);

test('without options: port 8080, the folder .reglament, one instance, real time', () => {
  expect(read()).toEqual({
    port: 8080,
    isPortAsked: false,
    data: '/home/person/.reglament',
    fresh: false,
    json: false,
    instances: 1,
  });
});

test.each([
  [['--clock', '2026-11-02T09:00+03:00', '--speed', '600'], { start: '2026-11-02T06:00:00Z', speed: 600 }],
  [['--clock', '2026-11-02T09:00+03:00'], { start: '2026-11-02T06:00:00Z', speed: 1 }],
  [['--speed', '60'], { start: NOW, speed: 60 }],
  [['--speed', '1'], undefined],
])('%j sets the clock', (args, clock) => {
  expect(read(...args).clock).toEqual(clock);
});

test.each([
  [['--clock', '2026-11-02T09:00'], /--clock needs a time with offset/],
  [['--speed', '0'], /--speed must be a number above 0/],
  [['--speed', 'fast'], /--speed must be a number/],
  [['--port', '70000'], /--port must be a whole number from 0 to 65535/],
  [['--instances', '1.5'], /--instances must be a whole number/],
  [['--prot', '8080'], /--prot/],
  [['stray'], /stray/],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => read(...args)).toThrow(UsageError);
  expect(() => read(...args)).toThrow(sentence);
});
