import { regulationOf } from '@reglament/testing/regulations';
import { displayNumber } from '../request/index.ts';
import type { Instant } from '../time/index.ts';
import { composeEntries, type Matter, manifestText, mayDemand } from './index.ts';

const kuty = regulationOf('kuty');
const at = (iso: string) => Date.parse(iso) as Instant;
const kept = (id: string, name: string) => ({ id, name, type: 'audio/wav', bytes: 3, sha256: id.repeat(64) });

const matter: Matter = {
  request: {
    requestId: 'r-1',
    number: '260000043',
    channel: 'phone',
    category: 'registration',
    status: 'assigned',
    edition: '2021-04-20',
    submittedAt: at('2026-11-23T07:15:00Z'),
    requester: { name: 'Ганна Петренко', email: null, phone: '+380671112233' },
    fields: { step: 'Код із SMS' },
  },
  messages: [
    {
      from: 'requester',
      name: 'Ганна Петренко',
      text: 'Не приходить код.',
      at: at('2026-11-23T07:15:00Z'),
      files: [kept('f', '../екран?.png')],
    },
  ],
  letters: [
    {
      recipient: 'h@example.org',
      subject: 'Відповідь',
      body: 'Добрий день!\n',
      status: 'sent',
      at: at('2026-11-23T08:00:00Z'),
    },
  ],
  calls: [
    {
      direction: 'incoming',
      at: at('2026-11-23T07:10:00Z'),
      outcome: null,
      by: null,
      recordings: [kept('a', 'дзвінок.wav')],
    },
    {
      direction: 'outgoing',
      at: at('2026-11-23T09:00:00Z'),
      outcome: 'no-answer',
      by: 'Олена',
      recordings: [kept('b', 'дзвінок.wav')],
    },
  ],
  trail: [
    {
      at: '2026-11-23T09:00:00.000Z',
      verb: 'log-call',
      by: { kind: 'staff', id: 'a-1', name: 'Олена' },
      detail: { attempt: 1, outcome: 'no-answer', note: null },
    },
  ],
};

const textOf = (name: string): string => {
  const entry = composeEntries(kuty, matter).find((one) => one.name === name);
  if (entry?.is !== 'text') throw new Error(`${name} is no text`);
  return entry.text;
};

test('kuty 1.3: the correspondence reads in the tenant’s language and zone, and says where each file lies', () => {
  expect(textOf('correspondence.txt')).toBe(`Електронна черга до дитячих садків Кутської громади
Звернення ${displayNumber('260000043')}
Подано: 2026-11-23 09:15:00
Тема: Реєстрація та вхід
Заявник: Ганна Петренко
Контакти: +380671112233
На якому кроці виникло питання: Код із SMS
Редакція регламенту: 2021-04-20
Час указано за часовим поясом Europe/Kyiv


ЛИСТУВАННЯ (1)
${'-'.repeat(72)}
2026-11-23 09:15:00  Ганна Петренко, заявник
Не приходить код.
Файли: files/01-.._екран_.png


ДЗВІНКИ ТА ЗАПИСИ (2)
${'-'.repeat(72)}
2026-11-23 09:10:00  Дзвінок, під час якого подано звернення
Записи: recordings/01-дзвінок.wav

2026-11-23 11:00:00  Дзвінок заявникові, не відповіли, Олена
Записи: recordings/02-дзвінок.wav


ЛИСТИ (1)
${'-'.repeat(72)}
2026-11-23 10:00:00  надіслано
Кому: h@example.org
Тема: Відповідь

Добрий день!
`);
  expect(textOf('trail.txt')).toContain(`ЩО ЗРОБЛЕНО (1)
${'-'.repeat(72)}
2026-11-23 11:00:00  Дзвінок — Олена
    Спроба: 1
    Результат: не відповіли
`);
});

test('kuty 1.3: the same is there as data, and recordings and files by their checksums', () => {
  expect(JSON.parse(textOf('correspondence.json'))).toMatchObject({
    request: { number: '260000043', submittedAt: '2026-11-23T07:15:00.000Z' },
    messages: [{ text: 'Не приходить код.', files: [{ entry: 'files/01-.._екран_.png', name: '../екран?.png' }] }],
    calls: [{ recordings: [{ entry: 'recordings/01-дзвінок.wav' }] }, { outcome: 'no-answer' }],
    letters: [{ body: 'Добрий день!\n' }],
  });
  expect(JSON.parse(textOf('trail.json'))).toEqual(matter.trail);
  expect(composeEntries(kuty, matter).filter(({ is }) => is !== 'text')).toMatchObject([
    { is: 'recording', id: 'a', sha256: 'a'.repeat(64) },
    { is: 'recording', id: 'b' },
    { is: 'file', id: 'f' },
  ]);
});

