// A regulation that changes while the hotline runs: editions and changed days. Last of its file, so that other cases meet the shipped editions.
import { soon } from './bench.ts';
import { bench, file, fileFor, hotline, submitted, type Tenant } from './eastern.ts';

interface Edition {
  readonly edition: string;
  readonly inForceFrom: string;
  readonly state: string;
  readonly by: string | null;
  readonly text: string;
  readonly differences: readonly { readonly clause: string | null; readonly sentences: readonly string[] }[] | null;
}

const manager = (tenant: Tenant): string => `manager@${tenant}`;
const edition = (tenant: Tenant, id: string): Promise<Edition> =>
  bench().get(manager(tenant), `/gateway/regulation/editions/${id}`);
const inForce = async (tenant: Tenant): Promise<string> => (await hotline(tenant)).edition.id;

/** Publishes the edition in force with some words replaced, and waits until the hotline works by it. */
async function publish(
  tenant: Tenant,
  name: string,
  changes: readonly (readonly [string, string])[],
): Promise<Edition> {
  let { text } = await edition(tenant, await inForce(tenant));
  for (const [before, after] of changes) {
    expect(text).toContain(before);
    text = text.replace(before, after);
  }
  const published = await bench().post<Edition>(manager(tenant), '/gateway/regulation/editions', {
    text,
    edition: name,
  });
  await soon(async () => expect(await inForce(tenant)).toBe(name));
  return published;
}

const look = `
  first-look:
    name: { ru: Первый просмотр, kk: Алғашқы қарау }
    clause: 30-9
    starts: request.submitted
    stops: work.assigned
    within: 2 h
`;

test('kz-portal 30-1: a new edition is in force from its publication, and every request stays tied to the one it was filed under', async () => {
  const before = await fileFor(null, 'kz-portal');
  const published = await publish('kz-portal', 'next', [
    ['\nclocks:\n', `\nclocks:${look}`],
    [/\n {2}duplicate:\n.*\n.*/.exec((await edition('kz-portal', '2026-11')).text)?.[0] ?? 'no such reason', ''],
  ]);
  expect(published).toMatchObject({ state: 'in-force', by: expect.stringMatching(/./) });
  expect(published.differences).toEqual([
    expect.objectContaining({ clause: null, sentences: ['Причины: больше нет «Повторяет другое обращение».'] }),
    expect.objectContaining({
      clause: '30-9',
      sentences: ['Новый срок — «Первый просмотр»: 2 часа рабочего времени.'],
    }),
  ]);
  const after = await fileFor(null, 'kz-portal');
  expect([before, after].map(({ acceptedAt }) => acceptedAt < published.inForceFrom)).toEqual([true, false]);
  const editions = await Promise.all([before, after].map(({ requestId }) => submitted('kz-portal', requestId)));
  expect(editions.map((one) => one.edition)).toEqual(['2026-11', 'next']);

  // Clocks and their explanation. Each service hears of an edition by itself, the one that keeps clocks perhaps after the first request under it.
  const clocksOf = async ({ requestId }: { requestId: string }) => {
    const found = await bench().get<{ rule: string; explanation: { edition: string } }[]>(
      manager('kz-portal'),
      `/sla/requests/${requestId}/clocks`,
    );
    return found.map(({ rule, explanation }) => `${rule} by ${explanation.edition}`).sort();
  };
  await soon(async () =>
    expect(await Promise.all([before, after].map(clocksOf))).toEqual([
      ['answer by 2026-11'],
      ['answer by next', 'first-look by next'],
    ]),
  );

  // What staff may do, and what the requester reads of it.
  const reason = { reason: 'duplicate' };
  const refused = await bench().call(
    'moderator@kz-portal',
    'POST',
    `/routing/requests/${after.requestId}/cancel`,
    reason,
  );
  expect(refused).toMatchObject({ status: 422 });
  const cancelled = await bench().act('moderator@kz-portal', before.requestId, 'cancel', reason);
  expect(cancelled.status).toBe('cancelled');
  expect((await bench().letter('kz-portal', before.email, 'Повторяет другое обращение')).text).not.toBe('');
});

interface Account {
  readonly feed: readonly {
    readonly kind: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly isNew: boolean;
  }[];
  readonly unread: number;
}

