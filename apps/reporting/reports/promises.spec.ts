import { RegulationBook } from '@reglament/platform/regulations';
import { Names } from '../statistics/names.ts';
import { promisesOf } from './promises.ts';

const book = RegulationBook.load('regulations');
const counted = (rule: string, clause: string, kept: number, broken: number) => ({
  rule,
  clause,
  name: rule,
  promise: true,
  kept,
  broken,
  cancelled: 0,
  warned: 1,
  running: 0,
});
const promises = (
  tenant: string,
  ...args: [clocks: ReturnType<typeof counted>[], at?: { rule: string; hour: number; count: number }[]]
) => {
  const regulation = book.get(tenant);
  if (regulation === undefined) throw new Error(`there is no ${tenant}`);
  return promisesOf(regulation, new Names(regulation, 'ru'), ...args);
};

test('edoc 3: a table of service levels is one promise to the reader of a report, with all its cases and its worst hour', () => {
  const found = promises(
    'edoc',
    [
      counted('resolution.user.error', '3', 4, 2),
      counted('response.guest.access', '3', 5, 1),
      counted('response.partner.error', '3', 6, 3),
      counted('placement', '13', 9, 0),
    ],
    [
      { rule: 'response.guest.access', hour: 9, count: 1 },
      { rule: 'response.partner.error', hour: 9, count: 1 },
      { rule: 'response.partner.error', hour: 14, count: 1 },
    ],
  );
  expect(found.map(({ name, kept, broken, warned, worstHour }) => [name, kept, broken, warned, worstHour])).toEqual([
    ['Размещение в системе поддержки', 9, 0, 1, null],
    ['Первый ответ', 11, 4, 2, { hour: 9, count: 2 }],
    ['Решение', 4, 2, 1, null],
  ]);
});

test('edoc 15, kz-portal 30-9: waiting for the requester and a time that is only measured are no promises of the support', () => {
  expect(promises('edoc', [counted('silence', '15', 3, 8), counted('postponement', '9', 1, 1)])).toEqual([]);
  expect(promises('kz-portal', [counted('answer', '30-9', 52, 0)])).toEqual([]);
});

test('what a rule of an earlier edition promised was promised', () => {
  expect(promises('ovk', [counted('gone', '9.9', 1, 1)])).toMatchObject([{ rule: 'gone', kept: 1, broken: 1 }]);
});
