import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';
import {
  type Context,
  type ContextManager,
  context,
  isValidSpanId,
  isValidTraceId,
  ROOT_CONTEXT,
  type SpanContext,
  trace,
} from '@opentelemetry/api';

/**
 * W3C trace context through everything a request touches: HTTP in → outbox row → NATS header → consumer → HTTP out.
 * It rides on OpenTelemetry's own context API, so that an SDK with an exporter can be plugged in and sees the same parents.
 */
class AsyncLocalContextManager implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();
  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }
  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    ctx: Context,
    fn: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#storage.run(ctx, () => fn.call(thisArg, ...args));
  }
  bind<T>(ctx: Context, target: T): T {
    if (typeof target !== 'function') return target;
    const call = target as unknown as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => this.#storage.run(ctx, () => call(...args))) as T;
  }
  enable(): this {
    return this;
  }
  disable(): this {
    this.#storage.disable();
    return this;
  }
}

// An SDK that was registered first keeps its own manager: the API refuses a second one.
context.setGlobalContextManager(new AsyncLocalContextManager());

const pool = Buffer.alloc(4096);
let used = pool.length;

/** Random bytes as hex, drawn from a pool: asking the system for eight bytes at a time costs more than the rest of a span. */
function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** Reads a `traceparent` header; undefined when it is absent or not valid (then a new trace begins). */
function parse(traceparent: string | undefined): SpanContext | undefined {
  const match = traceparent === undefined || traceparent.length > 256 ? null : TRACEPARENT.exec(traceparent);
  const [, traceId, spanId, flags] = match ?? [];
  if (!traceId || !spanId || !flags || !isValidTraceId(traceId) || !isValidSpanId(spanId)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

const write = (span: SpanContext): string =>
  `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;

/** The `traceparent` to hand on from here: into an outbox row, a NATS header, an HTTP request. Undefined outside of a trace. */
export function currentTraceparent(): string | undefined {
  const span = trace.getSpanContext(context.active());
  return span && write(span);
}

/** The trace id alone, as logs and problem documents show it. */
export const currentTraceId = (): string | undefined => trace.getSpanContext(context.active())?.traceId;

/** Runs `fn` in a new step of the trace that `traceparent` names, or of a new trace when it names none. */
export function withTrace<T>(traceparent: string | undefined, fn: () => T): T {
  const parent = parse(traceparent);
  const step: SpanContext = {
    traceId: parent?.traceId ?? randomHex(16),
    spanId: randomHex(8),
    traceFlags: parent?.traceFlags ?? 1,
  };
  return context.with(trace.setSpanContext(ROOT_CONTEXT, step), fn);
}
