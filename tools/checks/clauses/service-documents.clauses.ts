// What a client is sent when services have ended.
import { bench, fileFor } from './russian.ts';

interface Documents {
  readonly documents: readonly { readonly kind: string; readonly number: string; readonly dated: string }[];
  readonly dispatch: { readonly delivery: string; readonly trackingNumber: string; readonly at: string } | null;
}
const service = {
  ...{ client: 'ООО «Ромашка»', from: '2025-10-01', to: '2025-10-31', delivery: 'registered-post' },
  services: [{ name: 'Настройка программы', quantity: 2.5, price: 240_000 }],
  contractInForce: false,
};
const agent = 'agent@initiative';

async function resolved(): Promise<string> {
  const { requestId } = await fileFor('agent', 'initiative');
  await bench().act(agent, requestId, 'resolve', { text: 'Готово.' });
  return requestId;
}

test('initiative 3.1: when services have ended, report, act and invoice are numbered and drawn, and 5 working days run until they are sent, with method, tracking number and date', async () => {
  const requestId = await resolved();
  const call = (address: string, body: object) =>
    bench().call(agent, 'POST', `/routing/requests/${requestId}/${address}`, body);
  const sent = { delivery: 'registered-post', trackingNumber: '80080099112233' };
  expect((await call('documents/dispatch', sent)).body).toMatchObject({ code: 'no-documents-yet', clause: '3.1' });
  expect((await call('service-end', { ...service, delivery: 'pigeon' })).body).toMatchObject({
    code: 'unknown-choice',
  });
  expect((await call('service-end', service)).status).toBe(200);
  expect((await call('service-end', service)).body).toMatchObject({ code: 'service-already-ended' });

  const { documents } = await bench().get<Documents>(agent, `/routing/requests/${requestId}/documents`);
  expect(documents.map(({ kind }) => kind)).toEqual(['act', 'invoice', 'report']);
  for (const { kind, number } of documents) {
    expect(number).toMatch(/^[ОАС]-2025-\d{6}$/);
    const paper = await bench().call('manager@initiative', 'GET', `/routing/requests/${requestId}/documents/${kind}`);
    expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  }

  const clock = await bench().clock('initiative', requestId, 'documents', ({ state }) => state === 'running');
  expect(clock).toMatchObject({ clause: '3.1', explanation: expect.anything() });
  // The 1st is a short working Saturday, the 3rd and the 4th are days off: the 5th, 6th, 7th and 10th are whole, and the rest is on the 11th.
  expect(clock.dueAt?.slice(0, 10)).toBe('2025-11-11');
  expect((await call('documents/dispatch', sent)).status).toBe(200);
  expect((await call('documents/dispatch', sent)).body).toMatchObject({ code: 'already-dispatched' });
  const kept = await bench().clock('initiative', requestId, 'documents', ({ state }) => state === 'stopped');
  expect(kept).toMatchObject({ verdict: 'kept' });
  const after = await bench().get<Documents>('manager@initiative', `/routing/requests/${requestId}/documents`);
  expect(after.dispatch).toMatchObject(sent);
  const { trail } = await bench().work(agent, requestId);
  expect(trail.slice(-2).map(({ verb }) => verb)).toEqual(['end-service', 'dispatch-documents']);
});

test('initiative 3.1: there is no invoice while an ITS contract is in force', async () => {
  const requestId = await resolved();
  await bench().post(agent, `/routing/requests/${requestId}/service-end`, { ...service, contractInForce: true });
  const { documents } = await bench().get<Documents>(agent, `/routing/requests/${requestId}/documents`);
  expect(documents.map(({ kind }) => kind)).toEqual(['act', 'report']);
  const { status } = await bench().call(agent, 'GET', `/routing/requests/${requestId}/documents/invoice`);
  expect(status).toBe(404);
});
