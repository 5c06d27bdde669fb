/** HTTP that outlives killed services: patient, bounded, and honest about what may have happened. */

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What a call gave: an answer, or nothing certain because the connection broke or the service failed. */
export type Reached =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'unsure'; readonly why: string };

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** How long one call may take before it counts as broken, milliseconds. */
const CALL_TIMEOUT = 30_000;

/** One try. A status of 500 and above is as uncertain as a broken connection: the work may have been done. */
export async function tryOnce(call: Call): Promise<Reached> {
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: { ...(call.body === undefined ? {} : { 'content-type': 'application/json' }), ...call.headers },
      signal: AbortSignal.timeout(CALL_TIMEOUT),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const text = await response.text();
    if (response.status >= 500) return { kind: 'unsure', why: `${response.status} from ${new URL(call.url).pathname}` };
    return { kind: 'answer', answer: { status: response.status, body: text === '' ? null : parse(text) } };
  } catch (error) {
    const { message, cause } = error as Error;
    return { kind: 'unsure', why: cause instanceof Error ? `${message}: ${cause.message}` : message };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Gave up: how long it was tried, and what the last try said. */
export class GaveUp extends Error {}

/** Waits between tries: 100 ms at first, doubling to 2 s; gives up after `patience` milliseconds. */
export class Patience {
  tries = 0;
  private readonly until: number;

  constructor(patience: number) {
    this.until = performance.now() + patience;
  }

  /** @throws GaveUp when the time is over */
  async wait(why: string, atLeast = 0): Promise<void> {
    if (performance.now() >= this.until) throw new GaveUp(`gave up after ${this.tries + 1} tries: ${why}`);
    const pause = Math.max(atLeast, Math.min(2_000, 100 * 2 ** Math.min(this.tries, 10)));
    this.tries += 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** For calls that may be repeated freely: tries until there is an answer. */
export async function certainly(call: Call, patience: Patience): Promise<Answer> {
  for (;;) {
    const reached = await tryOnce(call);
    if (reached.kind === 'answer' && reached.answer.status !== 429) return reached.answer;
    await patience.wait(reached.kind === 'unsure' ? reached.why : 'too many requests', pauseAsked(reached));
  }
}

/** What a 429 asks to wait, milliseconds. */
export function pauseAsked(reached: Reached): number {
  if (reached.kind !== 'answer' || reached.answer.status !== 429) return 0;
  const after = (reached.answer.body as { retryAfter?: unknown } | null)?.retryAfter;
  return typeof after === 'number' ? Math.min(60, after) * 1000 : 1000;
}
