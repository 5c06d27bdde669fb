import { Injectable } from '@nestjs/common';
import type { EventOf, RequestFileKeptV1 } from '@reglament/contracts';
import { KEPT_UNSENT } from '@reglament/domain/admission';
import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import { noteFile } from '../store/answer-files.ts';

/** A file was brought that a message of this request may name from now on. In the inbox's transaction, so once; it moves nothing. */
@Injectable()
export class FileKept {
  async handle(tx: Tx, event: EventOf<typeof RequestFileKeptV1>): Promise<void> {
    const { fileId, requestId } = event.payload;
    const keptAt = Date.parse(event.occurredAt) as Instant;
    await noteFile(tx, { fileId, requestId, keptAt }, (keptAt - KEPT_UNSENT) as Instant);
  }
}
