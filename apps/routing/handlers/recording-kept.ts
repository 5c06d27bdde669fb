import { Injectable } from '@nestjs/common';
import type { EventOf, RequestRecordingKeptV1 } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import { addTrail } from '../store/work.ts';

/** The trail names each recording of a call that is kept (kuty 1.1). In the inbox's transaction, so once; it moves nothing, so late is as good. */
@Injectable()
export class RecordingKept {
  async handle(tx: Tx, event: EventOf<typeof RequestRecordingKeptV1>): Promise<void> {
    const { requestId, by, recordingId, direction, calledAt, lengthMs } = event.payload;
    const at = Date.parse(event.occurredAt) as Instant;
    const detail = { recordingId, direction, calledAt, lengthMs };
    await addTrail(tx, [{ requestId, at, verb: 'keep-recording', by, detail }]);
  }
}
