import type { FastifyInstance, FastifyReply } from 'fastify';

const HEARTBEAT_MS = 15_000;
/** Milliseconds between two writes to one listener: what happens meanwhile goes together. The first after a rest goes at once. */
const GATHER_MS = 25;
/** A reader this far behind is cut off; its browser connects again and reads the state afresh. */
const MOST_UNREAD_BYTES = 262_144;
/** Open streams of one process. */
const MOST_STREAMS = 5_000;

const streams = new WeakMap<FastifyInstance, Set<EventStream>>();

/** One client that listens. Sending never waits and never fails: a stream that is over ignores it. */
export interface EventStream {
  send(event: { readonly type?: string; readonly id?: string; readonly data: unknown }): void;
  /** Ends it from our side. */
  close(): void;
  /** Aborted when either side has ended it: unsubscribe here. */
  readonly closed: AbortSignal;
}

/** Ends every open stream when the server closes, so that a drain does not wait for listeners. */
export function installStreams(server: FastifyInstance): void {
  const open = new Set<EventStream>();
  streams.set(server, open);
  server.addHook('preClose', (done) => {
    for (const stream of open) stream.close();
    done();
  });
}

/**
 * Answers with server-sent events: heartbeats each 15 s, a bound on what a slow reader leaves unread. The handler takes
 * `@Res() reply` and returns nothing. `signal` ends the stream too.
 */
export function sse(reply: FastifyReply, signal?: AbortSignal): EventStream {
  const open = streams.get(reply.server) ?? new Set<EventStream>();
  const { raw } = reply;
  reply.hijack();
  const ended = new AbortController();
  const full = open.size >= MOST_STREAMS;
  raw.writeHead(full ? 503 : 200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  let unsent = '';
  let sentAt = Number.NEGATIVE_INFINITY;
  let sending: NodeJS.Timeout | undefined;
  const flush = (): void => {
    sending = undefined;
    if (ended.signal.aborted || unsent === '') return;
    raw.write(unsent);
    unsent = '';
    sentAt = performance.now();
    if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
  };
  const write = (text: string): void => {
    if (ended.signal.aborted) return;
    unsent += text;
    const wait = sentAt + GATHER_MS - performance.now();
    if (sending === undefined && wait > 0) sending = setTimeout(flush, wait);
    else if (sending === undefined) flush();
  };
  const stream: EventStream = {
    send: ({ type, id, data }) =>
      write(`${type ? `event: ${type}\n` : ''}${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`),
    close: () => {
      flush();
      if (!ended.signal.aborted) raw.end();
      finish();
    },
    closed: ended.signal,
  };
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  const finish = (): void => {
    clearInterval(heartbeat);
    clearTimeout(sending);
    open.delete(stream);
    ended.abort();
  };
  raw.once('close', finish);
  signal?.addEventListener('abort', () => stream.close(), { once: true });
  open.add(stream);
  if (full || signal?.aborted) stream.close();
  else write('retry: 1000\n\n');
  return stream;
}
