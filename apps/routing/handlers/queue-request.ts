import { Injectable } from '@nestjs/common';
import { queueRank } from '@reglament/domain/routing';
import { type Instant, notBefore } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Batch, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { withTrace } from '@reglament/platform/telemetry';
import { insertArrivals, type Submitted } from '../store/arrivals.ts';
import { takeEarlyFacts } from '../store/early-facts.ts';
import { EarlyFacts } from './early-facts.ts';

/** Puts accepted requests into the moderator's queue, many with one statement, and says so. */
@Injectable()
export class QueueRequest {
  private readonly batch = new Batch<Submitted>((tx, events) => this.write(tx, events));

  constructor(
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
    private readonly early: EarlyFacts,
  ) {}

  add(tx: Tx, event: Submitted): void {
    this.batch.add(tx, event);
  }

  /** Whoever is about to look for a request calls this first: it may be among the gathered ones. */
  flush(tx: Tx): Promise<void> {
    return this.batch.flush(tx);
  }

  private async write(tx: Tx, gathered: readonly Submitted[]): Promise<void> {
    const now = this.clock.now();
    const events = [...new Map(gathered.map((event) => [event.payload.requestId, event])).values()];
    const arrivals = events.map((event) => ({
      event,
      rank: this.rank(event),
      queuedAt: notBefore(now, Date.parse(event.payload.submittedAt) as Instant),
    }));
    const fresh = await insertArrivals(tx, arrivals);
    for (const { event, queuedAt } of arrivals) {
      const { requestId, number, category, urgent } = event.payload;
      if (!fresh.has(requestId)) continue;
      // Each goes on with the trace of its own request, not with that of the last one in the batch.
      withTrace(event.traceparent, () =>
        tx.append('work.queued.v1', {
          subjectId: requestId,
          occurredAt: queuedAt,
          payload: { requestId, number, category, urgent },
        }),
      );
    }
    if (fresh.size > 0) await this.early.apply(tx, await takeEarlyFacts(tx, [...fresh]));
  }

  private rank({ tenant, payload }: Submitted): 0 | 1 {
    return queueRank(this.book.of(tenant, payload.edition)?.queueOrder ?? 'arrival', payload.urgent);
  }
}
