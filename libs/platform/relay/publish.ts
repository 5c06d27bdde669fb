import { createInbox, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { type Source, subjectOf } from '@reglament/contracts';
import { headersOf } from '../jetstream/headers.ts';
import { timestamp } from '../postgres/index.ts';
import type { Published, Waiting } from './outbox-store.ts';

/** A batch whose acknowledgements take longer counts as not published where they are missing, in ms. */
const ackTimeout = 5_000;

export interface BatchResult {
  readonly published: readonly Published[];
  /** The stream's last sequence as far as is known. */
  readonly last: number;
  /** Why the rest was not published. */
  readonly failure?: unknown;
}

/** A batch on its way: the sequence of each message, the reason why it has none, or nothing yet. */
interface Flight {
  readonly answers: (number | Error | undefined)[];
  open: number;
  readonly landed: () => void;
}

/** What JetStream answers to a message: its sequence, or an error. */
interface Ack {
  readonly seq?: number;
  readonly error?: { readonly description?: string };
}

/**
 * Publishes batches of one service without waiting in between. Each message names the sequence it expects to follow, so the stream takes them
 * in order or not at all: when one is missing, those after it are refused, and so is a second relay that does not know of this one's messages.
 *
 * The client's own `publish` makes a request with a timer of its own of every message; here one subscription hears all acknowledgements, which
 * takes a third of the processor time. One batch at a time.
 */
export class Publisher {
  private readonly inbox = createInbox();
  private readonly subscription: Subscription;
  private readonly decoder = new TextDecoder();
  private batches = 0;
  private flight: Flight | undefined;

  constructor(
    private readonly connection: NatsConnection,
    private readonly source: Source,
  ) {
    this.subscription = connection.subscribe(`${this.inbox}.*.*`, { callback: (_, message) => this.hear(message) });
  }

  /** @param last the stream's last sequence */
  async publish(rows: readonly Waiting[], last: number): Promise<BatchResult> {
    this.batches += 1;
    const answers: Flight['answers'] = rows.map(() => undefined);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ackTimeout);
      const landed = () => {
        clearTimeout(timer);
        resolve();
      };
      this.flight = { answers, open: rows.length, landed };
      for (const [index, row] of rows.entries()) this.send(row, index, last + index);
    });
    this.flight = undefined;
    return resultOf(rows, answers, last);
  }

  close(): void {
    this.subscription.unsubscribe();
  }

  private send(row: Waiting, index: number, lastSequence: number): void {
    const headers = headersOf({
      id: row.eventId,
      type: row.type,
      source: this.source,
      tenant: row.tenant,
      subjectId: row.subjectId,
      occurredAt: timestamp(row.occurredAt),
      ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
    });
    headers.set('Nats-Msg-Id', row.eventId);
    headers.set('Nats-Expected-Last-Sequence', String(lastSequence));
    const reply = `${this.inbox}.${this.batches}.${index}`;
    this.connection.publish(subjectOf(this.source, row.tenant, row.type), row.payload, { headers, reply });
  }

  /** An acknowledgement of an earlier batch, whose time was up, says nothing any more. */
  private hear(message: Msg): void {
    const [batch, index] = message.subject
      .slice(this.inbox.length + 1)
      .split('.')
      .map(Number);
    const { flight } = this;
    if (flight === undefined || batch !== this.batches || index === undefined) return;
    if (flight.answers[index] === undefined) flight.open -= 1;
    flight.answers[index] = this.read(message);
    if (flight.open === 0) flight.landed();
  }

  private read(message: Msg): number | Error {
    if (message.headers?.code === 503) return new Error('nobody keeps the stream: JetStream does not answer');
    const { seq, error } = JSON.parse(this.decoder.decode(message.data)) as Ack;
    // A refusal names a sequence too: nought.
    if (error === undefined && seq !== undefined) return seq;
    return new Error(error?.description ?? 'JetStream answered neither a sequence nor an error');
  }
}

function resultOf(rows: readonly Waiting[], answers: Flight['answers'], last: number): BatchResult {
  const published: Published[] = [];
  let highest = last;
  let failure: unknown;
  for (const [index, row] of rows.entries()) {
    const answer = answers[index];
    if (typeof answer === 'number') {
      published.push({ id: row.id, sequence: answer });
      highest = Math.max(highest, answer);
    } else {
      failure ??= answer ?? new Error(`no acknowledgement of event ${row.eventId} within ${ackTimeout} ms`);
    }
  }
  return failure === undefined ? { published, last: highest } : { published, last: highest, failure };
}
