import { draftOf, textsOf } from './edited.ts';

test('what is typed and what is sent are the same article; a language without title or text is not sent', () => {
  const texts = { ru: { title: 'Как войти', body: '1. Откройте', asks: ['Не могу войти', 'Где вход?'] } };
  expect(textsOf(draftOf(texts))).toEqual(texts);
  const edited = { ...draftOf(texts), kk: { title: 'Кіру', body: ' ', asks: '' } };
  expect(Object.keys(textsOf(edited))).toEqual(['ru']);
  expect(textsOf({ ru: { title: ' А ', body: 'Б', asks: '\n  Что?  \n\n' } }).ru).toEqual({
    title: 'А',
    body: 'Б',
    asks: ['Что?'],
  });
});
