import { regulationOf } from '@reglament/testing/regulations';
import { formerNames } from './index.ts';

const ovk = regulationOf('ovk');

test('kz-portal 30-1: what a newer edition dropped is still named, as the last edition that had it says', () => {
  const [dropped, kept] = [...ovk.categories.values()];
  if (dropped === undefined || kept === undefined) throw new Error('ovk has two categories');
  const without = (id: string) => new Map([...ovk.categories].filter(([key]) => key !== id));
  const renamed = { ...dropped, name: { ru: 'Иначе' } };
  const second = { ...ovk, categories: new Map([...ovk.categories, [dropped.id, renamed]]) };
  const third = { ...ovk, categories: without(dropped.id) };
  const former = formerNames(third, [ovk, second, third]);
  expect(former.categories).toEqual([{ id: dropped.id, name: { ru: 'Иначе' } }]);
  expect(Object.values(former).flat()).toHaveLength(1);
  expect(Object.values(formerNames(ovk, [ovk, second])).flat()).toEqual([]);
});