test('kz-portal 30-2: every account’s feed tells of an edition published while the hotline runs, in each language and once', async () => {
  const accountOf = async () => bench().requester('kz-portal', (await file('kz-portal')).email);
  const everybody = [await accountOf(), await accountOf()];
  const read = everybody.map((me) => bench().own<Account>(me, 'POST', 'kz-portal', '/seen', {}));
  expect((await Promise.all(read)).map(({ body }) => body.unread)).toEqual([0, 0]);
  const published = await publish('kz-portal', 'told', [
    ['{ ru: Уведомления, kk: Хабарламалар }', '{ ru: Письма и сообщения, kk: Хаттар мен хабарламалар }'],
  ]);
  everybody.push(await accountOf());
  for (const me of everybody) {
    const told = await soon(async () => {
      const { feed } = (await bench().own<Account>(me, 'GET', 'kz-portal')).body;
      const lines = feed.filter(({ kind, data }) => kind === 'regulation' && data.edition === 'told');
      expect(lines).toHaveLength(1);
      return lines[0];
    });
    expect(told).toMatchObject({
      isNew: true,
      data: {
        inForceFrom: published.inForceFrom,
        changes: {
          ru: expect.stringContaining('«Уведомления» теперь называется «Письма и сообщения»'),
          kk: expect.stringContaining('«Хабарламалар» енді «Хаттар мен хабарламалар» деп аталады'),
        },
      },
    });
    await bench().own(me, 'POST', 'kz-portal', '/seen', {});
    expect((await bench().own<Account>(me, 'GET', 'kz-portal')).body.unread).toBe(0);
  }
});

test('edoc 3: a new edition gives its target to new requests; one filed before keeps its own, in the clock and in what the requester reads', async () => {
  const proposal = { category: 'proposal' };
  const rule = 'resolution.user.proposal';
  const before = await file('edoc', proposal);
  const clockOf = (requestId: string) => bench().clock('edoc', requestId, rule, () => true);
  const old = await clockOf(before.requestId);
  await publish('edoc', 'quicker', [['proposal: 15 working days', 'proposal: 10 working days']]);
  const after = await file('edoc', proposal);
  const day = 9 * 3_600_000;
  const counted = async ({ requestId }: { requestId: string }) =>
    (await clockOf(requestId)).explanation.countedMs / day;
  await soon(async () => expect([await counted(before), await counted(after)]).toEqual([15, 10]));
  expect(await clockOf(before.requestId)).toMatchObject({ dueAt: old.dueAt, former: [] });
  const status = await bench().post<{ promises: { rule: string; dueAt: string }[] }>(
    null,
    '/intake/hotlines/edoc/status',
    {
      ...{ number: before.number, contact: before.email },
    },
  );
  expect(status.promises).toContainEqual(expect.objectContaining({ rule, dueAt: old.dueAt }));

  // Undone by publishing the older text under a newer name.
  const { text } = await edition('edoc', '2026-11');
  await bench().post(manager('edoc'), '/gateway/regulation/editions', { text, edition: 'as-before' });
  await soon(async () => expect(await counted(await file('edoc', proposal))).toBe(15));
});

test('edoc 5: a working day that is declared closed moves the due moment of an open request, and the explanation shows both', async () => {
  const rule = 'resolution.user.proposal';
  const { requestId } = await file('edoc', { category: 'proposal' });
  const old = await bench().clock('edoc', requestId, rule, () => true);
  // Kazakhstan is at UTC+5.
  const date = new Date(Date.parse(old.dueAt ?? '') + 5 * 3_600_000).toISOString().slice(0, 10);
  const closed = { date, hours: 'closed', reason: 'Переезд центра' };
  await bench().post(manager('edoc'), '/gateway/regulation/days', closed);
  const moved = await bench().clock('edoc', requestId, rule, ({ dueAt }) => dueAt !== old.dueAt);
  expect(Date.parse(moved.dueAt ?? '')).toBeGreaterThan(Date.parse(old.dueAt ?? ''));
  expect(moved.explanation.countedMs).toBe(old.explanation.countedMs);
  expect(moved.explanation.spans).toContainEqual(expect.objectContaining({ is: 'closed', why: closed.reason }));
  expect(
    await soon(async () => (await bench().clock('edoc', requestId, rule, ({ former }) => former.length > 0)).former),
  ).toEqual([
    {
      ...{ dueAt: old.dueAt, becameDueAt: moved.dueAt, movedAt: expect.any(String) },
      because: [{ ...closed, by: expect.stringMatching(/./), at: expect.any(String) }],
    },
  ]);
  const told = await soon(async () => {
    const { clocks } = await bench().work('agent@edoc', requestId);
    const clock = clocks.find((each) => each.rule === rule);
    expect(clock?.dueAt).toBe(moved.dueAt);
    return clock;
  });
  expect(told).toBeDefined();
  await soon(async () => expect(await bench().get(manager('edoc'), '/sla/reevaluation')).toEqual({ waiting: 0 }));
});
