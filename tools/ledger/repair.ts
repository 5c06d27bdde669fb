/** Brings missing events on their way again. */
import { DeliverPolicy, jetstreamManager } from '@nats-io/jetstream';
import { type Source, streamOf } from '@reglament/contracts';
import { Bus, consumerConfig } from '@reglament/platform/jetstream';
import pg from 'pg';
import type { Problem } from './compare.ts';
import type { Engines } from './read.ts';

/**
 * What is not in its stream is published again by the relay; a consumer that has missed something goes back to the first of it (what it already
 * has, it recognises). Dead letters are a person's to look at and replay; what stands twice stays: every effect is there once all the same.
 * @returns what was done, as sentences
 */
export async function repair(engines: Engines, problems: readonly Problem[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: engines.postgres, application_name: 'reglament-ledger' });
  await client.connect();
  const bus = new Bus({ url: engines.nats, name: 'ledger' });
  try {
    const done: string[] = [];
    for (const source of new Set(problems.map((problem) => problem.source))) {
      const of = problems.filter((problem) => problem.source === source);
      const unpublished = of.filter(({ fault }) => fault === 'not published').flatMap(({ ids }) => ids);
      if (unpublished.length > 0) done.push(await publishAgain(client, source, unpublished));
      const late = of.filter(({ fault }) => fault === 'not consumed' || fault === 'not archived');
      for (const where of new Set(late.map((problem) => problem.where))) {
        const ids = late.filter((problem) => problem.where === where).flatMap((problem) => problem.ids);
        const service = where === 'archive' ? 'reporting' : where;
        done.push(...(await deliverAgain(client, bus, source as Source, service as Source, ids)));
      }
    }
    return done;
  } finally {
    await bus.close();
    await client.end();
  }
}

async function publishAgain(client: pg.Client, source: string, ids: readonly string[]): Promise<string> {
  await client.query(`BEGIN; SET LOCAL ROLE reglament_${source}_system`);
  await client.query(
    `UPDATE ${source}.outbox SET published_at = NULL, stream_seq = NULL WHERE event_id = ANY ($1::uuid[])`,
    [ids],
  );
  await client.query('COMMIT');
  return `${source} publishes ${ids.length} events again.`;
}

async function deliverAgain(
  client: pg.Client,
  bus: Bus,
  source: Source,
  service: Source,
  ids: readonly string[],
): Promise<string[]> {
  await client.query(`BEGIN; SET LOCAL ROLE reglament_${source}_system`);
  const { rows } = await client.query(
    `SELECT min(stream_seq) AS first FROM ${source}.outbox WHERE event_id = ANY ($1::uuid[])`,
    [ids],
  );
  await client.query('COMMIT');
  const first = Number(rows[0]?.first ?? 0);
  if (first === 0) return [];
  const manager = await jetstreamManager(await bus.connection(AbortSignal.timeout(5_000)));
  const info = await manager.consumers.info(streamOf(source), service);
  await manager.consumers.delete(streamOf(source), service);
  const start = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: first };
  // The service may have made it anew already, from the stream's beginning: that serves as well.
  await manager.consumers
    .add(streamOf(source), { ...consumerConfig(service, info.config.max_ack_pending ?? 1_000), ...start })
    .catch(() => undefined);
  return [`${service} reads ${streamOf(source)} again from ${first}.`];
}
