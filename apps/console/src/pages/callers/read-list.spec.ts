import { readList } from './read-list.ts';

const asks = [{ id: 'surname' }, { id: 'phrase' }];

test('a list copied from a table is read line by line, by tabs or semicolons', () => {
  const { callers, wrong } = readList(
    '050 1112233, 050 1112234\tТкач\tсад сім\r\n\n0501112235; Коваль; лелека\n',
    asks,
  );
  expect(wrong).toEqual([]);
  expect(callers).toEqual([
    { numbers: ['050 1112233', '050 1112234'], answers: { surname: 'Ткач', phrase: 'сад сім' } },
    { numbers: ['0501112235'], answers: { surname: 'Коваль', phrase: 'лелека' } },
  ]);
});

test('a line with a column too few or too many is named', () => {
  expect(readList('1;Ткач\n2;Ткач;сад\n3;Ткач;сад;7', asks).wrong).toEqual([1, 3]);
});
