import type { EventType, PayloadOf } from './streams.ts';

type Blank = '' | null | readonly [];

/**
 * What people wrote into an event, and what stands in its place once the person is erased: the shape of the payload stays what its
 * version promises. Ids, moments and the staff's own names stay: they are what is counted.
 */
const WORDS: { readonly [T in EventType]?: Partial<Record<keyof PayloadOf<T>, Blank>> } = {
  'request.submitted.v1': { summary: '', question: '' },
  'request.withdrawn.v1': { reason: null },
  'request.disclosure-demanded.v1': { reason: '' },
  'request.disclosed.v1': { reason: '' },
  'request.letter-failed.v1': { reason: '' },
  'work.replied.v1': { text: '' },
  'work.information-requested.v1': { text: '' },
  'work.call-attempted.v1': { note: null },
  'work.handed-over.v1': { note: null },
  'work.resolved.v1': { text: null },
  'work.cancelled.v1': { note: null },
  'work.declined.v1': { text: null },
  'work.reopened.v1': { because: '' },
  'work.postponed.v1': { note: null },
  'work.deadline-set.v1': { note: null },
  'work.remote-session-recorded.v1': { note: null },
  'work.diagnosed.v1': { text: null },
  'work.reclassified.v1': { note: '' },
  'work.trail-told.v1': { trail: [] },
  'requester.marked.v1': { marks: [] },
  'incident.step-done.v1': { note: '', ground: null },
};

/** Types of events that hold somebody's words, each with the fields that take their place. */
export const eventWords: ReadonlyMap<string, Readonly<Record<string, Blank>>> = new Map(Object.entries(WORDS));

/** The payload without anybody's words; the same object for a type that holds none. */
export function withoutWords<P extends object>(type: string, payload: P): P {
  const blank = eventWords.get(type);
  return blank === undefined ? payload : { ...payload, ...blank };
}
