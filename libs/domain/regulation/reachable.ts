import { type Status, transitions, type Verb } from '../request/life-cycle.ts';
import type { Need, Never } from './mistake-words/values.ts';
import type { FactKind, Reason, Regulation } from './types.ts';

type Provision = readonly [isThere: (regulation: Regulation) => boolean, otherwise: Need];

/** What a regulation must set out before a verb can be done at all; a verb in no line needs nothing. */
const VERB_NEEDS: Readonly<Partial<Record<Verb, Provision>>> = {
  postpone: [(regulation) => chosenByStaff(regulation, 'postpone'), 'reasonToPostpone'],
  'hand-over': [({ vendors }) => vendors.some(({ contracted }) => contracted), 'contract'],
  decline: [
    (regulation) =>
      regulation.reasons.some((reason) => reason.chosenBy === 'staff' && canDeclineBy(reason, regulation)),
    'reasonToDecline',
  ],
};

/** The same for facts that leave the status as it is. */
const FACT_NEEDS: Readonly<Record<FactKind, Provision>> = {
  'work.remote-session-recorded': [({ remoteSessions }) => remoteSessions !== null, 'remoteSessions'],
  'work.diagnosed': [({ diagnosis }) => diagnosis !== null, 'diagnosis'],
  'request.disclosure-demanded': [({ disclosure }) => disclosure !== null, 'disclosure'],
  'request.disclosed': [({ disclosure }) => disclosure !== null, 'disclosure'],
  'work.trail-told': [({ disclosure }) => disclosure !== null, 'disclosure'],
  'request.recording-kept': [({ recordings }) => recordings !== null, 'recordings'],
  'request.file-kept': [({ attachments }) => attachments !== null, 'attachments'],
  'work.guest-invited': [({ guests }) => guests !== null, 'guests'],
  'work.guest-wrote': [({ guests }) => guests !== null, 'guests'],
  'work.guest-access-ended': [({ guests }) => guests !== null, 'guests'],
  'work.service-ended': [({ documents }) => documents !== null, 'documents'],
  'work.documents-dispatched': [({ documents }) => documents !== null, 'documents'],
};

/** The status that a fact brings a request into, or out of. */
const STATUS_OF: Readonly<Record<FactKind, Status>> = {
  'work.information-requested': 'waiting',
  'work.handed-over': 'handed-over',
  'work.postponed': 'postponed',
  'work.postponement-ended': 'postponed',
  'work.resolved': 'resolved',
  'work.cancelled': 'cancelled',
  'work.declined': 'declined',
  'request.withdrawn': 'withdrawn',
};

const chosenByStaff = ({ reasons }: Regulation, use: Reason['use']): boolean =>
  reasons.some((reason) => reason.use === use && reason.chosenBy === 'staff');

/** A request is declined on a clause only: the reason's own, or that of a category out of scope. */
export const canDeclineBy = ({ use, clause }: Reason, { categories }: Regulation): boolean =>
  use === 'decline' && (clause !== null || [...categories.values()].some(({ outOfScope }) => outOfScope !== null));

/** Which statuses a request can come into under a regulation: the life cycle's table without what the regulation does not provide for. */
export class Reachable {
  readonly #regulation: Regulation;
  readonly #reached = new Set<Status>(['queued']);

  constructor(regulation: Regulation) {
    this.#regulation = regulation;
    for (let before = 0; before < this.#reached.size; ) {
      before = this.#reached.size;
      for (const { from, to, verb } of transitions)
        if (this.#reached.has(from) && (VERB_NEEDS[verb]?.[0](regulation) ?? true)) this.#reached.add(to);
    }
  }

  /** Why no request can ever come into the status; undefined when one can. */
  whyNever(status: Status): Never | undefined {
    if (this.#reached.has(status)) return undefined;
    const needs = transitions.filter(({ to }) => to === status).flatMap(({ verb }) => VERB_NEEDS[verb]?.[1] ?? []);
    return { what: 'status', id: status, lacks: needs[0] ?? 'way' };
  }

  /** The same for a fact. */
  whyNeverHappens(fact: FactKind): Never | undefined {
    const status = STATUS_OF[fact];
    if (status !== undefined) return this.whyNever(status);
    const need = FACT_NEEDS[fact];
    return need === undefined || need[0](this.#regulation) ? undefined : { what: 'fact', id: fact, lacks: need[1] };
  }
}
