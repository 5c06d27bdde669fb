import type { Actor, EventType, PayloadOf } from '@reglament/contracts';
import type { Calendar } from '@reglament/domain/calendar';
import type { Regulation } from '@reglament/domain/regulation';
import type { Decision, Status } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import type { Tx } from '@reglament/platform/postgres';
import type { WorkPatch, WorkRow } from '../store/work.ts';

/** All that a verb decides by. The row is locked; `next` is where the life cycle says it goes. */
export interface Scene {
  readonly work: WorkRow;
  readonly next: Status;
  readonly regulation: Regulation;
  readonly by: Actor;
  readonly now: Instant;
  readonly tx: Tx;
  /** The tenant's working calendar. */
  readonly calendar: Calendar;
}

/** An event to say with the change, in order. */
export type Saying = { [T in EventType]: { readonly type: T; readonly payload: PayloadOf<T> } }[EventType];

/** What a verb comes to: one change of the row, one line of the trail, the events. */
export interface Change {
  readonly patch: WorkPatch;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly say: readonly Saying[];
}

export type Handler<Body> = (scene: Scene, body: Body) => Decision<Change> | Promise<Decision<Change>>;

/** Says that the request stands in the queue again. */
export const queuedAgain = (work: WorkRow): Saying => ({
  type: 'work.queued.v1',
  payload: { requestId: work.requestId, number: work.number, category: work.category, urgent: work.urgent },
});

/** The files that a message carries, as its event and its line in the trail name them: nothing for a message without. */
export const carrying = (attachments: readonly string[] | undefined): { attachments?: string[] } =>
  attachments === undefined || attachments.length === 0 ? {} : { attachments: [...attachments] };

/** What every way of closing has in common. */
export const closing = (now: Instant): WorkPatch => ({
  closedAt: now,
  cancelOffer: null,
  waitingSince: null,
  unreadSince: null,
  postponement: null,
});
