import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProductionCalendar } from '../calendar/index.ts';
import { mistakeLine, parseRegulation, type Regulation } from './index.ts';

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

const load = (tenant: string): Regulation => {
  const file = `${tenant}.yaml`;
  const loaded = parseRegulation(readFileSync(join(folder, file), 'utf8'), { file, productionCalendars });
  if (!loaded.ok) throw new Error(loaded.mistakes.map(mistakeLine).join('\n'));
  return loaded.regulation;
};
const clock = (regulation: Regulation, id: string) => regulation.clocks.find((rule) => rule.id === id);
const minutes = 60_000;
const hours = 3_600_000;

describe('what the five regulations say', () => {
  const [ovk, initiative, edoc, portal, kuty] = ['ovk', 'initiative', 'edoc', 'kz-portal', 'kuty'].map(load) as [
    Regulation,
    Regulation,
    Regulation,
    Regulation,
    Regulation,
  ];

  test.each([
    ['ovk', 18],
    ['initiative', 11],
    ['edoc', 17],
    ['kz-portal', 19],
    ['kuty', 16],
  ])('%s: all %i clauses are written out in every language of the tenant', (tenant, count) => {
    const { clauses, languages } = load(tenant);
    expect(clauses.size).toBe(count);
    for (const clause of clauses.values()) expect(Object.keys(clause.text).sort()).toEqual([...languages].sort());
  });

  test('ovk 1.3: Monday to Friday 9:00–18:00 by the Russian production calendar', () => {
    expect(ovk.calendar.timeZone).toBe('Europe/Moscow');
    expect(Object.keys(ovk.calendar.week)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri']);
    expect(ovk.calendar.exceptions.get('2026-11-04')?.hours).toEqual([]);
    expect(ovk.calendar.exceptions.get('2024-04-27')?.hours).toEqual([{ fromMinute: 540, toMinute: 1080 }]);
  });

  test('ovk 2.2: several forms, one hotline', () => {
    expect(ovk.entryPoints.filter((entry) => entry.channel === 'web').length).toBeGreaterThan(1);
  });

  test.each([
    ['ovk', '2.3', 'placement', 3, 'elapsed'],
    ['ovk', '2.4', 'moderation', 5, 'working'],
    ['ovk', '2.7', 'answer', 30, 'working'],
    ['ovk', '2.8', 'restoration', 60, 'working'],
    ['ovk', '2.9', 'call-back', 30, 'working'],
    ['initiative', '2.2', 'placement', 3, 'elapsed'],
    ['initiative', '2.4', 'answer', 30, 'working'],
    ['initiative', '2.5', 'restoration', 60, 'working'],
    ['edoc', '15', 'silence', 480, 'working'],
  ])('%s %s: the clock `%s` gives %i minutes of %s time', (tenant, clause, id, target, time) => {
    expect(clock(load(tenant), id)).toMatchObject({ clause, within: target * minutes, time });
  });

  test('ovk 2.4: a warning before and an escalation after', () => {
    expect(clock(ovk, 'moderation')).toMatchObject({
      warnAt: [0.6, 0.8],
      onExpiry: [{ do: 'escalate', to: 'manager' }],
    });
  });

  test('ovk 2.6, initiative 2.3: questions beyond support may go to the developer of the system', () => {
    for (const regulation of [ovk, initiative]) {
      const beyond = [...regulation.categories.values()].filter((category) => category.outOfScope !== null);
      expect(beyond.map((category) => category.outOfScope?.vendor)).toEqual(['developer']);
      expect(regulation.vendors).toMatchObject([{ id: 'developer', contracted: true }]);
    }
  });

  test('ovk 2.9: the third unanswered call cancels, the second comes 30 minutes later', () => {
    expect(ovk.calls).toMatchObject({ clause: '2.9', attempts: 3, repeatAfter: 30 * minutes, reason: 'unreachable' });
    expect(ovk.reasons.find((reason) => reason.id === 'unreachable')).toMatchObject({
      use: 'cancel',
      chosenBy: 'platform',
    });
  });

  test('edoc 3: targets differ by client and by kind of request', () => {
    expect(edoc.clocks.filter((rule) => rule.id.startsWith('response.'))).toHaveLength(12);
    expect(clock(edoc, 'response.partner.consultation')?.within).toBe(30 * minutes);
    expect(clock(edoc, 'response.guest.consultation')).toMatchObject({
      within: 4 * hours,
      applies: { kinds: ['consultation'], clientCategories: ['guest'] },
    });
    expect(clock(edoc, 'resolution.guest.error')?.within).toBe(3 * 9 * hours);
  });

  test('edoc 8: a change is not proposed on the telephone', () => {
    expect(edoc.categories.get('proposal')?.channels).not.toContain('phone');
  });

  test('edoc 15: the prescribed words, in both languages', () => {
    expect(edoc.silence).toMatchObject({ within: 8 * hours, wording: { ru: 'ответ от клиента не получен' } });
    expect(edoc.silence?.wording.kk).toBeTruthy();
  });

  test('kz-portal 30-8: no calls, and the caller is told where to write', () => {
    expect(portal.channels.get('phone')).toMatchObject({ open: false, clause: '30-8' });
    expect(portal.channels.get('phone')?.refusal?.kk).toBeTruthy();
    expect(portal.phone).toBeNull();
  });

  test('kz-portal 30-9: no target, in order of arrival', () => {
    expect(portal.queueOrder).toBe('arrival');
    expect(portal.clocks.map((rule) => rule.within)).toEqual([null]);
  });

  test('kuty 2.2: a caller is verified by surname, first name and key phrase', () => {
    expect(kuty.verification?.asks.map((ask) => ask.id)).toEqual(['surname', 'first-name', 'key-phrase']);
  });

  test.each(['2.3', '2.4', '2.5', '2.7'])('kuty %s: such a request is declined by that clause', (clause) => {
    const categories = [...kuty.categories.values()].filter((category) => category.outOfScope?.clause === clause);
    expect(categories).toHaveLength(1);
    expect(kuty.reasons.some((reason) => reason.use === 'decline' && reason.clause === clause)).toBe(true);
  });
});
