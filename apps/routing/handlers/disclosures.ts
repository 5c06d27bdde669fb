import { Injectable } from '@nestjs/common';
import type { EventOf, RequestDisclosedV1, RequestDisclosureDemandedV1 } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import { readWholeTrail, type ToldLine } from '../store/whole-trail.ts';
import { addTrail } from '../store/work.ts';

/** A message of the bus may have a megabyte; a part stays well below, whatever its last line holds. */
const PART_BYTES = 256 * 1024;

/** Packages of recordings and correspondence (kuty 1.3): routing tells the trail for them, and writes into it that they were demanded and taken. */
@Injectable()
export class Disclosures {
  /** In the inbox's transaction, so once: the demand stands in the trail that is told. */
  async demanded(tx: Tx, event: EventOf<typeof RequestDisclosureDemandedV1>): Promise<void> {
    const { requestId, disclosureId, clause, reason, by } = event.payload;
    const at = Date.parse(event.occurredAt) as Instant;
    await addTrail(tx, [{ requestId, at, verb: 'demand-disclosure', by, detail: { disclosureId, clause, reason } }]);
    const parts = inParts(await readWholeTrail(tx, requestId), PART_BYTES);
    for (const [place, trail] of parts.entries()) {
      const payload = { requestId, disclosureId, part: place + 1, parts: parts.length, trail };
      tx.append('work.trail-told.v1', { subjectId: requestId, occurredAt: at, payload });
    }
  }

  async disclosed(tx: Tx, event: EventOf<typeof RequestDisclosedV1>): Promise<void> {
    const { requestId, disclosureId, clause, reason, by, manifestSha256 } = event.payload;
    const at = Date.parse(event.occurredAt) as Instant;
    const detail = { disclosureId, clause, reason, manifestSha256 };
    await addTrail(tx, [{ requestId, at, verb: 'disclose', by, detail }]);
  }
}

/** Lines in their order, as many together as fit; one that is larger alone stands alone. */
export function inParts(lines: readonly ToldLine[], bytes: number): ToldLine[][] {
  const parts: ToldLine[][] = [[]];
  let filled = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(JSON.stringify(line));
    if (filled > 0 && filled + size > bytes) {
      parts.push([]);
      filled = 0;
    }
    parts.at(-1)?.push(line);
    filled += size;
  }
  return parts;
}
