import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductionCalendar } from '../calendar/types.ts';
import { mistakeLine, parseRegulation } from './index.ts';

const folder = join(import.meta.dirname, '../../../regulations');
const calendar = (id: string): [string, ProductionCalendar] => [
  id,
  { id, source: 'test', completeThrough: 2026, days: new Map() },
];
const productionCalendars = new Map(['ru', 'kz', 'ua'].map(calendar));
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

describe('the regulations in the repository', () => {
  it.each(files)('%s loads without a mistake', (file) => {
    const loaded = parseRegulation(readFileSync(join(folder, file), 'utf8'), { file, productionCalendars });
    expect(loaded.ok ? [] : loaded.mistakes.map(mistakeLine)).toEqual([]);
  });
});
