import { regulationBook, regulationOf } from '@reglament/testing/regulations';
import type { Instant } from '../time/index.ts';
import { admit, promises, type Submission } from './index.ts';

const ovk = regulationOf('ovk');
const portal = regulationOf('kz-portal');

/** A submission that the tenant's regulation admits: its first web form, its first category in scope, all it asks for. */
function fitting(regulation: typeof ovk): Submission {
  const entry = regulation.entryPoints.find((e) => e.channel === 'web');
  const category = [...regulation.categories.values()].find((c) => !c.outOfScope);
  if (!entry || !category) throw new Error(`${regulation.tenant} has no plain web form`);
  return {
    channel: 'web',
    entryPoint: entry.id,
    category: category.id,
    clientCategory: null,
    product: null,
    language: regulation.languages[0],
    requester: { name: 'Вера Смирнова', email: 'vera@example.org', phone: null },
    text: 'Не могу войти в программу после обновления.',
    fields: Object.fromEntries(category.fields.map((f) => [f.id, f.choices[0]?.id ?? 'сведения'])),
    acceptedRules: regulation.edition.id,
    attachments: [],
  };
}

const rulesOf = (admission: ReturnType<typeof admit>): string[] =>
  !admission.admitted && admission.code === 'invalid-submission'
    ? admission.faults.map((f) => `${f.field} ${f.rule}`)
    : [];

describe('what a regulation admits', () => {
  test.each(
    regulationBook()
      .all()
      .map((r) => r.tenant),
  )('%s: its own web form is admitted', (tenant) => {
    const regulation = regulationOf(tenant);
    expect(admit(regulation, fitting(regulation))).toMatchObject({ admitted: true });
  });

  test('kz-portal 30-8: a call is refused by the clause, in the language of the caller', () => {
    const phone = { ...fitting(portal), channel: 'phone' as const };
    const [ru, kk] = (['ru', 'kk'] as const).map((language) => admit(portal, { ...phone, language }));
    expect(ru).toMatchObject({ admitted: false, code: 'channel-closed', clause: '30-8' });
    expect(kk).toMatchObject({ admitted: false, code: 'channel-closed', clause: '30-8' });
    expect(ru).not.toEqual(kk);
  });

  test('ovk 1.5: a call on the hotline is admitted', () => {
    const line = ovk.entryPoints.find((e) => e.channel === 'phone');
    const call = { ...fitting(ovk), channel: 'phone' as const, entryPoint: line?.id ?? '' };
    expect(admit(ovk, { ...call, requester: { ...call.requester, phone: '+79161234567' } })).toMatchObject({
      admitted: true,
    });
  });

  test('kuty 2.2: by telephone only a verified caller is advised on an own application; anybody may write, or report a failure', () => {
    const kuty = regulationOf('kuty');
    const call = { ...fitting(kuty), channel: 'phone' as const, entryPoint: 'support-line', fields: {} };
    const about = (category: string, verified = false) => admit(kuty, { ...call, category }, { verified, chat: null });
    for (const category of ['application', 'own-data']) {
      expect(about(category)).toMatchObject({ admitted: false, code: 'caller-not-verified', clause: '2.2' });
      expect(about(category, true)).toMatchObject({ admitted: true });
      expect(admit(kuty, { ...fitting(kuty), category, fields: {} })).toMatchObject({ admitted: true });
    }
    for (const category of ['registration', 'failure', 'legal'])
      expect(about(category)).toMatchObject({ admitted: true });
  });

  test('kz-portal 30-16: a chat begins with the instructions, whoever files it and whatever channel they name', () => {
    const entryPoint = portal.entryPoints.find((e) => e.channel === 'chat')?.id ?? '';
    const channels = new Map([...portal.channels, ['api', { open: true, clause: '30-8', refusal: null }] as const]);
    const filed = (channel: 'chat' | 'api', chat: 'led' | 'unknown' | null, rules = portal) =>
      admit({ ...rules, channels }, { ...fitting(rules), channel, entryPoint }, { verified: false, chat });
    for (const channel of ['chat', 'api'] as const) {
      for (const chat of ['unknown', null] as const)
        expect(filed(channel, chat)).toMatchObject({ code: 'chat-without-instructions', clause: '30-16' });
      expect(filed(channel, 'led')).toMatchObject({ admitted: true });
    }
    const plain = { ...portal, chat: portal.chat && { ...portal.chat, instructions: null } };
    expect(filed('chat', null, plain)).toMatchObject({ admitted: true });
    expect(filed('chat', 'unknown', plain)).toMatchObject({ code: 'chat-without-instructions', clause: '30-8' });
  });

  test.each<[string, Partial<Submission>, string]>([
    ['a form that does not exist', { entryPoint: 'nowhere' }, 'entryPoint unknownEntryPoint'],
    ['a category that does not exist', { category: 'nothing' }, 'category unknownCategory'],
    ['a product that does not exist', { product: 'nothing' }, 'product unknownProduct'],
    ['a client category that does not exist', { clientCategory: 'nobody' }, 'clientCategory unknownClientCategory'],
    ['nobody to answer to', { requester: { name: 'N', email: null, phone: null } }, 'requester.email contactNeeded'],
    ['a field that the category does not have', { fields: { surprise: 'x' } }, 'fields.surprise unknownField'],
  ])('%s is a fault of its field', (_, change, expected) => {
    expect(rulesOf(admit(ovk, { ...fitting(ovk), ...change }))).toEqual([expected]);
  });

  test('a telephone line cannot be named as a web form', () => {
    const line = ovk.entryPoints.find((e) => e.channel === 'phone')?.id ?? '';
    expect(rulesOf(admit(ovk, { ...fitting(ovk), entryPoint: line }))).toEqual(['entryPoint entryPointOfOtherChannel']);
  });

  test('kz-portal 30-17: the rules of the edition in force must be accepted, by forms and systems, not by callers', () => {
    const filed = (change: Partial<Submission>) => rulesOf(admit(portal, { ...fitting(portal), ...change }));
    expect(filed({ acceptedRules: null })).toEqual(['acceptedRules rulesNotAccepted']);
    expect(filed({ acceptedRules: '2019-01' })).toEqual(['acceptedRules rulesChanged']);
    const channels = new Map([...portal.channels, ['api', { open: true, clause: '30-8', refusal: null }] as const]);
    const bySystem = { ...fitting(portal), channel: 'api', acceptedRules: null } as const;
    expect(rulesOf(admit({ ...portal, channels }, bySystem))).toEqual(['acceptedRules rulesNotAccepted']);
    expect(filed({})).toEqual([]);
    expect(rulesOf(admit(ovk, { ...fitting(ovk), acceptedRules: null }))).toEqual([]);
  });

  test('edoc 12: every required field that is missing is told at once, by its name', () => {
    const edoc = regulationOf('edoc');
    const category = [...edoc.categories.values()].find((c) => c.fields.filter((f) => f.required).length > 1);
    const required = category?.fields.filter((f) => f.required).map((f) => `fields.${f.id} fieldRequired`);
    expect(rulesOf(admit(edoc, { ...fitting(edoc), category: category?.id ?? '', fields: {} }))).toEqual(required);
  });
});

