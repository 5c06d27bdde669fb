import { Injectable } from '@nestjs/common';
import type { ClockExpiredV1, EventOf } from '@reglament/contracts';
import type { Regulation } from '@reglament/domain/regulation';
import { type Instant, notBefore } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Batch, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { addTrail, editionOf, platformActor, type TrailLine } from '../store/work.ts';
import { CancelByClock } from './cancel-by-clock.ts';
import { ResumeByClock } from './resume-by-clock.ts';

/** Time is up: what the regulation wants done about it, routing does. Escalations and reminders go on the record at once. */
@Injectable()
export class ClockExpired {
  private readonly trail = new Batch<TrailLine>(addTrail);

  constructor(
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
    private readonly cancel: CancelByClock,
    private readonly resume: ResumeByClock,
  ) {}

  async handle(tx: Tx, event: EventOf<typeof ClockExpiredV1>): Promise<void> {
    const { requestId, rule, clause, dueAt, late } = event.payload;
    const at = notBefore(this.clock.now(), Date.parse(dueAt) as Instant);
    const regulation = await this.regulationOf(tx, event);
    const actions = regulation?.clocks.find((each) => each.id === rule)?.onExpiry ?? [];
    for (const action of actions) {
      if (action.do !== 'escalate' && action.do !== 'remind') continue;
      const detail = { rule, clause, dueAt, late, to: action.to };
      this.trail.add(tx, { requestId, at, verb: action.do, by: platformActor, detail });
      if (action.do === 'escalate')
        tx.append('work.escalated.v1', {
          subjectId: requestId,
          occurredAt: at,
          payload: { requestId, clockRule: rule, clause, toRole: action.to },
        });
    }
    if (actions.some((action) => action.do === 'cancel' || action.do === 'offer-cancel')) {
      await this.trail.flush(tx);
      await this.cancel.handle(tx, event);
    }
    if (actions.some((action) => action.do === 'resume')) {
      await this.trail.flush(tx);
      await this.resume.handle(tx, event);
    }
  }

  /** By the request's own edition; where we have not heard of the request yet, by the one in force. */
  private async regulationOf(
    tx: Tx,
    { tenant, payload }: EventOf<typeof ClockExpiredV1>,
  ): Promise<Regulation | undefined> {
    // Nearly every tenant has one edition: then the request need not be asked.
    if (this.book.editions(tenant).length < 2) return this.book.get(tenant);
    const edition = await editionOf(tx, payload.requestId);
    return edition === null ? this.book.get(tenant) : this.book.of(tenant, edition);
  }
}
