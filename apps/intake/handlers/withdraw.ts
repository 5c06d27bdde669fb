import { type Instant, notBefore } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import type { Request } from '../store/entities.ts';

/** Withdraws an open request that this transaction has locked (kz-portal 30-3). */
export function withdraw(tx: Tx, request: Request, reason: string | null, now: Instant): void {
  const at = notBefore(now, request.statusAt);
  request.status = 'withdrawn';
  request.statusAt = at;
  request.waitsSince = null;
  tx.append('request.withdrawn.v1', {
    subjectId: request.requestId,
    occurredAt: at,
    payload: { requestId: request.requestId, reason },
  });
}
