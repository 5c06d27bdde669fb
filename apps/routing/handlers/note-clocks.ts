import { Injectable } from '@nestjs/common';
import type { ClockExpiredV1, ClockScheduledV1, ClockStoppedV1, ClockWarnedV1, EventOf } from '@reglament/contracts';
import { Batch, type Tx } from '@reglament/platform/postgres';
import { type ClockMark, type ClockNote, markClocks, noteClockStates } from '../store/clocks.ts';

/** Keeps what sla says of each clock, for the rows on people's screens. */
@Injectable()
export class NoteClocks {
  private readonly states = new Batch<ClockNote>((tx, notes) => noteClockStates(tx, [...newest(notes).values()]));
  private readonly marks = new Batch<ClockMark>(async (tx, marks) => {
    // A mark belongs after the start it may have come with.
    await this.states.flush(tx);
    await markClocks(tx, [...merged(marks).values()]);
  });

  scheduled(tx: Tx, { payload, id }: EventOf<typeof ClockScheduledV1>): void {
    this.states.add(tx, { ...payload, verdict: null, heard: id });
  }

  stopped(tx: Tx, { payload, id }: EventOf<typeof ClockStoppedV1>): void {
    this.states.add(tx, { ...payload, state: 'stopped', warnAt: null, heard: id });
  }

  warned(tx: Tx, { payload }: EventOf<typeof ClockWarnedV1>): void {
    this.marks.add(tx, { ...payload, warned: true, expired: false });
  }

  expired(tx: Tx, { payload }: EventOf<typeof ClockExpiredV1>): void {
    this.marks.add(tx, { ...payload, warned: true, expired: true });
  }
}

const keyOf = (item: { readonly requestId: string; readonly clockId: string }): string =>
  `${item.requestId}/${item.clockId}`;

/** One note per clock, the newest. */
function newest(notes: readonly ClockNote[]): Map<string, ClockNote> {
  const byClock = new Map<string, ClockNote>();
  for (const note of notes) {
    const known = byClock.get(keyOf(note));
    if (known === undefined || note.heard > known.heard) byClock.set(keyOf(note), note);
  }
  return byClock;
}

function merged(marks: readonly ClockMark[]): Map<string, ClockMark> {
  const byClock = new Map<string, ClockMark>();
  for (const mark of marks) {
    const known = byClock.get(keyOf(mark));
    byClock.set(keyOf(mark), known?.expired ? known : mark);
  }
  return byClock;
}
