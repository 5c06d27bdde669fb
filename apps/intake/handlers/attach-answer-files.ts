import type { AnyEvent } from '@reglament/contracts';
import type { Tx } from '@reglament/platform/postgres';
import type { Logger } from '@reglament/platform/telemetry';
import { type Carrier, tieAnswerFiles } from '../store/files.ts';

/** Names of the files that each message carries, by the message's id. */
export type NamesByMessage = ReadonlyMap<string, readonly string[]>;

/**
 * Ties the files that messages of staff name to them: those alone that staff brought for the same request. What was forgotten meanwhile stays
 * away and is logged, for the message has been said and stands. Done twice, it ties nothing twice.
 */
export async function attachAnswerFiles(tx: Tx, events: readonly AnyEvent[], logger: Logger): Promise<NamesByMessage> {
  const carriers = events.flatMap(carrierOf);
  if (carriers.length === 0) return new Map();
  const tied = await tieAnswerFiles(tx, carriers);
  const names = new Map<string, string[]>();
  for (const { messageId, name } of tied) names.set(messageId, [...(names.get(messageId) ?? []), name]);
  const arrived = new Set(tied.map(({ fileId }) => fileId));
  for (const { requestId, messageId, fileIds } of carriers) {
    const missing = fileIds.filter((id) => !arrived.has(id));
    if (missing.length > 0)
      logger.warn(
        { requestId, messageId, missing },
        'a message to the requester stands without files: they are not kept',
      );
  }
  return names;
}

/** The message that a fact of work says, with the files it names; nothing for a fact without. */
function carrierOf(event: AnyEvent): (Carrier & { readonly messageId: string })[] {
  switch (event.type) {
    case 'work.replied.v1':
    case 'work.information-requested.v1':
    case 'work.resolved.v1': {
      const { messageId, attachments = [] } = event.payload;
      return messageId === null || attachments.length === 0
        ? []
        : [{ requestId: event.subjectId, messageId, fileIds: attachments }];
    }
    default:
      return [];
  }
}
