import { Injectable } from '@nestjs/common';
import type { EventOf, RequestMessageReceivedV1 } from '@reglament/contracts';
import { decide } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import { keepEarlyFact } from '../store/early-facts.ts';
import { addTrail, lockWork, requesterActor, type TrailLine, type WorkRow } from '../store/work.ts';
import { write } from './desk.ts';
import { resumption } from './postpone.ts';
import { queuedAgain, type Saying } from './scene.ts';

/** The requester wrote again: work that waited for them goes on. */
@Injectable()
export class RequesterWrote {
  async handle(tx: Tx, event: EventOf<typeof RequestMessageReceivedV1>): Promise<void> {
    const { requestId, messageId, channel } = event.payload;
    const at = Date.parse(event.occurredAt) as Instant;
    const work = await lockWork(tx, requestId);
    if (work === null) return keepEarlyFact(tx, event, requestId);
    const line = { at, verb: 'requester-answer', by: requesterActor, detail: { messageId, channel } };
    const move = decide(work, 'requester-answer', { kind: 'requester', id: '', roles: [] });
    if (!move.ok) return addTrail(tx, [{ ...line, requestId }]);
    const unreadSince = work.unreadSince ?? at;
    const awaited = work.postponement;
    if (awaited?.untilReply && at >= Date.parse(awaited.at)) return goOn(tx, work, line, unreadSince);
    // Written before the question was asked, though heard of after it: no answer to it.
    const answers = work.status === 'waiting' && at >= (work.waitingSince ?? at);
    if (!answers) {
      await write(tx, work, line, { patch: { unreadSince }, detail: {}, say: [] });
      return;
    }
    const status = move.value.status;
    const say: Saying[] = [{ type: 'work.resumed.v1', payload: { requestId, because: 'requester-answered' } }];
    if (status === 'queued') say.push(queuedAgain(work));
    await write(tx, work, line, {
      patch: { status, unreadSince, waitingSince: null, cancelOffer: null },
      detail: {},
      say,
    });
  }
}

/** The requester's word is what the postponed work waited for: it goes on. */
async function goOn(tx: Tx, work: WorkRow, line: Omit<TrailLine, 'requestId'>, unreadSince: Instant): Promise<void> {
  const move = decide(work, 'resume', { kind: 'platform', id: '', roles: [] });
  if (!move.ok) throw new Error(`postponed work on ${work.requestId} cannot go on`);
  const scene = { work, next: move.value.status, by: requesterActor, now: line.at };
  const change = resumption(scene, 'requester-wrote');
  await write(tx, work, line, { ...change, patch: { ...change.patch, unreadSince } });
}
