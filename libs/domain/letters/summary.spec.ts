import type { Regulation } from '../regulation/types.ts';
import { verbs } from '../request/index.ts';
import type { Instant } from '../time/index.ts';
import { type Done, silenceMessage, summaryOf } from './index.ts';

const regulation = {
  languages: ['ru', 'kk'],
  calendar: { timeZone: 'Asia/Almaty' },
  categories: new Map([['error', { id: 'error', name: { ru: 'Ошибка', kk: 'Қате' } }]]),
  reasons: [{ id: 'later', name: { ru: 'Следующий выпуск', kk: 'Келесі нұсқа' } }],
  vendors: [{ id: 'partner', name: { ru: 'Партнёр', kk: 'Серіктес' } }],
  diagnosis: { steps: [{ id: 'cause', name: { ru: 'Причина', kk: 'Себебі' } }] },
  silence: { wording: { ru: 'ответ от клиента не получен', kk: 'клиенттен жауап алынбады' } },
} as unknown as Regulation;

let minute = 0;
const line = (verb: string, detail: Done['detail'] = {}): Done => {
  minute += 1;
  return { at: (Date.parse('2026-11-23T04:00:00Z') + minute * 60_000) as Instant, verb, by: 'Анна Белова', detail };
};
const done = [
  line('register'),
  line('assign', { agent: { id: 'a1', name: 'Анна Белова' } }),
  line('remind', { rule: 'response' }),
  line('diagnose', { step: 'cause' }),
  line('log-call', { outcome: 'busy' }),
  line('ask', {}),
  line('offer-cancel', { reason: 'silent' }),
];

test('edoc 15: the summary tells what was done and when, line by line, and nothing of what staff do among themselves', () => {
  expect(summaryOf(regulation, 'ru', done).split('\n')).toEqual([
    'Что сделано по обращению:',
    expect.stringMatching(/^• понедельник, 23 ноября в 09:01: обращение зарегистрировано$/),
    expect.stringMatching(/09:02: обращением занимается Анна Белова$/),
    expect.stringMatching(/09:04: выполнен шаг диагностики «Причина»$/),
    expect.stringMatching(/09:05: звонили, номер был занят$/),
    expect.stringMatching(/09:06: запрошены сведения$/),
  ]);
});

test('edoc 15: in Kazakh it is Kazakh; in a language that the tenant does not speak, the tenant’s first', () => {
  const kazakh = summaryOf(regulation, 'kk', done);
  expect(kazakh).toContain('өтінішпен Анна Белова айналысады');
  expect(kazakh).toContain('«Себебі» анықтау қадамы орындалды');
  expect(kazakh).not.toMatch(/сведения|обращени/);
  expect(summaryOf(regulation, 'uk', done)).toBe(summaryOf(regulation, 'ru', done));
});

test.each(['ru', 'uk', 'kk', 'en'] as const)(
  'every line has its sentence in %s, and none says “undefined”',
  (language) => {
    const spoken = { ...regulation, languages: [language] } as unknown as Regulation;
    const details = { outcome: 'answered', vendor: 'partner', reason: 'later', step: 'cause', category: 'error' };
    const lines = verbs.map((verb) =>
      line(verb, { ...details, dueAt: '2026-11-24T04:00:00.000Z', agent: { name: 'Анна' } }),
    );
    const summary = summaryOf(spoken, language, lines);
    expect(summary).not.toMatch(/undefined|NaN|Invalid/);
    expect(summary.split('\n').length).toBeGreaterThan(10);
  },
);

test('a long story is told by its latest thirty lines', () => {
  const long = Array.from({ length: 50 }, () => line('reply'));
  expect(summaryOf(regulation, 'ru', long).split('\n')).toHaveLength(31);
});

test('edoc 15: the conversation says it in the prescribed words', () => {
  expect(silenceMessage(regulation, 'ru', 'Что сделано…')).toBe(
    'Обращение завершено: ответ от клиента не получен.\n\nЧто сделано…',
  );
});
