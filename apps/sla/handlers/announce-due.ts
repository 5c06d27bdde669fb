import { Injectable } from '@nestjs/common';
import { announce, lateAfter } from '@reglament/domain/clock';
import type { Instant } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Database } from '@reglament/platform/postgres';
import { Metrics } from '@reglament/platform/telemetry';
import { nextAnnouncement, type StoredClock, saveAnnouncements, takeDueClocks } from '../store/clock-store.ts';
import { say } from './say.ts';

/** Announcements of one transaction: enough to be fast, few enough that a second instance can share the work. */
const BATCH = 500;

/** Says which clocks have come to a warning or to their end. What has been said is recorded in the same transaction. */
@Injectable()
export class AnnounceDue {
  private readonly lag;

  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    metrics: Metrics,
  ) {
    this.lag = metrics.histogram({
      name: 'reglament_clock_announcement_lag_seconds',
      help: 'Real seconds from the moment of a warning or an expiry to its announcement',
      labelNames: ['what'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 30, 300],
    });
  }

  /** @returns how many clocks were taken, and when the next one is due (null: none runs) */
  handle(): Promise<{ taken: number; nextAt: Instant | null }> {
    return this.database.system(async (tx) => {
      const now = this.clock.now();
      const late = lateAfter(this.clock.speed);
      const due = await takeDueClocks(tx, now, BATCH);
      const announced: StoredClock[] = [];
      for (const clock of due) {
        const said = announce(clock.record, now, late);
        const after = { ...clock, record: said?.record ?? clock.record };
        announced.push(after);
        if (said === null) continue;
        say(tx, after, said.say);
        const seconds = (now - said.say.at) / 1000 / this.clock.speed;
        tx.afterCommit(() => this.lag.observe({ what: said.say.what }, seconds));
      }
      await saveAnnouncements(tx, announced);
      return { taken: due.length, nextAt: await nextAnnouncement(tx) };
    });
  }
}
