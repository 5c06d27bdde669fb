import { Injectable } from '@nestjs/common';
import type { ClockExpiredV1, EventOf } from '@reglament/contracts';
import { decide } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { keepEarlyFact } from '../store/early-facts.ts';
import { lockWork, platformActor } from '../store/work.ts';
import { write } from './desk.ts';
import { resumption } from './postpone.ts';

/**
 * The moment until which work was postponed has come. Nothing happens when staff have taken it up meanwhile, or have put it
 * off anew until another moment: the clock's own moment tells which postponement it belongs to.
 */
@Injectable()
export class ResumeByClock {
  constructor(private readonly book: RegulationBook) {}

  async handle(tx: Tx, event: EventOf<typeof ClockExpiredV1>): Promise<void> {
    const { requestId, rule, clause, dueAt } = event.payload;
    const work = await lockWork(tx, requestId);
    if (work === null) return keepEarlyFact(tx, event, requestId);
    const meant = this.book.of(event.tenant, work.edition)?.clocks.find((each) => each.id === rule);
    if (!meant?.onExpiry.some((action) => action.do === 'resume')) return;
    const move = decide(work, 'resume', { kind: 'platform', id: '', roles: [] });
    if (!move.ok || work.postponement?.until !== dueAt) return;
    // It ended at its own moment, however late we hear of it: other clocks go on from there.
    const now = Date.parse(dueAt) as Instant;
    const change = resumption({ work, next: move.value.status, by: platformActor, now }, 'time');
    const line = { at: now, verb: 'resume', by: platformActor, detail: { ...change.detail, rule, clause } };
    await write(tx, work, line, change);
  }
}
