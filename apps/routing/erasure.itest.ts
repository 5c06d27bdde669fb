import { newId } from '@reglament/platform/ids';
import { Bus } from '@reglament/platform/jetstream';
import { ForgetWords } from '@reglament/platform/relay';
import { Bench, type Person } from './testing/bench.ts';

let bench: Bench;
let agent: Person;
let moderator: Person;
const bus = new Bus({ url: 'nats://127.0.0.1:1', name: 'nobody' });

beforeAll(async () => {
  bench = await Bench.start();
  moderator = await bench.person('edoc', ['moderator'], 'm1', 'Maria Kim');
  agent = await bench.person('edoc', ['agent'], 'a1', 'Anna Kotova');
  await bench.hire('edoc', 'a1', { name: 'Anna Kotova' });
}, 60_000);
afterAll(async () => {
  await bus.close();
  await bench?.stop();
});

/** Every row of the schema that names the request or bears the mark, as text. */
async function bearing(mark: RegExp): Promise<string[]> {
  const tables = await bench.db.admin<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'routing'::regnamespace AND relkind = 'r'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await bench.db.admin<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM routing.${name} AS t`);
    found.push(...rows.filter(({ row }) => mark.test(row)).map(({ row }) => `${name} ${row}`));
  }
  return found;
}

test('erasing a person takes their words out of the work and the trail, which tells of it and is otherwise as it was', async () => {
  const id = await bench.file('edoc', { category: 'consultation', summary: 'Zakhar asks' });
  const press = async (who: Person, verb: string, body: object, status = 200) => {
    const answer = await who.post(`/requests/${id}/${verb}`, body);
    expect([verb, answer.status, answer.body.code]).toEqual([verb, status, answer.body.code]);
  };
  await press(moderator, 'assign', { agentId: 'a1', version: 1 });
  await press(agent, 'calls', { outcome: 'no-answer', note: 'Zakhar did not pick up' });
  await press(agent, 'reply', { text: 'Dear Zakhar' });
  await press(agent, 'guests', { name: 'Zakhar’s brother', briefing: 'About Zakhar' }, 201);
  await press(agent, 'resolve', { text: 'Solved for Zakhar' });
  await press(moderator, 'reopen', { because: 'Zakhar called' });
  await press(agent, 'resolve', {});
  const other = await bench.file('edoc', { category: 'consultation', summary: 'Zakhar the second' });

  const trail =
    "SELECT id, at, verb, by_kind, by_id FROM routing.trail WHERE request_id = $1 AND verb <> 'erase' ORDER BY id";
  const before = await bench.db.admin(trail, [id]);
  expect((await bearing(/Zakhar/)).length).toBeGreaterThan(8);
  const by = { kind: 'staff' as const, id: 'm-9', name: 'Olga' };
  const erased = { requestId: id, erasureId: newId(), because: 'demand' as const, clause: null, by };
  await bench.deliver(bench.event('request.erased.v1', 'edoc', erased));
  const sweep = new ForgetWords({ database: bench.db.database, bus, service: 'routing', settledMs: 0 });
  expect(await sweep.round()).toBe(1);

  expect(await bearing(/Zakhar/)).toEqual(await bearing(/Zakhar the second/));
  expect((await bearing(/Zakhar the second/)).length).toBeGreaterThan(0);
  expect(await bench.db.admin(trail, [id])).toEqual(before);
  const lines = await bench.db.admin(
    "SELECT by_name, detail FROM routing.trail WHERE request_id = $1 AND verb = 'erase'",
    [id],
  );
  expect(lines).toMatchObject([{ by_name: 'Olga', detail: { because: 'demand' } }]);
  const seen = await agent.get(`/requests/${id}`);
  expect([seen.status, seen.body.summary]).toEqual([200, '']);
  expect((await agent.get(`/requests/${other}`)).body.summary).toBe('Zakhar the second');
});

test('outside an erasure nobody changes the trail, and in one nobody changes who did what', async () => {
  const id = await bench.file('edoc', { category: 'consultation' });
  const change = (set: string, erasing: boolean) =>
    bench.db.database.tenant('edoc', async (tx) => {
      if (erasing) await tx.sql("SELECT set_config('app.erasing', 'yes', true)");
      await tx.sql(`UPDATE routing.trail SET ${set} WHERE request_id = $1::uuid`, [id]);
    });
  await expect(change("detail = '{}'", false)).rejects.toThrow('only ever added to');
  await expect(change("by_name = 'Somebody'", true)).rejects.toThrow('only ever added to');
  await expect(change("by_id = 'x'", true)).rejects.toThrow('permission denied');
  await expect(change("detail = '{}'", true)).resolves.toBeUndefined();
});
