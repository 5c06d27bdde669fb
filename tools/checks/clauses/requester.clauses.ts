import { soon } from './bench.ts';
import { bench, file, fileFor, hotline, submitted, tryToFile } from './eastern.ts';

interface Status {
  readonly status: string;
  readonly place: {
    readonly clause: string;
    readonly place: number;
    readonly waiting: number;
    readonly estimate: { readonly from: string; readonly to: string; readonly answers: number } | null;
  } | null;
}

const statusOf = ({ number, email }: { number: string; email: string }): Promise<Status> =>
  bench().post(null, '/intake/hotlines/kz-portal/status', { number, contact: email });
const placeOf = async (filed: { number: string; email: string }) => (await statusOf(filed)).place;

test('kz-portal 30-9: a user sees the own place among those who wait, and an estimate once the pace is known', async () => {
  const mine = await file('kz-portal');
  const after = await file('kz-portal');
  // Work of earlier cases may still be on its way, so both places are read until they agree.
  await soon(async () => {
    const [first, second] = [await placeOf(mine), await placeOf(after)];
    expect(first).toMatchObject({ clause: '30-9', waiting: second?.waiting });
    expect([first?.place, second?.place]).toEqual([(second?.waiting ?? 0) - 1, second?.waiting]);
  });

  const answered = await Promise.all(Array.from({ length: 6 }, () => fileFor('agent', 'kz-portal')));
  for (const { requestId } of answered)
    await bench().act('agent@kz-portal', requestId, 'reply', { text: 'Обновите страницу.' });
  await soon(async () => expect(await placeOf(answered[0] ?? mine)).toBeNull());
  const known = await soon(async () => {
    const { estimate } = (await placeOf(after)) ?? {};
    if (!estimate) throw new Error('no estimate yet');
    return estimate;
  });
  expect(known.answers).toBeGreaterThanOrEqual(5);
  expect(Date.parse(known.to)).toBeGreaterThanOrEqual(Date.parse(known.from));

  const place = (await placeOf(after))?.place ?? 0;
  await bench().post(null, '/intake/hotlines/kz-portal/status/withdraw', { number: mine.number, contact: mine.email });
  expect((await placeOf(after))?.place).toBe(place - 1);
  expect(await placeOf(mine)).toBeNull();
});

test('kz-portal 30-17: the rules of conduct come with the form and must be accepted in the edition in force, which is kept with the request', async () => {
  const { texts, acceptance, edition } = await hotline('kz-portal');
  expect(acceptance).toEqual({ clause: '30-17' });
  for (const language of ['ru', 'kk'] as const) {
    expect(texts.conduct?.[language]).not.toBe('');
    const refused = await tryToFile('kz-portal', { acceptedRules: null, language });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ field: 'acceptedRules', rule: 'rulesNotAccepted' }]);
  }
  const earlier = await tryToFile('kz-portal', { acceptedRules: '2019-01' });
  expect(earlier.body.errors).toMatchObject([{ field: 'acceptedRules', rule: 'rulesChanged' }]);
  const { requestId } = await file('kz-portal');
  expect((await submitted('kz-portal', requestId)).acceptedRules).toBe(edition.id);
});
