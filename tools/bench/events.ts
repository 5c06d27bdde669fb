// npm run bench -- events [count]: how many events per second the relay publishes and a service consumes, on durable engines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PayloadOf, Source } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { startEngines } from '@reglament/engines';
import { newId } from '@reglament/platform/ids';
import { Bus, type EventContext, JetStreamTransport } from '@reglament/platform/jetstream';
import {
  Database,
  inboxTables,
  migrateService,
  outboxTables,
  systemGrant,
  tenantPolicy,
} from '@reglament/platform/postgres';
import { Relay } from '@reglament/platform/relay';

const count = Number(process.argv[2] ?? 20_000);
const batch = 500;
const password = 'bench';

const heard = `CREATE TABLE routing.heard (tenant text NOT NULL, event_id uuid PRIMARY KEY, summary text NOT NULL);
  ${tenantPolicy('routing', 'heard')} ${systemGrant('routing', 'heard', 'SELECT')}`;
const schemas: Partial<Record<Source, string>> = {
  intake: outboxTables('intake'),
  routing: `${outboxTables('routing')} ${inboxTables('routing')} ${heard}`,
};

async function main(): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'reglament-bench-'));
  const engines = await startEngines({ data, only: ['postgres', 'nats'] });
  try {
    await measure(engines.urls.postgres ?? '', engines.urls.nats ?? '');
  } finally {
    await engines.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function measure(adminUrl: string, natsUrl: string): Promise<void> {
  for (const [service, up] of Object.entries(schemas)) {
    const migrations = [{ name: '0001', up }];
    const owner = { adminUrl, service: service as Source, schema: service, migrations };
    await migrateService({ ...owner, appPassword: password, systemPassword: password });
  }
  const intake = open('intake', adminUrl);
  const routing = open('routing', adminUrl);
  const bus = new Bus({ url: natsUrl, name: 'bench' });
  await bus.connection();

  report('appended (500 per transaction, durable)', count, await timed(() => append(intake.database)));
  const relay = new Relay({ database: intake.database, bus, source: 'intake', lockUrl: intake.systemUrl });
  report(
    'published by the relay',
    count,
    await timed(async () => {
      relay.start();
      await until(intake.database, `SELECT count(*) AS n FROM intake.outbox WHERE published_at IS NOT NULL`);
    }),
  );
  const transport = new JetStreamTransport({ service: 'routing', bus, database: routing.database });
  transport.addHandler('request.submitted.v1', handle as never, true);
  report(
    'consumed (inbox and one INSERT each, durable)',
    count,
    await timed(async () => {
      transport.listen(() => undefined);
      await until(routing.database, 'SELECT count(*) AS n FROM routing.heard');
    }),
  );
  await transport.close();
  await relay.stop();
  await bus.close();
  await Promise.all([intake.database.close(), routing.database.close()]);
}

function open(service: Source, adminUrl: string): { database: Database; systemUrl: string } {
  const as = (role: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = password;
    return url.href;
  };
  const systemUrl = as(`reglament_${service}_system`);
  return { database: new Database({ service, url: as(`reglament_${service}`), systemUrl }), systemUrl };
}

async function append(database: Database): Promise<void> {
  for (let done = 0; done < count; done += batch) {
    await database.tenant('ovk', async (tx) => {
      for (let index = 0; index < batch; index += 1) {
        const payload = request();
        tx.append('request.submitted.v1', { subjectId: payload.requestId, payload, occurredAt: 0 as Instant });
      }
    });
  }
}

async function handle(
  event: { id: string; tenant: string; payload: { summary: string } },
  { tx }: EventContext,
): Promise<void> {
  await tx.sql('INSERT INTO routing.heard VALUES ($1, $2, $3)', [event.tenant, event.id, event.payload.summary]);
}

async function until(database: Database, text: string): Promise<void> {
  for (;;) {
    const [row] = await database.systemQuery<{ n: number }>(text);
    if ((row?.n ?? 0) >= count) return;
    await pause(50);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

function report(what: string, events: number, seconds: number): void {
  process.stdout.write(
    `${what.padEnd(48)} ${Math.round(events / seconds)
      .toLocaleString('en')
      .padStart(8)} events/s\n`,
  );
}

function request(): PayloadOf<'request.submitted.v1'> {
  return {
    requestId: newId(),
    number: '0000017',
    channel: 'web',
    entryPoint: 'site',
    category: 'other',
    clientCategory: null,
    product: null,
    language: 'ru',
    urgent: false,
    edition: '2026',
    submittedAt: '2026-11-02T06:00:00.000Z',
    summary: 'Не приходит письмо с кодом',
    question: 'Не приходит письмо с кодом, жду с утра. '.repeat(10),
    reachableBy: ['email'],
    registeredBy: null,
  };
}

await main();
