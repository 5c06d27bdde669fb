import { touchedBy } from './renew.ts';

const requestId = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';

test.each([
  ['as JavaScript writes it', JSON.stringify({ requestId, number: '1' })],
  ['as PostgreSQL writes it', `{"number": "1", "requestId": "${requestId}"}`],
])('archive: a payload %s tells which request it touches', (_, payload) => {
  expect(touchedBy('ovk', payload)).toEqual([{ tenant: 'ovk', requestId }]);
});

test('archive: what a person wrote is taken for no request', () => {
  expect(touchedBy('ovk', JSON.stringify({ text: `"requestId": "${requestId}"` }))).toEqual([]);
});
