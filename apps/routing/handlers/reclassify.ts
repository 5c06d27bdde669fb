import { allow, type Decision, decideReclassified } from '@reglament/domain/request';
import { queueRank } from '@reglament/domain/routing';
import type { Change, Scene } from './scene.ts';

/** Changes what a request is: category, client's category, urgency. Its place in the queue and its clocks follow. */
export function reclassify(
  { work, next, regulation, by }: Scene,
  body: {
    readonly category?: string | undefined;
    readonly clientCategory?: string | null | undefined;
    readonly urgent?: boolean | undefined;
    readonly note: string;
  },
): Decision<Change> {
  const { category, clientCategory, urgent } = work;
  const previous = { category, clientCategory, urgent };
  const decided = decideReclassified(regulation, previous, body);
  if (!decided.ok) return decided;
  const after = decided.value;
  const { note } = body;
  return allow({
    patch: { status: next, ...after, rank: queueRank(regulation.queueOrder, after.urgent) },
    detail: { ...after, previous, note },
    say: [{ type: 'work.reclassified.v1', payload: { requestId: work.requestId, by, ...after, previous, note } }],
  });
}
