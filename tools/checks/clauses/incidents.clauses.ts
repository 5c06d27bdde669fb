import { soon } from './bench.ts';
import type { Tenant } from './eastern.ts';
import { bench, fileFor } from './eastern.ts';

interface Incident {
  readonly incidentId: string;
  readonly clause: string;
  readonly closedAt: string | null;
  readonly steps: readonly {
    readonly do: string;
    readonly duty: string;
    readonly to: string | null;
    readonly overdue: boolean;
    readonly done: { readonly by: string; readonly how: string | null; readonly number: string | null } | null;
  }[];
}

const open = (tenant: Tenant, requestId: string | null, procedure: string, note: string) =>
  bench().post<Incident>(`agent@${tenant}`, '/routing/incidents', { requestId, procedure, note });
const step = (tenant: Tenant, { incidentId }: Incident, index: number, record: object = {}) =>
  bench().call(`agent@${tenant}`, 'POST', `/routing/incidents/${incidentId}/steps/${index}`, record);
const close = (tenant: Tenant, { incidentId }: Incident) =>
  bench().call(`agent@${tenant}`, 'POST', `/routing/incidents/${incidentId}/close`, {});
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
const listed = async (tenant: Tenant, { incidentId }: Incident) =>
  (await bench().get<{ items: Incident[] }>(`manager@${tenant}`, '/routing/incidents')).items.find(
    (each) => each.incidentId === incidentId,
  );

test('kuty 3.1: a caller’s obscenity ends the call and the management is informed; also of a call without a request', async () => {
  const incident = await open('kuty', null, 'caller-abuse', 'Дзвінок 3.1: лаявся й кричав.');
  expect(incident.steps.map((each) => [each.do, each.duty, each.to])).toEqual([
    ['end-call', 'must', null],
    ['inform', 'must', 'management'],
  ]);
  expect((await step('kuty', incident, 0)).status).toBe(200);
  expect(codeOf(await close('kuty', incident))).toBe('steps-left');
  // An hour, which the regulation gives for informing, passes: the manager sees that it is overdue.
  await soon(async () => expect((await listed('kuty', incident))?.steps[1]?.overdue).toBe(true));
  expect((await step('kuty', incident, 1)).status).toBe(200);
  expect((await close('kuty', incident)).status).toBe(200);
  const letter = await bench().letter('kuty', 'management@kuty.example.org', 'Дзвінок 3.1: лаявся й кричав.');
  expect(letter.text).toContain('Пункт 3.1');
});

test('kuty 3.2: a caller’s threats end the call and close the request; management and police must be informed before it is closed', async () => {
  const { requestId } = await fileFor('agent', 'kuty');
  const incident = await open('kuty', requestId, 'caller-threats', 'Погрожував розправою, дзвінок 3.2.');
  expect((await step('kuty', incident, 0)).status).toBe(200);
  const work = await bench().work('agent@kuty', requestId);
  expect(work.status).toBe('declined');
  expect(work.trail).toContainEqual(
    expect.objectContaining({ verb: 'decline', detail: { reason: 'call-threats', clause: '3.2' } }),
  );
  expect((await step('kuty', incident, 1)).status).toBe(200);
  // The police have no address here: it is recorded how they were told, and under which number they registered it.
  expect(codeOf(await step('kuty', incident, 2))).toBe('how-missing');
  expect(codeOf(await close('kuty', incident))).toBe('steps-left');
  expect((await step('kuty', incident, 2, { how: 'phone', number: 'ЄО 4711' })).status).toBe(200);
  expect(codeOf(await step('kuty', incident, 2, { how: 'phone' }))).toBe('step-done');
  expect((await close('kuty', incident)).status).toBe(200);
  const seen = await listed('kuty', incident);
  expect(seen?.closedAt).not.toBeNull();
  expect(seen?.steps[2]?.done).toMatchObject({ how: 'phone', number: 'ЄО 4711' });
  await bench().letter('kuty', 'management@kuty.example.org', 'Погрожував розправою, дзвінок 3.2.');
});

