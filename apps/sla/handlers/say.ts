import type { Say } from '@reglament/domain/clock';
import { isoOf, isoOrNull } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import type { StoredClock } from '../store/clock-store.ts';

/** How a clock is named outside: stable over restarts and re-ordered facts. */
export const clockIdOf = (requestId: string, rule: string, run: number): string => `${requestId}:${rule}:${run}`;

/** Appends the event that says it, in the transaction that recorded it. */
export function say(tx: Tx, { tenant, requestId, record }: StoredClock, { what, at }: Say): void {
  const { rule, clause, run, dueAt } = record;
  const about = { requestId, clockId: clockIdOf(requestId, rule, run), rule, clause };
  const fact = { subjectId: requestId, occurredAt: at };
  switch (what) {
    case 'scheduled': {
      const state = record.state === 'paused' ? 'paused' : 'running';
      const warning = dueAt === null ? null : (record.warnAt[record.warned] ?? null);
      const payload = { ...about, state, dueAt: isoOrNull(dueAt), warnAt: isoOrNull(warning) } as const;
      tx.appendFor(tenant, 'clock.scheduled.v1', { ...fact, payload });
      return;
    }
    case 'warned':
      if (dueAt === null) throw new Error(`${about.clockId} cannot warn: it has no due moment`);
      tx.appendFor(tenant, 'clock.warned.v1', { ...fact, payload: { ...about, dueAt: isoOf(dueAt) } });
      return;
    case 'expired':
      // `at` is the due moment it expired for.
      tx.appendFor(tenant, 'clock.expired.v1', { ...fact, payload: { ...about, dueAt: isoOf(at), late: record.late } });
      return;
    case 'stopped': {
      const { verdict, startedAt, stoppedAt } = record;
      if (verdict === null || stoppedAt === null)
        throw new Error(`${about.clockId} is said to have stopped but has no verdict`);
      const payload = {
        ...about,
        verdict,
        dueAt: isoOrNull(dueAt),
        stoppedAt: isoOf(stoppedAt),
        countedMs: record.counted ?? 0,
        elapsedMs: Math.max(0, stoppedAt - startedAt),
      };
      tx.appendFor(tenant, 'clock.stopped.v1', { ...fact, payload });
    }
  }
}
