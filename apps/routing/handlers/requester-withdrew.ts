import { Injectable } from '@nestjs/common';
import type { EventOf, RequestWithdrawnV1 } from '@reglament/contracts';
import { decide } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import { keepEarlyFact } from '../store/early-facts.ts';
import { addTrail, lockWork, requesterActor } from '../store/work.ts';
import { write } from './desk.ts';
import { closing } from './scene.ts';

/** The requester withdrew: nothing is left to do. The event that says so is intake's own. */
@Injectable()
export class RequesterWithdrew {
  async handle(tx: Tx, event: EventOf<typeof RequestWithdrawnV1>): Promise<void> {
    const { requestId, reason } = event.payload;
    const at = Date.parse(event.occurredAt) as Instant;
    const work = await lockWork(tx, requestId);
    if (work === null) return keepEarlyFact(tx, event, requestId);
    const line = { at, verb: 'withdraw', by: requesterActor, detail: { reason } };
    const move = decide(work, 'withdraw', { kind: 'requester', id: '', roles: [] });
    if (!move.ok) return addTrail(tx, [{ ...line, requestId }]);
    await write(tx, work, line, { patch: { status: move.value.status, ...closing(at) }, detail: {}, say: [] });
  }
}