test('kuty 3.3: after a writer’s obscenity the correspondence may go on; the management must be informed', async () => {
  const { requestId } = await fileFor('agent', 'kuty');
  const incident = await open('kuty', requestId, 'writer-abuse', 'Лайка в листі 3.3.');
  expect(incident.steps.map((each) => [each.do, each.duty])).toEqual([
    ['stop-correspondence', 'may'],
    ['inform', 'must'],
  ]);
  expect(codeOf(await close('kuty', incident))).toBe('steps-left');
  expect((await step('kuty', incident, 1)).status).toBe(200);
  expect((await close('kuty', incident)).status).toBe(200);
  expect((await bench().work('agent@kuty', requestId)).status).toBe('assigned');
  await bench().letter('kuty', 'management@kuty.example.org', 'Лайка в листі 3.3.');
});

test('kuty 3.4: after a writer’s threats the correspondence must stop; management and police are informed', async () => {
  const { requestId } = await fileFor('agent', 'kuty');
  const incident = await open('kuty', requestId, 'writer-threats', 'Погрози в листі 3.4.');
  expect(incident.steps.map((each) => [each.do, each.duty, each.to])).toEqual([
    ['stop-correspondence', 'must', null],
    ['inform', 'must', 'management'],
    ['inform', 'must', 'police'],
  ]);
  expect((await step('kuty', incident, 1)).status).toBe(200);
  expect((await step('kuty', incident, 2, { how: 'in-person' })).status).toBe(200);
  expect(codeOf(await close('kuty', incident))).toBe('steps-left');
  expect((await step('kuty', incident, 0)).status).toBe(200);
  expect((await close('kuty', incident)).status).toBe(200);
  expect((await bench().work('agent@kuty', requestId)).status).toBe('declined');
  await bench().letter('kuty', 'management@kuty.example.org', 'Погрози в листі 3.4.');
});

test('kz-portal 30-14: an offence is disclosed to the authorities only with its ground, which is on record', async () => {
  const { requestId } = await fileFor('agent', 'kz-portal');
  const incident = await open('kz-portal', requestId, 'offence', 'Из переписки известно о подделке справки.');
  expect(codeOf(await step('kz-portal', incident, 0, { how: 'in-person' }))).toBe('ground-missing');
  const record = { how: 'in-person', ground: 'Статья 385 УК РК', number: 'ЕРДР-17' };
  expect((await step('kz-portal', incident, 0, record)).status).toBe(200);
  expect((await close('kz-portal', incident)).status).toBe(200);
  expect((await listed('kz-portal', incident))?.steps[0]?.done).toMatchObject(record);
});

test('kz-portal 30-17: a breach of the rules of conduct is recorded on the request, with its clause', async () => {
  const { requestId } = await fileFor('agent', 'kz-portal');
  const incident = await open('kz-portal', requestId, 'rudeness', 'Оскорблял консультанта.');
  expect((await step('kz-portal', incident, 0)).status).toBe(200);
  const work = await bench().work('agent@kz-portal', requestId);
  expect(work.status).toBe('declined');
  expect(work.trail.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['open-incident', 'incident-step']));
});

test('edoc 16: on insult the employee stops at once by the clause, and the superior is informed', async () => {
  const { requestId } = await fileFor('agent', 'edoc');
  const incident = await open('edoc', requestId, 'insult', 'Оскорбление сотрудника 16.');
  expect((await step('edoc', incident, 0)).status).toBe(200);
  expect((await bench().work('agent@edoc', requestId)).status).toBe('declined');
  expect((await step('edoc', incident, 1)).status).toBe(200);
  const letter = await bench().letter('edoc', 'superior@edoc.example.org', 'Оскорбление сотрудника 16.');
  expect(letter.text).toContain('Пункт 16');
});
