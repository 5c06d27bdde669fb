import { DeliverPolicy, type JetStreamManager, type StreamInfo } from '@nats-io/jetstream';
import { type Source, streamOf } from '@reglament/contracts';
import { consumerConfig, ensureStream, isNotFound } from '../jetstream/streams.ts';
import type { Logger } from '../telemetry/index.ts';
import type { OutboxStore } from './outbox-store.ts';

export interface ReconcileParts {
  readonly manager: JetStreamManager;
  readonly source: Source;
  readonly store: OutboxStore;
  readonly logger?: Logger | undefined;
}

const messageId = 'Nats-Msg-Id';

/**
 * Makes PostgreSQL and the stream agree before anything is published. A stream can have lost its end (an acknowledged publish is not yet on
 * disk) or everything (its store deleted): what is recorded above the last sequence on which both agree is published again. A process can have
 * died between publishing and recording: what the stream has beyond the record is recorded now.
 * @returns the stream's last sequence
 */
export async function reconcile(parts: ReconcileParts): Promise<number> {
  const { store, logger, source } = parts;
  const info = await ensureStream(parts.manager, source);
  const agreed = await agreedSequence(parts, info);
  const lost = await store.forgetAbove(agreed);
  if (lost > 0) {
    logger?.warn({ stream: streamOf(source), agreed, lost }, 'the stream lost events, they are published again');
    await rewindConsumers(parts, agreed);
  }
  await recordFound(parts, Math.max(agreed + 1, info.state.first_seq), info.state.last_seq);
  return info.state.last_seq;
}

/**
 * The highest sequence at which stream and record name the same event. There is one writer, so both agree up to some point and on nothing
 * after it: a binary search, a dozen looks into the stream, and one look in the usual case.
 */
async function agreedSequence(parts: ReconcileParts, info: StreamInfo): Promise<number> {
  const { store } = parts;
  const { first_seq: first, last_seq: last, messages } = info.state;
  const highest = await store.highestSequence();
  // Everything aged out: nothing to compare, and nothing lost either. (Single events that aged out are passed over below.)
  if (messages === 0 && last >= highest) return highest;
  let low = 0;
  let top = Math.min(highest, last);
  for (let probe = top; low < top; probe = low + Math.ceil((top - low) / 2)) {
    const recorded = await store.recordedAt(probe);
    const comparable = recorded !== undefined && recorded.sequence > low && recorded.sequence >= first;
    if (!comparable || (await holds(parts, recorded))) low = probe;
    else top = recorded.sequence - 1;
  }
  return low;
}

/** Whether the stream has this very event at this place. */
async function holds(parts: ReconcileParts, at: { eventId: string; sequence: number }): Promise<boolean> {
  return (await idAt(parts, at.sequence)) === at.eventId;
}

async function idAt({ manager, source }: ReconcileParts, sequence: number): Promise<string | undefined> {
  try {
    const message = await manager.streams.getMessage(streamOf(source), { seq: sequence });
    return message?.header.get(messageId);
  } catch (error) {
    if (isNotFound(error) || /no message found/i.test((error as Error).message)) return undefined;
    throw error;
  }
}

/** Records what the stream has but the record does not: a batch or two, published just before a process died. */
async function recordFound(parts: ReconcileParts, from: number, to: number): Promise<void> {
  const batch = 500;
  for (let start = from; start <= to; start += batch) {
    const sequences = Array.from({ length: Math.min(batch, to - start + 1) }, (_, index) => start + index);
    const ids = await Promise.all(sequences.map((sequence) => idAt(parts, sequence)));
    const found = sequences.flatMap((sequence, index) => {
      const eventId = ids[index];
      return eventId === undefined || eventId === '' ? [] : [{ eventId, sequence }];
    });
    await parts.store.markFound(found);
  }
}

/** A consumer that was further than the stream now is would skip what takes the lost places: it goes on right after what both still have. */
async function rewindConsumers({ manager, source, logger }: ReconcileParts, agreed: number): Promise<void> {
  for await (const info of manager.consumers.list(streamOf(source))) {
    const { name, config, delivered } = info;
    if (config.durable_name === undefined || delivered.stream_seq <= agreed) continue;
    logger?.warn({ stream: streamOf(source), consumer: name, from: agreed + 1 }, 'the consumer goes back');
    await manager.consumers.delete(streamOf(source), name);
    const fresh = consumerConfig(name as Source, config.max_ack_pending ?? 1000);
    const start = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: agreed + 1 };
    await manager.consumers.add(streamOf(source), { ...fresh, ...start });
  }
}
