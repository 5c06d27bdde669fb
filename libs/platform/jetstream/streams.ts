import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamInfo,
} from '@nats-io/jetstream';
import { type Source, streamOf } from '@reglament/contracts';

const seconds = (count: number): number => count * 1_000_000_000;

/** How long a stream keeps events, in days. PostgreSQL keeps them for ever. */
export const keptDays = 30;
/** Within this time NATS itself recognises an event published twice. */
const duplicateWindow = seconds(120);

/** What JetStream's API says for a stream or consumer that is not there. */
const streamNotFound = 10059;
const consumerNotFound = 10014;

const codeOf = (error: unknown): number | undefined => (error instanceof JetStreamApiError ? error.code : undefined);
export const isNotFound = (error: unknown): boolean =>
  [streamNotFound, consumerNotFound].includes(codeOf(error) ?? 0) || (error as Error).message?.endsWith('not found');

/** Makes the stream of one publishing service when it is not there. Any service may do it: whoever boots first. */
export async function ensureStream(manager: JetStreamManager, source: Source): Promise<StreamInfo> {
  try {
    return await manager.streams.info(streamOf(source));
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  return manager.streams.add({
    name: streamOf(source),
    subjects: [`evt.${source}.>`],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    max_age: seconds(keptDays * 24 * 3600),
    max_msg_size: 1024 * 1024,
    duplicate_window: duplicateWindow,
    num_replicas: 1,
  });
}

/** Not acknowledged within this time, in ms, an event is delivered again. */
export const ackWithin = 30_000;

/** A service's place in another's stream: durable, explicit acknowledgement, from the first event on, delivered for ever. */
export const consumerConfig = (service: Source, maxInFlight: number): Partial<ConsumerConfig> => ({
  durable_name: service,
  ack_policy: AckPolicy.Explicit,
  deliver_policy: DeliverPolicy.All,
  ack_wait: ackWithin * 1_000_000,
  max_ack_pending: maxInFlight,
  max_deliver: -1,
});

/** Makes the durable consumer when it is not there; an existing one keeps its place. */
export async function ensureConsumer(
  manager: JetStreamManager,
  service: Source,
  source: Source,
  maxInFlight: number,
): Promise<void> {
  try {
    await manager.consumers.info(streamOf(source), service);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await manager.consumers.add(streamOf(source), consumerConfig(service, maxInFlight));
  }
}