describe('what is promised at filing', () => {
  const at = (iso: string) => Date.parse(iso) as Instant;
  const reference = [...ovk.categories.values()].find((c) => c.kind === 'reference');
  const failure = [...ovk.categories.values()].find((c) => c.kind === 'failure');
  const told = (kind: 'reference' | 'failure', moment: string) => {
    const category = (kind === 'reference' ? reference : failure)?.id ?? '';
    const traits = { kind, category, channel: 'web', clientCategory: null };
    return promises(ovk, regulationBook().calendar('ovk'), traits, at(moment), 'ru');
  };

  test('ovk 2.7: a reference question of Friday 17:50 is due on Monday at 9:20', () => {
    const [promise] = told('reference', '2026-11-20T17:50:00+03:00');
    expect(promise).toMatchObject({ clause: '2.7', dueAt: at('2026-11-23T09:20:00+03:00') });
    expect(promise?.sentence).toContain('понедельник, 23 ноября в 09:20');
  });

  test('ovk 2.8: a program that does not work is restored within 60 working minutes', () => {
    expect(told('failure', '2026-11-20T12:00:00+03:00')).toMatchObject([
      { clause: '2.8', dueAt: at('2026-11-20T13:00:00+03:00') },
    ]);
  });

  test('ovk 1.3: a transferred working Saturday counts, the holidays that paid for it do not', () => {
    // Saturday 1 November 2025 was worked instead of Monday 3 November; Tuesday the 4th is a holiday.
    expect(told('reference', '2025-10-31T17:50:00+03:00')[0]?.dueAt).toBe(at('2025-11-01T09:20:00+03:00'));
    expect(told('reference', '2025-11-01T16:50:00+03:00')[0]?.dueAt).toBe(at('2025-11-05T09:20:00+03:00'));
  });

  test('kz-portal 30-9: nothing is promised where the regulation sets no target', () => {
    const category = [...portal.categories.values()][0];
    const traits = { kind: category?.kind ?? '', category: category?.id ?? '', channel: 'web', clientCategory: null };
    expect(
      promises(portal, regulationBook().calendar('kz-portal'), traits, at('2026-11-20T12:00:00+05:00'), 'ru'),
    ).toEqual([]);
  });
});
