import { Injectable } from '@nestjs/common';
import type { EventOf, RequestErasedV1 } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import { eraseWords } from '../store/erase.ts';
import { addTrail } from '../store/work.ts';

/** A person was erased: their words leave the work, and the trail says who had it done. Late or twice, it comes to the same. */
@Injectable()
export class RequesterErased {
  async handle(tx: Tx, event: EventOf<typeof RequestErasedV1>): Promise<void> {
    const { requestId, because, clause, by, erasureId } = event.payload;
    await eraseWords(tx, requestId);
    const at = Date.parse(event.occurredAt) as Instant;
    await addTrail(tx, [{ requestId, at, verb: 'erase', by, detail: { because, clause, erasureId } }]);
  }
}
