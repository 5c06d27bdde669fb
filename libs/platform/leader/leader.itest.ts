import { once } from 'node:events';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { eventually } from '@reglament/testing/eventually';
import { outboxTables } from '../postgres/index.ts';
import { type Leadership, withLeadership } from './index.ts';

let db: TestDatabase;
const running: Leadership[] = [];
beforeAll(async () => {
  db = await testDatabase({ service: 'sla', migrations: [{ name: '0001-bus', up: outboxTables('sla') }] });
}, 90_000);
afterEach(async () => {
  await Promise.all(running.splice(0).map((leadership) => leadership.stop()));
});
afterAll(() => db.close());

function candidate(name: string, role: (signal: AbortSignal) => Promise<void>): Leadership {
  const leadership = withLeadership({ url: db.systemUrl, name, retryEvery: 50 }, role);
  running.push(leadership);
  return leadership;
}

/** A role that lasts until leadership is lost, and counts how many do it at a moment. */
function watched() {
  const count = { now: 0, most: 0 };
  const role = async (signal: AbortSignal) => {
    count.now += 1;
    count.most = Math.max(count.most, count.now);
    if (!signal.aborted) await once(signal, 'abort');
    count.now -= 1;
  };
  return { count, role };
}

test('of three candidates one leads; when it stops, another takes over', async () => {
  const { count, role } = watched();
  const all = [candidate('a', role), candidate('a', role), candidate('a', role)];
  await eventually(() => count.now === 1);
  await all.find((one) => one.isLeader)?.stop();
  await eventually(() => count.now === 1 && all.filter((one) => one.isLeader).length === 1);
  expect(count.most).toBe(1);
});

test('two roles are led side by side', async () => {
  const { count, role } = watched();
  candidate('b', role);
  candidate('c', role);
  await eventually(() => count.now === 2);
});

test('a leader whose connection is cut is told, and somebody leads again', async () => {
  let terms = 0;
  const { count, role } = watched();
  candidate('d', async (signal) => {
    terms += 1;
    await role(signal);
  });
  await eventually(() => count.now === 1);
  await db.admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reglament-d'");
  await eventually(() => terms === 2 && count.now === 1);
});

test('a role that throws is led anew', async () => {
  let terms = 0;
  candidate('e', async (signal) => {
    terms += 1;
    if (terms < 3) throw new Error('not yet');
    if (!signal.aborted) await once(signal, 'abort');
  });
  await eventually(() => terms === 3);
});
