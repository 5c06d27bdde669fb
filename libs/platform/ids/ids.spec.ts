import { newId } from './index.ts';

test('ids: ten thousand in a row are version 7, distinct and sorted', () => {
  const ids = Array.from({ length: 10_000 }, () => newId());
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

test('ids: the first 48 bits are the moment in milliseconds', () => {
  const before = Date.now();
  const millis = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
  expect(millis).toBeGreaterThanOrEqual(before);
  expect(millis).toBeLessThanOrEqual(Date.now() + 10);
});
