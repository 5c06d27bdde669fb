/** A part of the file as its author sees it: by its own name, or as an entry of a list that has one. */
export interface Part {
  readonly name: string;
  readonly isEntry: boolean;
}

/** What a regulation names elsewhere, and what may turn out not to be there. */
export type Noun =
  | 'addressee'
  | 'category'
  | 'channel'
  | 'clientCategory'
  | 'clock'
  | 'entryPoint'
  | 'field'
  | 'kind'
  | 'product'
  | 'question'
  | 'reason'
  | 'skill'
  | 'step'
  | 'vendor';

/** What a regulation would have to set out before something could happen. */
export type Need =
  | 'reasonToPostpone'
  | 'contract'
  | 'reasonToDecline'
  | 'remoteSessions'
  | 'diagnosis'
  | 'disclosure'
  | 'recordings'
  | 'attachments'
  | 'guests'
  | 'documents'
  | 'way';

/** Why something can never be: a status that no request comes into, or a fact that never happens, for want of something. */
export interface Never {
  readonly what: 'status' | 'fact';
  readonly id: string;
  readonly lacks: Need;
}

export type Use = 'cancel' | 'decline' | 'postpone';

export const list = (items: readonly string[]): string => items.join(', ');
export const coded = (items: readonly string[]): string => list(items.map((item) => `\`${item}\``));
