import { soon } from './bench.ts';
import { bench, fileFor, type Tenant } from './eastern.ts';

interface Complaint {
  readonly complaintId: string;
  readonly clause: string;
  readonly text: string;
  readonly answer: string | null;
  readonly letter: string | null;
}

const complaintsOf = async (tenant: Tenant) =>
  (await bench().get<{ items: Complaint[] }>(`administrator@${tenant}`, '/intake/complaints')).items;

/** A complaint about the agent of a request: written to the addressee, seen by the administrator alone, answered once. */
async function expectPastTheSupport(tenant: Tenant, clause: string, language: 'ru' | 'uk'): Promise<void> {
  const { number, requestId } = await fileFor('agent', tenant);
  const text = `Secret complaint ${clause} about the agent`;
  const given = { name: 'Ганна', email: 'complainant@example.org', number, language, text };
  const filed = await bench().post<{ complaintId: string; to: string }>(
    null,
    `/intake/hotlines/${tenant}/complaints`,
    given,
  );
  expect(filed.to).not.toBe('');
  const find = async () => (await complaintsOf(tenant)).find((each) => each.complaintId === filed.complaintId);
  await soon(async () => expect(await find()).toMatchObject({ clause, text, answer: null, letter: 'sent' }));
  for (const role of ['agent', 'moderator', 'operator', 'manager']) {
    const who = `${role}@${tenant}`;
    for (const address of [
      '/intake/complaints',
      `/intake/requests/${requestId}`,
      `/routing/requests/${requestId}`,
      '/intake/requests?q=complaint',
      '/gateway/mailbox?limit=200',
    ]) {
      const answer = await bench().call(who, 'GET', address);
      expect([who, address, /Secret complaint|complainant@example\.org|Скарга|Жалоба на/.test(answer.text)]).toEqual([
        who,
        address,
        false,
      ]);
    }
    expect((await bench().call(who, 'GET', '/intake/complaints')).status).toBe(403);
    expect(
      (await bench().call(who, 'POST', `/intake/complaints/${filed.complaintId}/answer`, { text: '!' })).status,
    ).toBe(403);
  }
  const answer = (words: string) =>
    bench().call(`administrator@${tenant}`, 'POST', `/intake/complaints/${filed.complaintId}/answer`, { text: words });
  expect((await answer('Перевірили.')).status).toBe(200);
  expect((await answer('Ще раз.')).status).toBe(409);
  expect((await find())?.answer).toBe('Перевірили.');
}

test('kuty 1.2: a complaint about the support goes to the main administrator past the support, and the answer comes back', async () => {
  await expectPastTheSupport('kuty', '1.2', 'uk');
});

test('edoc 16: a complaint about an employee goes by e-mail to quality control, and the accused cannot see it', async () => {
  await expectPastTheSupport('edoc', '16', 'ru');
});
