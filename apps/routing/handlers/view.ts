import { summaryOf } from '@reglament/domain/letters';
import type { Reason, Regulation } from '@reglament/domain/regulation';
import {
  allowedVerbs,
  kindOf,
  missingSteps,
  providesFor,
  type Status,
  undoWithin,
  type Verb,
} from '@reglament/domain/request';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import type { ClockItem, Parts } from '../store/parts.ts';
import type { StoredPostponement, WorkRow } from '../store/work.ts';

/** One row of a list; instants ISO 8601 in UTC. */
export interface WorkItem {
  readonly requestId: string;
  readonly number: string;
  readonly summary: string;
  readonly category: string;
  readonly channel: string;
  readonly language: string;
  readonly urgent: boolean;
  /** Place in the queue: rank (0 first), then arrival, then id. */
  readonly rank: number;
  readonly arrivedAt: string;
  readonly queuedAt: string;
  readonly status: Status;
  readonly agent: { readonly id: string; readonly name: string } | null;
  /** When the requester last wrote without an answer since; null when there is nothing to look at. */
  readonly unreadSince: string | null;
  /** Why and until when the work is put off; null when it is not. */
  readonly postponement: StoredPostponement | null;
  /** The deadline that the responsible agent has set. */
  readonly deadlineAt: string | null;
  readonly clocks: readonly ClockItem[];
  readonly version: number;
}

/** The request as staff work on it. */
export interface WorkView extends WorkItem, Parts {
  readonly clocks: ClockItem[];
  readonly clientCategory: string | null;
  readonly product: string | null;
  readonly entryPoint: string;
  readonly vendor: string | null;
  readonly waitingSince: string | null;
  readonly closedAt: string | null;
  /** A clock has run out that proposes to cancel with this reason. */
  readonly cancelOffer: {
    readonly reason: string;
    readonly clause: string | null;
    /** What the platform would write to the requester: what has been done so far (edoc 15). */
    readonly summary: string | null;
  } | null;
  /** Steps of the diagnosis without which the request is not resolved. */
  readonly missingSteps: readonly string[];
  /** What the caller may do now. */
  readonly allowed: readonly Verb[];
  /** Until when the assignment may be taken back by the caller; null when it may not. */
  readonly undoUntil: string | null;
}

export const itemOf = (work: WorkRow, clocks: readonly ClockItem[]): WorkItem => ({
  requestId: work.requestId,
  number: work.number,
  summary: work.summary,
  category: work.category,
  channel: work.channel,
  language: work.language,
  urgent: work.urgent,
  rank: work.rank,
  arrivedAt: isoOf(work.arrivedAt),
  queuedAt: isoOf(work.queuedAt),
  status: work.status,
  agent: work.agentId === null ? null : { id: work.agentId, name: work.agentName ?? '' },
  unreadSince: isoOrNull(work.unreadSince),
  postponement: work.postponement,
  deadlineAt: isoOrNull(work.deadlineAt),
  clocks,
  version: work.version,
});

/** The moment until which `staffId` may take the assignment back; null when it is not theirs to take. */
export const undoUntil = (work: WorkRow, staffId: string): Instant | null =>
  work.status === 'assigned' && work.assignedBy === staffId && work.assignedAt !== null
    ? ((work.assignedAt + undoWithin) as Instant)
    : null;

const offerOf = (offered: Reason, trail: Parts['trail'], work: WorkRow, regulation: Regulation) => ({
  reason: offered.id,
  clause: offered.clause,
  summary:
    offered.id === regulation.silence?.reason
      ? summaryOf(
          regulation,
          work.language,
          trail.map(({ at, verb, by, detail }) => ({ at: Date.parse(at) as Instant, verb, by: by.name, detail })),
        )
      : null,
});

/** The work with what belongs to it, as it is shown to the caller. */
export function viewOf(work: WorkRow, parts: Parts, caller: Principal, now: Instant, regulation: Regulation): WorkView {
  const until = undoUntil(work, caller.subject);
  const undoable = until !== null && now < until;
  const offered = regulation.reasons.find((reason) => reason.id === work.cancelOffer);
  const doer = { kind: 'staff' as const, id: caller.subject, roles: caller.roles };
  const allowed = allowedVerbs(work, doer).filter((verb) => providesFor(regulation, work.category, verb));
  return {
    ...itemOf(work, []),
    ...parts,
    clientCategory: work.clientCategory,
    product: work.product,
    entryPoint: work.entryPoint,
    vendor: work.vendor,
    waitingSince: isoOrNull(work.waitingSince),
    closedAt: isoOrNull(work.closedAt),
    cancelOffer: offered === undefined ? null : offerOf(offered, parts.trail, work, regulation),
    missingSteps: missingSteps(
      regulation.diagnosis,
      kindOf(regulation, work.category),
      new Set(parts.diagnosis.map(({ step }) => step)),
    ),
    allowed: undoable ? allowed : allowed.filter((verb) => verb !== 'unassign'),
    undoUntil: undoable ? isoOf(until) : null,
  };
}
