import { allow, type Decision, decideProvided } from '@reglament/domain/request';
import { decideDispatch, decideService, type EndedService } from '@reglament/domain/service-documents';
import { localDate } from '@reglament/domain/time';
import { addDispatch, addDocument, addEndedService, readDocuments } from '../store/service-documents.ts';
import { notProvided } from './record-session.ts';
import type { Change, Scene } from './scene.ts';

/**
 * Services for the client have ended: the documents that are owed get their numbers, and the clock of clause 3.1 starts by the fact.
 * Both are in one transaction with the locked row, so a second press finds them there.
 */
export async function endService(scene: Scene, service: EndedService): Promise<Decision<Change>> {
  const { work, next, regulation, by, now, tx } = scene;
  const rule = regulation.documents;
  if (rule === null) return notProvided(decideProvided(regulation, work.category, 'end-service'));
  const before = await readDocuments(tx, work.requestId);
  const decided = decideService(rule, service, before.service !== null);
  if (!decided.ok) return decided;
  await addEndedService(tx, work.requestId, service, now, by);
  const dated = localDate(now, regulation.calendar.timeZone);
  const owed = rule.kinds.filter(({ kind }) => decided.value.includes(kind));
  const numbers: string[] = [];
  for (const kind of owed) numbers.push((await addDocument(tx, work.requestId, kind, dated)).number);
  const { contractInForce, delivery } = service;
  return allow({
    patch: { status: next },
    detail: { clause: rule.clause, numbers, contractInForce, delivery },
    say: [
      {
        type: 'work.service-ended.v1',
        payload: { requestId: work.requestId, by, documents: [...decided.value], contractInForce, delivery },
      },
    ],
  });
}

/** The documents went to the client: how, and where they can be followed. The clock of clause 3.1 stops by this fact. */
export async function dispatchDocuments(
  { work, next, regulation, by, now, tx }: Scene,
  body: { readonly delivery: string; readonly trackingNumber: string },
): Promise<Decision<Change>> {
  const rule = regulation.documents;
  if (rule === null) return notProvided(decideProvided(regulation, work.category, 'dispatch-documents'));
  const { service, dispatch } = await readDocuments(tx, work.requestId);
  const decided = decideDispatch(rule, body, { isEnded: service !== null, isDispatched: dispatch !== null });
  if (!decided.ok) return decided;
  await addDispatch(tx, work.requestId, { ...body, at: now }, by);
  return allow({
    patch: { status: next },
    detail: { clause: rule.clause, ...body },
    say: [{ type: 'work.documents-dispatched.v1', payload: { requestId: work.requestId, by, ...body } }],
  });
}
