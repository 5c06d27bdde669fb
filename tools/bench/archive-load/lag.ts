/** How long it takes from a commit in PostgreSQL, through outbox, relay and stream, until a request stands in the figures' rows. */
import { setTimeout as pause } from 'node:timers/promises';
import type { PayloadOf } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { newId } from '@reglament/platform/ids';
import type { Bus } from '@reglament/platform/jetstream';
import { Database, migrateService, outboxTables } from '@reglament/platform/postgres';
import { Relay } from '@reglament/platform/relay';

export interface Rhythm {
  readonly perSecond: number;
  readonly seconds: number;
}

const TENANT = 'lag';
const PASSWORD = 'bench';
const LOOK_EVERY_MS = 20;

function submission(index: number, question: string): PayloadOf<'request.submitted.v1'> {
  return {
    requestId: newId(),
    number: String(index).padStart(9, '0'),
    channel: 'web',
    entryPoint: 'form',
    category: 'software',
    clientCategory: null,
    product: null,
    language: 'en',
    urgent: false,
    edition: '1',
    submittedAt: new Date().toISOString(),
    summary: question.slice(0, 200),
    question,
    reachableBy: ['email'],
    registeredBy: null,
  };
}

async function openIntake(adminUrl: string): Promise<{ database: Database; systemUrl: string }> {
  const migrations = [{ name: '0001', up: outboxTables('intake') }];
  const owner = { adminUrl, service: 'intake', schema: 'intake', migrations } as const;
  await migrateService({ ...owner, appPassword: PASSWORD, systemPassword: PASSWORD });
  const as = (role: string) => {
    const url = new URL(adminUrl);
    [url.username, url.password] = [role, PASSWORD];
    return url.href;
  };
  const systemUrl = as('reglament_intake_system');
  return { database: new Database({ service: 'intake', url: as('reglament_intake'), systemUrl }), systemUrl };
}

/** Milliseconds from each commit until the request is in `request_current`, ascending. Every request is a new one: the worst the archive can be given. */
export async function lagOf(
  { perSecond, seconds }: Rhythm,
  parts: { readonly postgres: string; readonly bus: Bus; readonly house: ClickHouse; readonly question: string },
): Promise<number[]> {
  const { database, systemUrl } = await openIntake(parts.postgres);
  const relay = new Relay({ database, bus: parts.bus, source: 'intake', lockUrl: systemUrl });
  relay.start();
  const committed: number[] = [];
  const lags: number[] = [];
  const all = perSecond * seconds;
  const watch = async () => {
    while (lags.length < all) {
      const seen = await known(parts.house);
      const now = performance.now();
      // One commit after the other, and the relay keeps their order: as many as are seen, so many of the first are there.
      for (const at of committed.slice(lags.length, seen)) lags.push(now - at);
      await pause(LOOK_EVERY_MS);
    }
  };
  const watching = watch();
  const began = performance.now();
  while (committed.length < all) {
    const due = Math.min(Math.floor(((performance.now() - began) / 1000) * perSecond), all);
    const from = committed.length;
    await database.tenant(TENANT, async (tx) => {
      for (let index = from; index < due; index += 1) {
        const payload = submission(index, parts.question);
        tx.append('request.submitted.v1', { subjectId: payload.requestId, payload, occurredAt: Date.now() as Instant });
      }
    });
    const at = performance.now();
    for (let index = from; index < due; index += 1) committed.push(at);
    await pause(5);
  }
  await watching;
  await relay.stop();
  await database.close();
  return lags.sort((a, b) => a - b);
}

async function known({ client, database }: ClickHouse): Promise<number> {
  const query = `SELECT uniqExact(request_id) AS n FROM ${database}.request_current WHERE tenant = '${TENANT}'`;
  const answer = await client.query({ query, format: 'JSONEachRow' });
  return Number((await answer.json<{ n: number }>())[0]?.n ?? 0);
}
