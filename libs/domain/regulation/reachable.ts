import { type Status, transitions, type Verb } from '../request/life-cycle.ts';
import type { FactKind, Reason, Regulation } from './types.ts';

type Need = readonly [isThere: (regulation: Regulation) => boolean, otherwise: string];

/** What a regulation must set out before a verb can be done at all; a verb in no line needs nothing. */
const VERB_NEEDS: Readonly<Partial<Record<Verb, Need>>> = {
  postpone: [(regulation) => chosenByStaff(regulation, 'postpone'), 'staff have no reason to postpone one by'],
  'hand-over': [({ vendors }) => vendors.some(({ contracted }) => contracted), 'no vendor here has a contract'],
  decline: [
    (regulation) =>
      regulation.reasons.some((reason) => reason.chosenBy === 'staff' && canDeclineBy(reason, regulation)),
    'staff have no reason with a clause to decline one by',
  ],
};

/** The same for facts that leave the status as it is. */
const FACT_NEEDS: Readonly<Record<FactKind, Need>> = {
  'work.remote-session-recorded': [({ remoteSessions }) => remoteSessions !== null, 'there are no `remoteSessions`'],
  'work.diagnosed': [({ diagnosis }) => diagnosis !== null, 'there is no `diagnosis`'],
  'request.disclosure-demanded': [({ disclosure }) => disclosure !== null, 'there is no `disclosure`'],
  'request.disclosed': [({ disclosure }) => disclosure !== null, 'there is no `disclosure`'],
  'work.trail-told': [({ disclosure }) => disclosure !== null, 'there is no `disclosure`'],
  'request.recording-kept': [({ recordings }) => recordings !== null, 'no `recordings` are kept'],
  'request.file-kept': [({ attachments }) => attachments !== null, 'no `attachments` are taken'],
  'work.guest-invited': [({ guests }) => guests !== null, 'there are no `guests`'],
  'work.guest-wrote': [({ guests }) => guests !== null, 'there are no `guests`'],
  'work.guest-access-ended': [({ guests }) => guests !== null, 'there are no `guests`'],
  'work.service-ended': [({ documents }) => documents !== null, 'there are no `documents`'],
  'work.documents-dispatched': [({ documents }) => documents !== null, 'there are no `documents`'],
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

  /** Why no request can ever come into the status, as half a sentence; undefined when one can. */
  whyNever(status: Status): string | undefined {
    if (this.#reached.has(status)) return undefined;
    const needs = transitions.filter(({ to }) => to === status).flatMap(({ verb }) => VERB_NEEDS[verb]?.[1] ?? []);
    return `no request here can ever be \`${status}\`, since ${needs[0] ?? 'nothing leads there'}`;
  }

  /** The same for a fact. */
  whyNeverHappens(fact: FactKind): string | undefined {
    const status = STATUS_OF[fact];
    if (status !== undefined) return this.whyNever(status);
    const need = FACT_NEEDS[fact];
    return need === undefined || need[0](this.#regulation)
      ? undefined
      : `\`${fact}\` never happens here, since ${need[1]}`;
  }
}
