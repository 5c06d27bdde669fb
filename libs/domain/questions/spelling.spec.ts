import { spellingsOf } from './spelling.ts';

const read = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(spellingsOf(new Map(Object.entries(counts))));

test('a rare stem one letter away from a common one is a typing error: missing, doubled, wrong or swapped', () => {
  const read_ = read({ parol: 9, parl: 1, paroll: 1, parof: 1, praol: 1 });
  expect(read_).toEqual({ parol: 'parol', parl: 'parl', paroll: 'parol', parof: 'parol', praol: 'parol' });
});

test('two common stems one letter apart are two words, and short ones are left alone', () => {
  expect(read({ karta: 9, kasta: 5, kod: 9, kot: 1 })).toEqual({
    karta: 'karta',
    kasta: 'kasta',
    kod: 'kod',
    kot: 'kot',
  });
});

test('what a word goes on with beyond six letters does not matter, and a stem that begins another is the same word', () => {
  expect(read({ verifikats: 2, verifitsirova: 2, strim: 3, striming: 2 })).toEqual({
    verifikats: 'verifi',
    verifitsirova: 'verifi',
    strim: 'strim',
    striming: 'strim',
  });
});
