import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseProductionCalendar, prepare } from '@reglament/domain/calendar';
import { parseRegulation, sentenceOf } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';

const root = path.join(import.meta.dirname, '../..');
const kz = parseProductionCalendar('kz', readFileSync(path.join(root, 'regulations/calendars/kz.csv'), 'utf8'));
if (!kz.ok) throw new Error('the production calendar kz does not load');
const productionCalendars = new Map([['kz', kz.calendar]]);

const guide = readFileSync(path.join(root, 'docs/guides/write-a-regulation.md'), 'utf8');
const example = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml).join('\n');
const load = (text: string) => parseRegulation(text, { file: 'regulations/library.yaml', productionCalendars });

/** The guide shows one letter in full; the others are alike. */
const letters = ['replied', 'information-requested', 'resolved', 'cancelled', 'declined']
  .map((kind) => `  ${kind}: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{name}', kk: '{name}' } }`)
  .join('\n');

describe('docs/guides/write-a-regulation.md', () => {
  test('its example is a whole regulation, but for the letters it leaves to the reader', () => {
    const loaded = load(example);
    const sentences = loaded.ok ? [] : loaded.mistakes.map((mistake) => sentenceOf(mistake, 'en'));
    expect(sentences).toHaveLength(5);
    for (const sentence of sentences) expect(sentence).toMatch(/^The letter `[a-z-]+` has no template\.$/);
  });

  test('a sixth hotline joins from a file alone: two intervals a day, a Saturday past midnight, days of its own', () => {
    const loaded = load(`${example}${letters}\n`);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
    const calendar = prepare(loaded.regulation.calendar);
    const at = (iso: string): Instant => Temporal.Instant.from(iso).epochMilliseconds as Instant;
    const [clock] = loaded.regulation.clocks;
    const due = (from: string) =>
      Temporal.Instant.fromEpochMilliseconds(calendar.add(at(from), clock?.within ?? 0))
        .toZonedDateTimeISO('Asia/Almaty')
        .toPlainDateTime()
        .toString();
    expect(due('2026-12-02T12:30:00+05:00')).toBe('2026-12-02T14:30:00');
    expect(due('2026-12-06T01:30:00+05:00')).toBe('2026-12-07T10:30:00');
    expect(due('2026-12-30T14:30:00+05:00')).toBe('2027-01-05T10:30:00');
  });

  test('two lunch breaks, and hours past midnight, are a matter of the file too', () => {
    const hours = 'mon-fri: 10:00-13:00, 14:00-19:00';
    expect(example).toContain(hours);
    const twoBreaks = `mon-fri: 10:00-02:00\n  breaks: { mon-fri: '12:00-12:30, 18:00-18:45' }\n  # `;
    const loaded = load(`${example.replace(hours, twoBreaks).replace(/\n {4}sat: .*/, '')}${letters}\n`);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
    const calendar = prepare(loaded.regulation.calendar);
    const due = (from: string, minutes: number) =>
      Temporal.Instant.fromEpochMilliseconds(
        calendar.add(Temporal.Instant.from(from).epochMilliseconds as Instant, minutes * 60_000),
      )
        .toZonedDateTimeISO('Asia/Almaty')
        .toPlainDateTime()
        .toString();
    // Both breaks lie between: 2 h + 5.5 h + 15 min.
    expect(due('2026-12-02T10:00:00+05:00', 465)).toBe('2026-12-02T19:00:00');
    // Through midnight, and from the end of the night to the next morning.
    expect(due('2026-12-02T23:30:00+05:00', 60)).toBe('2026-12-03T00:30:00');
    expect(due('2026-12-03T01:30:00+05:00', 60)).toBe('2026-12-03T10:30:00');
    // Friday's hours run into Saturday, and Saturday has none of its own.
    expect(due('2026-12-05T01:30:00+05:00', 60)).toBe('2026-12-07T10:30:00');
  });
});
