export interface Named {
  readonly id: string;
}

/** The parts that a regulation may have or not: files, recordings, blocking, chat, procedures and the like. */
export const sections = {
  filesOutOfRange: ({ most }: { most: number }) => `A request may carry from 1 to ${most} files.`,
  fileTooLarge: () => 'A file may have at most `10 MB`.',
  recordingTooLarge: () => 'A recording may have at most `10 MB`.',
  recordingWithoutSpan: () => 'The longest recording is a plain span such as `1 h`.',
  blockWithoutGround: () => 'Nobody is blocked without a ground: name one.',
  blockWithoutTerm: () => 'A block needs a term: name one.',
  termTwice: ({ term }: { term: string }) => `The term \`${term}\` is named twice.`,
  blockNotInDays: () => 'A block is counted in whole days, such as `7 d`.',
  blockTooLong: ({ days }: { days: number }) => `Nobody is blocked for more than ${days} days.`,
  chatNotOpen: () => 'A chat is described, and the channel `chat` is not open.',
  chatWithoutEntry: () => 'A chat is described, and no entry point leads to it.',
  procedureWithoutSteps: () => 'This procedure has no steps.',
  stepWithoutTo: ({ step }: { step: string }) => `The step \`${step}\` must say whom: \`to\` is missing.`,
  stepWithTo: ({ step }: { step: string }) => `The step \`${step}\` tells nobody; leave \`to\` out.`,
  stepWithoutSpan: () => 'A step of a procedure is due within a plain span, such as `1 h`.',
  documentsWithoutDelivery: () => 'Documents are to be sent, and there is no way to send them.',
  documentsWithoutClock: () => 'Nobody keeps the time of these documents: no clock starts on `work.service-ended`.',
  linkNotAsked: ({ id }: Named) => `No category asks for \`${id}\`, so no request can carry the link.`,
  guestsWithoutSpan: () => 'An invitation is good for a span by the wall clock, such as `5 d` or `12 h`.',
  noReports: () => 'Reports have readers, and none is to be made.',
  paceTooLong: ({ most }: { most: number }) => `The pace is that of at most ${most} answers.`,
  paceOfOne: () => 'One answer makes no pace: at least two are needed.',
  estimateTooLong: ({ atLeast, pace }: { atLeast: number; pace: number }) =>
    `An estimate needs ${atLeast} answers, and the pace is that of ${pace}.`,
  nothingToAccept: () => 'There are no rules to accept: `texts` has no `conduct`.',
  placeWithoutOrder: () =>
    'A place can be told only where the queue keeps the order of arrival (`queueOrder: arrival`).',
  placeWithDeadlines: () => 'Every clock has a target here, so the deadline is told and not the place.',
  keptTooShort: ({ days }: { days: number }) =>
    `Personal data are kept for at least ${days} days after a request is closed.`,
  askedTooLittle: () => 'A caller is asked who they are and for the secret: `asks` needs at least two.',
  noAttempt: () => 'Nobody can be verified without an attempt.',
  lockWithoutSpan: () => 'A number is locked for a plain span, such as `30 min`.',
  callersWithoutCalls: () => 'Callers are verified, and the channel `phone` takes no calls.',
  coversOutOfScope: ({ id }: Named) => `\`${id}\` is out of scope: it is declined to everybody, verified or not.`,
  nothingToChoose: ({ id }: Named) => `Sessions cannot be recorded: \`${id}\` names nothing to choose from.`,
  stepUnused: ({ id }: Named) => `No kind of request requires the step \`${id}\`.`,
  stepOfOneChoice: () => 'A step with choices needs at least two.',
};
