import type { Tx } from '../postgres/index.ts';

/** What a handler gets beside the event: `@Ctx() ctx: EventContext`. */
export class EventContext {
  constructor(
    /** The transaction in which the event's id and all its effects commit. */
    readonly tx: Tx,
    readonly delivery: {
      /** 1 at the first time. */
      readonly count: number;
      readonly stream: string;
      readonly sequence: number;
    },
  ) {}
}
