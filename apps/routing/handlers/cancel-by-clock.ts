import { Injectable } from '@nestjs/common';
import type { ClockExpiredV1, EventOf } from '@reglament/contracts';
import type { ClockRule, ExpiryAction, Regulation } from '@reglament/domain/regulation';
import { decide, decideReason } from '@reglament/domain/request';
import { type Instant, notBefore } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import type { Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { keepEarlyFact } from '../store/early-facts.ts';
import { type LockedWork, lockWork, platformActor, type WorkRow } from '../store/work.ts';
import { cancellation, noteFor } from './cancel.ts';
import { write } from './desk.ts';

type Expired = EventOf<typeof ClockExpiredV1>;
type Closing = Extract<ExpiryAction, { do: 'cancel' | 'offer-cancel' }>;

/** A clock has run out whose rule cancels the request, or offers staff to. */
@Injectable()
export class CancelByClock {
  constructor(
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
  ) {}

  async handle(tx: Tx, event: Expired): Promise<void> {
    const { requestId } = event.payload;
    const work = await lockWork(tx, requestId);
    if (work === null) return keepEarlyFact(tx, event, requestId);
    const regulation = this.book.of(event.tenant, work.edition);
    const rule = regulation?.clocks.find((each) => each.id === event.payload.rule);
    const action = rule?.onExpiry.find((each): each is Closing => each.do === 'cancel' || each.do === 'offer-cancel');
    if (regulation === undefined || rule === undefined || action === undefined) return;
    const move = decide(work, 'cancel', { kind: 'platform', id: '', roles: [] });
    if (!move.ok || !stillMeant(rule, work, event)) return;
    await this.conclude(tx, event, { work, next: move.value.status, regulation, action });
  }

  private async conclude(
    tx: Tx,
    event: Expired,
    {
      work,
      next,
      regulation,
      action,
    }: { work: LockedWork; next: WorkRow['status']; regulation: Regulation; action: Closing },
  ): Promise<void> {
    const now = notBefore(this.clock.now(), work.lastAt);
    const { rule, clause } = event.payload;
    const detail = { rule, clause, reason: action.reason };
    if (action.do === 'offer-cancel') {
      const line = { at: now, verb: 'offer-cancel', by: platformActor, detail };
      await write(tx, work, line, { patch: { cancelOffer: action.reason }, detail: {}, say: [] });
      return;
    }
    const reason = decideReason(regulation, 'cancel', action.reason, 'platform');
    if (!reason.ok) throw new Error(`the rule ${rule} cancels by ${action.reason}, which the regulation does not know`);
    const note = await noteFor({ tx, regulation, work }, reason.value, null);
    const change = cancellation({ work, next, by: platformActor, now }, reason.value, note);
    await write(
      tx,
      work,
      { at: now, verb: 'cancel', by: platformActor, detail: { ...detail, ...change.detail } },
      change,
    );
  }
}

/**
 * Between the clock's end and our hearing of it the requester may have answered. A clock that started when they were asked
 * concludes nothing unless we still wait, and for the same question.
 */
function stillMeant(rule: ClockRule, work: WorkRow, event: Expired): boolean {
  const ofSilence = rule.startsOn.some((match) => match.fact === 'work.information-requested');
  if (!ofSilence) return true;
  return work.status === 'waiting' && (work.waitingSince ?? (0 as Instant)) < Date.parse(event.payload.dueAt);
}
