import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../telemetry/index.ts';

export interface LeadershipOptions {
  /** PostgreSQL, with any role: an advisory lock on a connection of its own makes the leader. */
  readonly url: string;
  /** What is led: `relay.intake`. One leader per name and database. */
  readonly name: string;
  readonly logger?: Logger;
  /** Milliseconds between two tries of a stand-by. */
  readonly retryEvery?: number;
}

/** A running candidacy. */
export interface Leadership {
  readonly isLeader: boolean;
  /** Gives the role up, waits until it has ended, and lets another lead. */
  stop(): Promise<void>;
}

/**
 * Runs `role` in at most one process at a time, for as long as its connection to PostgreSQL lives; the others stand by and one takes over.
 * The role gets a signal that aborts when leadership is lost, and must end then. A role that throws is logged and led anew after a pause.
 * A connection can be lost without both sides knowing at once, so a role has to bear a second leader for a moment (be idempotent).
 */
export function withLeadership(options: LeadershipOptions, role: (signal: AbortSignal) => Promise<void>): Leadership {
  const stopping = new AbortController();
  const state = { isLeader: false };
  const running = candidate(options, role, stopping.signal, state);
  return {
    get isLeader() {
      return state.isLeader;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function candidate(
  options: LeadershipOptions,
  role: (signal: AbortSignal) => Promise<void>,
  stop: AbortSignal,
  state: { isLeader: boolean },
): Promise<void> {
  const retryEvery = options.retryEvery ?? 500;
  while (!stop.aborted) {
    try {
      await lead(options, role, stop, state);
    } catch (error) {
      if (!stop.aborted) options.logger?.warn({ err: error, role: options.name }, 'the role ended, trying again');
    }
    state.isLeader = false;
    await pause(retryEvery, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function lead(
  options: LeadershipOptions,
  role: (signal: AbortSignal) => Promise<void>,
  stop: AbortSignal,
  state: { isLeader: boolean },
): Promise<void> {
  const lost = new AbortController();
  const client = new pg.Client({
    connectionString: options.url,
    application_name: `reglament-${options.name}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  try {
    const signal = AbortSignal.any([stop, lost.signal]);
    while (!signal.aborted) {
      const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS won', [
        options.name,
      ]);
      if (rows[0]?.won === true) {
        state.isLeader = true;
        options.logger?.info({ role: options.name }, 'leads');
        await role(signal);
        return;
      }
      await pause(options.retryEvery ?? 500, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
