import { amountInRussian } from './amount.ts';
import { composeServiceDocument } from './compose.ts';
import { decideDispatch, decideService, documentNumber, type EndedService } from './decide.ts';

test.each([
  [0, 'Ноль рублей 00 копеек'],
  [101, 'Один рубль 01 копейка'],
  [202, 'Два рубля 02 копейки'],
  [1_100, 'Одиннадцать рублей 00 копеек'],
  [2_121, 'Двадцать один рубль 21 копейка'],
  [120_105, 'Одна тысяча двести один рубль 05 копеек'],
  [220_012, 'Две тысячи двести рублей 12 копеек'],
  [1_111_411, 'Одиннадцать тысяч сто четырнадцать рублей 11 копеек'],
  [100_000_000, 'Один миллион рублей 00 копеек'],
  [523_000_300_044, 'Пять миллиардов двести тридцать миллионов три тысячи рублей 44 копейки'],
])('initiative 3.1: %d kopecks in words: %s', (kopecks, words) => {
  expect(amountInRussian(kopecks)).toBe(words);
});

const rule = {
  clause: '3.1',
  contract: { ru: 'Договор ИТС' },
  kinds: [
    { kind: 'report', name: {}, prefix: 'О', unlessContract: false },
    { kind: 'act', name: {}, prefix: 'А', unlessContract: false },
    { kind: 'invoice', name: {}, prefix: 'С', unlessContract: true },
  ],
  deliveries: [{ id: 'courier', name: { ru: 'Курьером' } }],
  requisites: { ru: 'БИК 000000000\n' },
} as const;
const service: EndedService = {
  ...{ client: 'C', from: '2025-11-01', to: '2025-11-30', delivery: 'courier', contractInForce: false },
  services: [{ name: 'S', quantity: 1, price: 100 }],
};

test('initiative 3.1: an invoice is owed unless the contract is in force; an unknown delivery and a reversed period are refused', () => {
  expect(decideService(rule, service, false)).toMatchObject({ value: ['report', 'act', 'invoice'] });
  expect(decideService(rule, { ...service, contractInForce: true }, false)).toMatchObject({ value: ['report', 'act'] });
  expect(decideService(rule, { ...service, delivery: 'pigeon' }, false)).toMatchObject({
    refused: { code: 'unknown-choice' },
  });
  expect(decideService(rule, service, true)).toMatchObject({ refused: { code: 'service-already-ended' } });
  expect(decideService(rule, { ...service, to: '2025-10-01' }, false)).toMatchObject({
    refused: { code: 'service-ends-before-start', clause: '3.1' },
  });
});

test('initiative 3.1: an invoice says where to pay, an act and a report do not, and a regulation that does not say leaves it out', () => {
  const regulation = { organisation: { ru: 'O' }, tenant: 'o' };
  const paper = (kind: 'act' | 'invoice', given: Parameters<typeof composeServiceDocument>[1]) =>
    JSON.stringify(composeServiceDocument(regulation, given, service, { kind, number: 'N', dated: '2025-11-30' }));
  expect(paper('invoice', rule)).toContain('БИК 000000000');
  expect(paper('act', rule)).not.toContain('БИК');
  expect(paper('invoice', { ...rule, requisites: null })).not.toContain('Реквизиты');
});

test('initiative 3.1: documents are sent once, and not before services have ended', () => {
  const sent = (isEnded: boolean, isDispatched: boolean) =>
    decideDispatch(rule, { delivery: 'courier', trackingNumber: 'T' }, { isEnded, isDispatched });
  expect(sent(true, false).ok).toBe(true);
  expect(sent(false, false)).toMatchObject({ refused: { code: 'no-documents-yet' } });
  expect(sent(true, true)).toMatchObject({ refused: { code: 'already-dispatched' } });
  expect(documentNumber('А', '2025', 12)).toBe('А-2025-000012');
});
