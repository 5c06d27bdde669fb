import type { ToldLine } from '../store/whole-trail.ts';
import { inParts } from './disclosures.ts';

const line = (note: string): ToldLine => ({
  at: '2026-11-23T08:15:00.000Z',
  verb: 'log-call',
  by: { kind: 'staff', id: 'a', name: 'A' },
  detail: { note },
});

test('kuty 1.3: a long trail is told in parts that fit, in its order and whole', () => {
  const lines = Array.from({ length: 50 }, (_, place) => line(`${place} ${'я'.repeat(place * 10)}`));
  const parts = inParts(lines, 2_000);
  expect(parts.flat()).toEqual(lines);
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part)) < 2_500 || part.length === 1).toBe(true);
  expect(inParts([line('x'.repeat(5_000)), line('y')], 2_000).map((part) => part.length)).toEqual([1, 1]);
  expect(inParts([], 2_000)).toEqual([[]]);
});