test('kuty 1.3: the same matter gives the same entries and the same manifest', () => {
  expect(composeEntries(kuty, structuredClone(matter))).toEqual(composeEntries(kuty, matter));
  const demand = {
    disclosureId: 'd-1',
    by: { id: 'x', name: 'Іван' },
    as: 'Головний адміністратор',
    reason: 'Скарга',
    at: at('2026-11-24T08:00:00Z'),
    edition: '2021-04-20',
    clause: '1.3',
    clauseText: 'На вимогу',
  };
  const of = { tenant: 'kuty', organisation: 'Черга', number: '260000043', requestId: 'r-1' };
  const text = manifestText(demand, of, [{ name: 'a', bytes: 1, sha256: 'f' }]);
  expect(JSON.parse(text)).toMatchObject({
    demanded: { by: { name: 'Іван', as: 'Головний адміністратор' }, reason: 'Скарга', at: '2026-11-24T08:00:00.000Z' },
    regulation: { edition: '2021-04-20', clause: '1.3' },
    entries: [{ name: 'a', bytes: 1, sha256: 'f' }],
  });
});

test('kuty 1.3: only whom the regulation names may demand', () => {
  const rule = kuty.disclosure;
  if (rule === null) throw new Error('kuty names somebody');
  const may = (...roles: string[]) => mayDemand(rule, roles);
  expect([may('administrator'), may('agent', 'administrator'), may('manager'), may()]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

/** What routing writes into the trail of a request, line by line, and how it is told. */
const told = [
  [
    'kuty',
    { number: '260000043', channel: 'phone', entryPoint: 'support-line' },
    [`Номер: ${displayNumber('260000043')}`, 'Канал: телефон', 'Звідки: Телефон служби підтримки'],
  ],
  [
    'kuty',
    {
      agent: { id: 'a-1', name: 'Богдан' },
      reason: { kind: 'proposed', clause: '2.1', sentence: 'Богдан: зараз без звернень.' },
      previous: { id: 'a-2', name: 'Олена' },
    },
    ['Виконавець: Богдан', 'Причина: Богдан: зараз без звернень.', 'До цього: Олена'],
  ],
  [
    'kuty',
    { recordingId: 'r-9', direction: 'incoming', calledAt: '2026-11-23T07:10:00.000Z', lengthMs: 83_000 },
    ['Запис: Дзвінок, під час якого подано звернення', 'Час дзвінка: 2026-11-23 09:10:00', 'Тривалість: 1:23'],
  ],
  [
    'kuty',
    { reason: 'legal-advice', clause: '2.3', note: null },
    ['Причина: Юридичних консультацій служба не надає', 'Пункт: 2.3'],
  ],
  // What staff wrote is theirs, also where it is a word of ours.
  ['kuty', { reason: 'term', note: 'phone' }, ['Причина: term', 'Нотатка: phone']],
  [
    'ovk',
    { rule: 'moderation', clause: '2.4', dueAt: '2026-11-23T07:10:00.000Z', late: true, to: 'manager' },
    ['Срок: Распределение модератором', 'Пункт: 2.4', 'Истекает: 2026-11-23 10:10:00', 'Кому: руководитель'],
  ],
  ['ovk', { because: 'Клиент перезвонил', from: 'resolved' }, ['Причина: Клиент перезвонил', 'Было: Решено']],
  [
    'initiative',
    { numbers: ['О-1', 'А-1'], contractInForce: false },
    ['Номера документов: О-1, А-1', 'Договор действует: нет'],
  ],
] as const;

test.each(told)(
  'kuty 1.3: the trail of %s tells %j in words, names of the regulation and the tenant’s zone',
  (tenant, detail, lines) => {
    const line = {
      at: '2026-11-23T09:00:00.000Z',
      verb: 'log-call',
      by: { kind: 'staff', id: 'a-1', name: '' },
      detail,
    };
    const entries = composeEntries(regulationOf(tenant), { ...matter, trail: [line] });
    const trail = entries.find(({ name }) => name === 'trail.txt');
    if (trail?.is !== 'text') throw new Error('there is no trail');
    const particulars = trail.text.split('\n').filter((one) => one.startsWith('    '));
    expect(particulars.map((one) => one.trim())).toEqual(lines);
  },
);
