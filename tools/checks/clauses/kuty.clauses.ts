import { soon } from './bench.ts';
import { bench, expectDeclined, file, fileFor, hotline, hours, submitted } from './eastern.ts';

test('kuty 1.1: the whole correspondence is kept with the request', async () => {
  const { requestId, number, email } = await fileFor('agent', 'kuty', { text: 'Не можу змінити адресу.' });
  await bench().act('agent@kuty', requestId, 'ask', { text: 'Що написано на екрані?' });
  const answer = { number, contact: email, text: 'Нічого не написано.' };
  await bench().post(null, '/intake/hotlines/kuty/status/messages', answer);
  await soon(async () => expect((await bench().work('agent@kuty', requestId)).status).toBe('assigned'));
  await bench().act('agent@kuty', requestId, 'resolve', { text: 'Адресу змінено.' });
  await soon(async () => {
    const { text, conversation, letters } = await submitted('kuty', requestId);
    expect(text).toBe('Не можу змінити адресу.');
    const said = conversation.filter(({ from }) => from !== 'platform').map((message) => message.text);
    expect(said.slice(-3)).toEqual(['Що написано на екрані?', 'Нічого не написано.', 'Адресу змінено.']);
    expect(letters.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['acknowledged', 'information-requested', 'resolved']),
    );
  });
});

test('kuty 2.1: registering, applying, changing own data and faults of the service are taken, each with its time; the lunch hour does not count', async () => {
  expect((await hotline('kuty')).hours[0]?.intervals).toEqual([
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ]);
  const targets = { registration: 4, application: 4, 'own-data': 4, failure: 8 };
  for (const [category, within] of Object.entries(targets)) {
    const { requestId, promises } = await file('kuty', { category });
    expect(promises).toHaveLength(1);
    const rule = category === 'failure' ? 'restoration' : 'answer';
    const { explanation, dueAt } = await bench().clock('kuty', requestId, rule, () => true);
    expect([category, explanation.countedMs]).toEqual([category, within * hours]);
    expect(dueAt).toBe(promises[0]?.dueAt);
    // Winter time in Kyiv is UTC+2: lunch is 11:00–12:00 UTC.
    for (const { from, to } of explanation.spans.filter((span) => span.is === 'counted')) {
      const lunch = Date.parse(`${from.slice(0, 10)}T11:00:00Z`);
      expect(Date.parse(to) <= lunch || Date.parse(from) >= lunch + hours).toBe(true);
    }
  }
});

test.each([
  ['2.3', 'legal', 'legal-advice'],
  ['2.4', 'place-in-queue', 'queue-order'],
  ['2.5', 'file-for-me', 'filing-for-others'],
  ['2.7', 'other-service', 'other-service'],
])(
  'kuty %s: a request of the category %s is declined with the clause quoted, and stays on record',
  async (clause, category, reason) => {
    await expectDeclined('kuty', clause, category, reason);
  },
);
