import type { Use } from '../values.ts';

const USES: Readonly<Record<Use, string>> = {
  cancel: 'that is a reason to cancel',
  decline: 'that is a reason to decline',
  postpone: 'that is a reason to postpone',
};

export interface InChannel {
  readonly channel: string;
}
export interface Named {
  readonly id: string;
}

/** Ways in, categories, fields, and reasons. */
export const hotline = {
  noOpenChannel: () => 'No open channel admits this category, so such a request can never be made.',
  openWithoutEntry: ({ channel }: InChannel) => `The channel \`${channel}\` is open, and no entry point leads into it.`,
  closedWithoutRefusal: () => 'A closed channel needs a `refusal`: what people are told.',
  openWithRefusal: () => 'An open channel refuses nobody; leave `refusal` out.',
  callsWithoutPhone: () => 'Calls are taken, and the regulation names no `phone`.',
  closedChannel: ({ channel }: InChannel) => `Nothing can enter here: the channel \`${channel}\` is closed.`,
  siteWithoutForm: ({ channel }: InChannel) => `A site can show a form; the channel \`${channel}\` has none to show.`,
  fieldTwice: ({ id }: Named) => `The field \`${id}\` is asked for twice.`,
  fieldOfOneChoice: () => 'A field with choices needs at least two.',
  choicesWithoutChoice: () => 'Only a field of the type `choice` has choices.',
  kindUnused: ({ id }: Named) => `No category is of the kind \`${id}\`.`,
  skillUnused: ({ id }: Named) => `No category asks for the skill \`${id}\`.`,
  fieldUnused: ({ id }: Named) => `No category asks for the field \`${id}\`.`,
  noReasonToDecline: () => 'Requests can be out of scope, and there is no reason that staff may decline one with.',
  noReasonToCancel: () => 'There is no reason that staff may cancel a request with.',
  notToCancel: ({ id }: Named) => `\`${id}\` is not a reason to cancel a request.`,
  everyOutcomeUnanswered: () => 'If every outcome counts as unanswered, no call can ever succeed.',
  noCallAtAll: () => 'At least one call must be made.',
  reasonNeverChosen: ({ id }: Named) => `The reason \`${id}\` is the platform's, and no rule ever chooses it.`,
  reasonNeverDeclines: ({ id }: Named) =>
    `Nobody can ever decline by \`${id}\`: it names no clause, and no category is out of scope.`,
  reasonOfOtherUse: ({ fact, id, use }: Named & { fact: string; use: Use }) =>
    `\`${fact}\` never happens by \`${id}\`: ${USES[use]}.`,
};
