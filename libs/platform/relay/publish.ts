import type { JetStreamClient } from '@nats-io/jetstream';
import { type Source, subjectOf } from '@reglament/contracts';
import { headersOf } from '../jetstream/headers.ts';
import { timestamp } from '../postgres/index.ts';
import type { Published, Waiting } from './outbox-store.ts';

/** An acknowledgement that takes longer counts as none, in ms. */
const ackTimeout = 5_000;

export interface BatchResult {
  readonly published: readonly Published[];
  /** The stream's last sequence as far as is known. */
  readonly last: number;
  /** Why the rest was not published. */
  readonly failure?: unknown;
}

/**
 * Publishes a batch without waiting in between. Each message names the sequence it expects to follow, so the stream takes them in order or
 * not at all: when one is missing, those after it are refused, and so is a second relay that does not know of this one's messages.
 */
export async function publishBatch(
  client: JetStreamClient,
  source: Source,
  rows: readonly Waiting[],
  last: number,
): Promise<BatchResult> {
  const acks = await Promise.allSettled(rows.map((row, index) => publish(client, source, row, last + index)));
  const published: Published[] = [];
  let highest = last;
  let failure: unknown;
  for (const [index, ack] of acks.entries()) {
    const row = rows[index];
    if (row === undefined) continue;
    if (ack.status === 'fulfilled') {
      published.push({ id: row.id, sequence: ack.value });
      highest = Math.max(highest, ack.value);
    } else {
      failure ??= ack.reason;
    }
  }
  return failure === undefined ? { published, last: highest } : { published, last: highest, failure };
}

async function publish(client: JetStreamClient, source: Source, row: Waiting, lastSequence: number): Promise<number> {
  const headers = headersOf({
    id: row.eventId,
    type: row.type,
    source,
    tenant: row.tenant,
    subjectId: row.subjectId,
    occurredAt: timestamp(row.occurredAt),
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
  });
  const ack = await client.publish(subjectOf(source, row.tenant, row.type), row.payload, {
    msgID: row.eventId,
    headers,
    expect: { lastSequence },
    timeout: ackTimeout,
  });
  return ack.seq;
}
