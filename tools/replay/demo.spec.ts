import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { admit, withDefaults } from '@reglament/domain/admission';
import { parseProductionCalendar } from '@reglament/domain/calendar';
import { parseRegulation, type Regulation } from '@reglament/domain/regulation';
import { demoPlan } from './demo-plan.ts';
import { forbiddenDeed } from './life-cycle.samples.ts';

const root = path.join(import.meta.dirname, '../..');
const folder = path.join(root, 'regulations');
const productionCalendars = new Map(
  ['ru', 'kz', 'ua'].map((id) => {
    const parsed = parseProductionCalendar(id, readFileSync(path.join(folder, 'calendars', `${id}.csv`), 'utf8'));
    if (!parsed.ok) throw new Error(`the production calendar ${id} does not load`);
    return [id, parsed.calendar];
  }),
);
const regulations = new Map<string, Regulation>(
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const loaded = parseRegulation(readFileSync(path.join(folder, file), 'utf8'), { file, productionCalendars });
      if (!loaded.ok) throw new Error(`${file} does not load`);
      return [loaded.regulation.tenant, loaded.regulation];
    }),
);

describe('the demo day', () => {
  const plan = demoPlan(path.join(root, 'demo', 'requests.jsonl'), null);

  test('has at least a hundred requests over all hotlines, in four languages', () => {
    expect(plan.cases.length).toBeGreaterThanOrEqual(100);
    expect(new Set(plan.cases.map((one) => one.hotline))).toEqual(new Set(regulations.keys()));
    expect(new Set(plan.cases.map((one) => one.submission.language))).toEqual(new Set(['ru', 'uk', 'kk', 'en']));
  });

  test.each(plan.cases.map((one) => [one.key, one] as const))(
    '%s is admitted and lives as the life cycle allows',
    (_, one) => {
      const regulation = regulations.get(one.hotline);
      if (!regulation) throw new Error(`there is no hotline ${one.hotline}`);
      const { clientCategory = null, product = null, fields = {}, requester, ...rest } = one.submission;
      const contacts = { name: requester.name, email: requester.email ?? null, phone: requester.phone ?? null };
      const submission = {
        ...rest,
        clientCategory,
        product,
        fields,
        requester: contacts,
        acceptedRules: regulation.edition.id,
        attachments: [],
      };
      // The replay shows the instructions before a chat.
      const led = { verified: false, chat: 'led' } as const;
      expect(admit(regulation, withDefaults(regulation, submission), led)).toMatchObject({ admitted: true });
      expect(forbiddenDeed(one.steps.map(({ deed }) => deed))).toBeNull();
      for (const { deed } of one.steps) {
        if (deed.do === 'cancel' || deed.do === 'decline') {
          const reason = regulation.reasons.find(({ id }) => id === deed.reason);
          expect(reason?.use).toBe(deed.do);
        }
        if (deed.do === 'hand-over') expect(regulation.vendors.map(({ id }) => id)).toContain(deed.vendor);
      }
      const times = one.steps.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    },
  );
});
