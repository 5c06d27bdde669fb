import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '@nats-io/transport-node';

/** About half a minute, far beyond what a busy machine makes of an answer. */
const USUAL: Patience = { lookEveryMs: 5_000, answerWithinMs: 5_000, mostMissed: 3 };

export interface Patience {
  readonly lookEveryMs: number;
  readonly answerWithinMs: number;
  /** So many unanswered looks in a row. */
  readonly mostMissed: number;
}

/**
 * Resolves with a sentence when the server no longer answers for its streams. Seen after a full disk (nats-server 2.9.10): connections are
 * held, but nothing is stored, and it does not even stop when it is asked to. Started anew it goes on; what it lost is published again.
 */
export async function whenStuck(url: string, { lookEveryMs, answerWithinMs, mostMissed } = USUAL): Promise<string> {
  const { host, username } = new URL(url);
  const connection = await connect({
    ...{ servers: host, token: username, name: 'nats-host' },
    ...{ waitOnFirstConnect: true, maxReconnectAttempts: -1 },
  });
  for (let missed = 0; missed < mostMissed; ) {
    await pause(lookEveryMs, undefined, { ref: false });
    // The list asks every stream for its state, so one that is stuck is enough.
    const looked = connection.request('$JS.API.STREAM.LIST', '{}', { timeout: answerWithinMs });
    missed = (await looked.then(() => true).catch(() => false)) ? 0 : missed + 1;
  }
  void connection.close();
  return `JetStream has left ${mostMissed} questions in a row unanswered`;
}
