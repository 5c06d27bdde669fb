import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProductionCalendar } from '../calendar/index.ts';
import { mistakeLine, parseRegulation } from './index.ts';

const folder = join(import.meta.dirname, '../../../regulations');
const productionCalendars = new Map(
  ['ru', 'kz', 'ua'].map((id) => {
    const parsed = parseProductionCalendar(id, readFileSync(join(folder, 'calendars', `${id}.csv`), 'utf8'));
    if (!parsed.ok) throw new Error(`the production calendar ${id} does not load`);
    return [id, parsed.calendar];
  }),
);
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

describe('the regulations in the repository', () => {
  it.each(files)('%s loads without a mistake', (file) => {
    const loaded = parseRegulation(readFileSync(join(folder, file), 'utf8'), { file, productionCalendars });
    expect(loaded.ok ? [] : loaded.mistakes.map(mistakeLine)).toEqual([]);
  });
});
