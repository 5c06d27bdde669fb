import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf, type EventDefinition, events } from './index.ts';

const folder = join(import.meta.dirname, 'golden');
const samples = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const all: readonly EventDefinition[] = events;

test('every event version has a golden sample, and no sample has lost its version', () => {
  expect(samples.toSorted()).toEqual(all.map((e) => e.type).toSorted());
});

test.each(samples)('%s: the sample once published is still understood, nothing added and nothing lost', (type) => {
  const sample: unknown = JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8'));
  expect(definitionOf(type)?.payload.parse(sample)).toEqual(sample);
});

test('an event is published by the service that its name belongs to', () => {
  const owner = {
    request: 'intake',
    work: 'routing',
    clock: 'sla',
    staff: 'gateway',
    regulation: 'gateway',
    incident: 'routing',
    complaint: 'intake',
    call: 'intake',
    caller: 'intake',
    'question-group': 'reporting',
    article: 'intake',
    requester: 'intake',
  } as Record<string, string>;
  for (const e of all) expect(e.source).toBe(owner[e.type.split('.')[0] ?? '']);
});
