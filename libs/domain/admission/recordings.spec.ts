import { regulationOf } from '@reglament/testing/regulations';
import { admitRecording } from './index.ts';

const MB = 1024 * 1024;
const hour = 3_600_000;
const rules = { clause: '1.1', maxBytes: 10 * MB, longestMs: hour };
const audio = (lengthMs: number | null) => ({ type: 'audio/mpeg', lengthMs });

test.each([
  ['the largest and longest', { bytes: 10 * MB, audio: audio(hour), kept: 99 }, []],
  ['one more than any request has', { bytes: 1, audio: audio(1), kept: 100 }, ['tooManyFiles']],
  ['a byte more', { bytes: 10 * MB + 1, audio: audio(1) }, ['fileTooLarge']],
  ['a millisecond longer', { bytes: 1, audio: audio(hour + 1) }, ['recordingTooLong']],
  ['nothing', { bytes: 0, audio: null }, ['emptyFile']],
  ['a picture', { bytes: 9, audio: null }, ['notAudio']],
  ['sound without an end', { bytes: 9, audio: audio(null) }, ['lengthUnknown']],
])('kuty 1.1: %s', (_, recorded, broken) => {
  expect(admitRecording(rules, { kept: 0, ...recorded }, 'uk').map(({ field, rule }) => [field, rule])).toEqual(
    broken.map((rule) => ['file', rule]),
  );
});

test('kuty 1.1: one hotline keeps recordings, the others do not', () => {
  const kept = ['kuty', 'ovk', 'edoc', 'initiative', 'kz-portal'].map((tenant) => regulationOf(tenant).recordings);
  expect(kept).toEqual([rules, null, null, null, null]);
});
