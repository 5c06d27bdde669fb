import { setTimeout as pause } from 'node:timers/promises';
import { KEPT_UNSENT } from '@reglament/domain/admission';
import type { Regulation } from '@reglament/domain/regulation';
import { type Decision, decideFiles } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import type { Database, Tx } from '@reglament/platform/postgres';
import { filesThere } from '../store/answer-files.ts';
import { readWork } from '../store/work.ts';

/** How long a verb waits for news of the files it names, and how often it looks. Milliseconds of real time. */
const PATIENCE = 2_000;
const LOOK_AGAIN = 100;

interface Named {
  readonly tenant: string;
  readonly requestId: string;
  readonly fileIds: readonly string[];
  readonly now: Instant;
}

/** Ids of the files that a verb's body names. */
export function filesNamed(body: unknown): readonly string[] {
  const { attachments } = body as { readonly attachments?: unknown };
  return Array.isArray(attachments) ? attachments.filter((id) => typeof id === 'string') : [];
}

/**
 * Files are intake's, and this service asks no other: it knows of one by `request.file-kept.v1`, which comes a moment after the browser was
 * told. Who attaches and sends at once would be refused for that moment; so the verb waits for the news, before its transaction, within a bound.
 */
export async function awaitFiles(db: Database, { tenant, requestId, fileIds, now }: Named): Promise<void> {
  if (fileIds.length === 0) return;
  const look = () =>
    db.tenant(tenant, async (tx) => {
      if ((await readWork(tx, requestId)) === null) return true;
      return (await filesThere(tx, requestId, fileIds, since(now))).size === new Set(fileIds).size;
    });
  for (let waited = 0; !(await look()) && waited < PATIENCE; waited += LOOK_AGAIN) await pause(LOOK_AGAIN);
}

/**
 * Lets files out with a message or stops them, each by its field. Whatever the browser says, named can only be what staff brought for this
 * request, what no message has carried, and what intake does not forget before it hears of the message.
 */
export async function hearFiles(
  tx: Tx,
  regulation: Regulation,
  { requestId, fileIds, now, body }: Omit<Named, 'tenant'> & { readonly body: unknown },
): Promise<Decision<null>> {
  const there = fileIds.length === 0 ? new Set<string>() : await filesThere(tx, requestId, fileIds, since(now));
  const hasWords = (body as { readonly text?: unknown }).text !== undefined;
  return decideFiles(regulation, { fileIds, there, hasWords });
}

/** The day that files are kept unsent; intake keeps them an hour longer, by which it hears of the message. */
const since = (now: Instant): Instant => (now - KEPT_UNSENT) as Instant;
