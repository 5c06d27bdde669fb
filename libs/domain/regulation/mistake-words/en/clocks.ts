import { coded, list, type Never } from '../values.ts';
import { why } from './never.ts';

export interface OfFact {
  readonly fact: string;
}
export interface Of {
  readonly never: Never;
}
export interface Twice {
  readonly category: string;
  readonly one: string;
  readonly other: string;
}

/** Clocks and the facts they wait for. */
export const clocks = {
  neverStops: () => 'This clock can never stop: `stops` is empty.',
  outlivesRequest: ({ facts }: { facts: readonly string[] }) =>
    `This clock can never stop after ${coded(facts)}: name it under \`stops\` or \`cancels\`.`,
  stopsAndCancels: ({ fact }: OfFact) => `\`${fact}\` both stops and cancels this clock.`,
  pauseWithoutEnd: ({ fact }: OfFact) => `A pause from \`${fact}\` would never end.`,
  nothingToPromise: () => 'A clock without a target has nothing to promise to the requester.',
  nothingToWarnOf: () => 'A clock without a target has nothing to warn of.',
  neverExpires: () => 'A clock without a target never expires.',
  ofNoRequest: ({ clock }: { clock: string }) => `No request can ever have the clock \`${clock}\`.`,
  twoClocks: ({ category, one, other }: Twice) =>
    `Two clocks for the same case: a request \`${category}\` would have both \`${one}\` and \`${other}\`.`,
  twoClocksOfClient: ({ category, client, one, other }: Twice & { client: string }) =>
    `Two clocks for the same case: a request \`${category}\` of the client category \`${client}\` would have both \`${one}\` and \`${other}\`.`,
  holeInTable: ({ client, kinds }: { client: string; kinds: readonly string[] }) =>
    `The table has no target for \`${client}\`: ${list(kinds)}.`,
  tableWithApplies: () => 'A table of targets already says which clients and kinds it is for.',
  warningsOutOfOrder: () => 'Warnings must stand in ascending order, each once.',
  workingDaysElapsed: () => 'Working days are counted in working time: set `time: working`.',
  namesNoMoment: ({ fact, known }: OfFact & { known: readonly string[] }) =>
    `The fact \`${fact}\` names no moment that a clock could end at; these do: ${list(known)}.`,
  startsOnOther: ({ fact }: OfFact) =>
    `A clock whose end is set by \`${fact}\` must start on \`${fact}\` and on nothing else.`,
  momentCannotPause: () => 'A clock that ends at a moment set by hand cannot pause: a new moment is set instead.',
  escalateToWhom: () => '`escalate` must say whom `to`: `moderator`, `manager` or `administrator`.',
  remindWhom: () => '`remind` must say whom `to`: `agent` or `moderator`.',
  forWhichReason: ({ action }: { action: string }) => `\`${action}\` must say for which \`reason\`.`,
  resumesOther: () => '`resume` takes postponed work up again: it belongs to a clock `within: set by work.postponed`.',
  postponedForEver: () =>
    'Requests can be postponed until a moment, and no clock takes them up again: one must be `within: set by work.postponed` and `resume` on expiry.',
  neverStarts: ({ never }: Of) => `This clock can never start: ${why(never)}.`,
  neverKept: ({ never }: Of) => `This clock can never be kept: ${why(never)}.`,
  pauseNeverBegins: ({ never }: Of) => `This pause can never begin: ${why(never)}.`,
  pauseNeverEnds: ({ fact, never }: OfFact & Of) => `A pause from \`${fact}\` would never end: ${why(never)}.`,
  noFact: ({ fact, known }: OfFact & { known: readonly string[] }) =>
    `There is no fact \`${fact}\`. Facts: ${list(known)}.`,
  factWithVersion: ({ fact, plain }: OfFact & { plain: string }) =>
    `There is no fact \`${fact}\`. Leave the version out: \`${plain}\`.`,
  nothingToCompare: ({ fact, key }: OfFact & { key: string }) =>
    `The fact \`${fact}\` has no \`${key}\` to compare; it has nothing to compare.`,
  noneSuchToCompare: ({ fact, key, known }: OfFact & { key: string; known: readonly string[] }) =>
    `The fact \`${fact}\` has no \`${key}\` to compare; it has: ${list(known)}.`,
  neverSuchValue: ({ fact, key, value, values }: OfFact & { key: string; value: string; values: readonly string[] }) =>
    `\`${key}\` of \`${fact}\` is never \`${value}\`; it is one of: ${list(values)}.`,
};
