import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { definitionOf, type EventDefinition, events, eventWords, withoutWords } from './index.ts';

const all: readonly EventDefinition[] = events;
const sampleOf = (type: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'golden', `${type}.json`), 'utf8'));

/** Names under which people's words stand in payloads. */
const WORDY = ['text', 'note', 'summary', 'question', 'because', 'reason', 'ground', 'briefing', 'comment'];
/** The same names where an id of the regulation, the staff's own decision or the regulation itself stands. */
const NO_WORDS = new Set([
  'request.erased.v1 because',
  'regulation.day-changed.v1 reason',
  'requester.blocked.v1 ground',
  'regulation.published.v1 text',
  'work.assigned.v1 reason',
  'work.cancelled.v1 reason',
  'work.declined.v1 reason',
  'work.postponed.v1 reason',
  'work.postponement-ended.v1 because',
  'work.resumed.v1 because',
]);

test.each([...eventWords.keys()])('%s: without words it is still what its version promises', (type) => {
  const blank = withoutWords(type, sampleOf(type));
  expect(definitionOf(type)?.payload.parse(blank)).toEqual(blank);
  expect(withoutWords(type, blank)).toEqual(blank);
});

test('no event keeps words that erasing a person would miss', () => {
  const missed = all.flatMap(({ type, payload }) => {
    const fields = payload instanceof z.ZodObject ? Object.keys(payload.shape) : [];
    return fields.filter(
      (field) => WORDY.includes(field) && !(field in (eventWords.get(type) ?? {})) && !NO_WORDS.has(`${type} ${field}`),
    );
  });
  expect(missed).toEqual([]);
});

test('an event without words is left as it is', () => {
  const payload = { requestId: 'x' };
  expect(withoutWords('work.queued.v1', payload)).toBe(payload);
});
