import { type Clause, judge, type Proof, type Wait } from './judge.ts';
import { referencesIn } from './references.ts';
import { titlesOf } from './titles.ts';

const tenants = ['ovk', 'edoc', 'kz-portal'];

describe('titles are found', () => {
  test('of plain tests, on one line or the next, with quotes inside', () => {
    const file = `
      test('ovk 2.4: the moderator\\'s clock', async () => {});
      it(
        // why
        "ovk 2.9: a call", () => {});
      const fit = regexp.test('ovk 9.9: no title');
    `;
    expect(titlesOf(file, tenants)).toEqual(["ovk 2.4: the moderator's clock", 'ovk 2.9: a call']);
  });

  test('of tables written in the test and of tables that are a constant of the file', () => {
    const file = `
      const cases: [Tenant, string, number][] = [
        // Friday evening
        ['ovk', '2.7', at('2026-11-20', { hour: 17 })],
        ['edoc', '3', 5],
      ];
      test.each(cases)('%s %s: due %s', () => {});
      test.each(['2.3', '2.4'])('ovk %s: is declined', (clause) => {});
    `;
    expect(titlesOf(file, tenants)).toEqual([
      'ovk 2.7: due …',
      'edoc 3: due 5',
      'ovk 2.3: is declined',
      'ovk 2.4: is declined',
    ]);
  });

  test('for every tenant where the test goes through all of them', () => {
    const file = ['for (const tenant of tenants) test(`$', '{tenant} 5: hours`, () => {});'].join('');
    expect(titlesOf(file, tenants)).toEqual(['ovk 5: hours', 'edoc 5: hours', 'kz-portal 5: hours']);
  });
});

test.each([
  ['ovk 2.9: the third call', ['ovk 2.9']],
  ['ovk 1.3, 2.7: Friday', ['ovk 1.3', 'ovk 2.7']],
  ['ovk 2.6, edoc 6 and kz-portal 30-5: beyond support', ['ovk 2.6', 'edoc 6', 'kz-portal 30-5']],
  ['without a target it is measured (kz-portal 30-9)', ['kz-portal 30-9']],
  ['ovk 2.10: the trail', ['ovk 2.10']],
  ['the portal 30-9 and sovk 2.4 are no names of tenants', []],
])('clauses named in a title: %s', (title, expected) => {
  expect(referencesIn(title, tenants).map(({ tenant, clause }) => `${tenant} ${clause}`)).toEqual(expected);
});

describe('judged', () => {
  const clause = (number: string, kind: 'S' | 'O' = 'S'): Clause => ({ tenant: 'ovk', number, kind, sense: '…' });
  const proof = (number: string, level: Proof['level'] = 'api'): Proof => ({
    title: `ovk ${number}: …`,
    file: 'a',
    level,
    names: [{ tenant: 'ovk', clause: number }],
  });
  const waits = (number: string, partly = false): Map<string, Wait> =>
    new Map([[`ovk ${number}`, { for: 'a screen', because: 'it comes later', partly }]]);
  const none = new Map<string, Wait>();

  test('a clause with a test through the running services is proven, one with a pure test alone is not', () => {
    expect(judge([clause('1.2')], [proof('1.2')], none)).toMatchObject({
      mistakes: [],
      clauses: [{ state: 'proven' }],
    });
    const { clauses, mistakes } = judge([clause('1.2')], [proof('1.2', 'pure'), proof('1.2', 'engine')], none);
    expect(clauses[0]).toMatchObject({ state: 'unproven', proofs: [{ level: 'engine' }, { level: 'pure' }] });
    expect(mistakes).toEqual(['ovk 1.2 has no test through the running services, and is not listed as waiting.']);
  });

  test('what waits may wait until it is proven; then the list must say so', () => {
    expect(judge([clause('1.2')], [], waits('1.2'))).toMatchObject({ mistakes: [], clauses: [{ state: 'waiting' }] });
    expect(judge([clause('1.2')], [proof('1.2')], waits('1.2')).mistakes).toHaveLength(1);
    expect(judge([clause('1.2')], [proof('1.2')], waits('1.2', true))).toMatchObject({
      mistakes: [],
      clauses: [{ state: 'partly' }],
    });
    expect(judge([clause('1.2')], [], waits('1.2', true)).mistakes).toHaveLength(1);
  });

  test('an organisational clause needs nothing', () => {
    expect(judge([clause('1.1', 'O')], [], none)).toMatchObject({
      mistakes: [],
      clauses: [{ state: 'organisational' }],
    });
    expect(judge([clause('1.1', 'O')], [], waits('1.1')).mistakes).toHaveLength(1);
  });

  test('a clause that no regulation has, in a test or in the list, is told', () => {
    expect(judge([clause('1.2')], [proof('1.2'), proof('7.7')], waits('8.8')).mistakes).toHaveLength(2);
  });
});
