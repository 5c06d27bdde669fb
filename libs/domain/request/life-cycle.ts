// The life cycle of the work on a request, as data. Everything that may happen is a row here; nothing else may.

export const statuses = [
  'queued',
  'assigned',
  'waiting',
  'handed-over',
  'postponed',
  'resolved',
  'cancelled',
  'declined',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

export const verbs = [
  'assign',
  'take',
  'unassign',
  'reply',
  'ask',
  'log-call',
  'hand-over',
  'vendor-answer',
  'postpone',
  'resume',
  'set-deadline',
  'record-session',
  'diagnose',
  'reclassify',
  'invite-guest',
  'revoke-guest',
  'end-service',
  'dispatch-documents',
  'requester-answer',
  'resolve',
  'cancel',
  'decline',
  'reopen',
  'withdraw',
] as const;
export type Verb = (typeof verbs)[number];

/**
 * Who may do it: a role of the staff; the agent whom the request is assigned to; whoever answers for it, agent or moderator;
 * the requester; the platform by a rule.
 */
export type Performer = 'moderator' | 'own-agent' | 'responsible' | 'requester' | 'platform';

export interface Transition {
  readonly verb: Verb;
  readonly from: Status;
  readonly to: Status;
  /** Where it goes instead when nobody is assigned. */
  readonly toUnassigned?: Status;
  readonly by: readonly Performer[];
}

/** Nothing is done to a request in these any more. */
export const finalStatuses: readonly Status[] = ['withdrawn'];
/** Work is over, though staff may take it up again. */
export const closedStatuses: readonly Status[] = ['resolved', 'cancelled', 'declined', 'withdrawn'];
export const isClosed = (status: Status): boolean => closedStatuses.includes(status);

const staff: readonly Performer[] = ['moderator', 'own-agent'];
const moderator: readonly Performer[] = ['moderator'];
const requester: readonly Performer[] = ['requester'];
const responsible: readonly Performer[] = ['responsible'];
const staffOrRule: readonly Performer[] = ['moderator', 'own-agent', 'platform'];

export const transitions: readonly Transition[] = [
  // In the moderator's queue.
  { verb: 'assign', from: 'queued', to: 'assigned', by: moderator },
  { verb: 'take', from: 'queued', to: 'assigned', by: moderator },
  { verb: 'hand-over', from: 'queued', to: 'handed-over', by: moderator },
  { verb: 'diagnose', from: 'queued', to: 'queued', by: moderator },
  { verb: 'reclassify', from: 'queued', to: 'queued', by: moderator },
  { verb: 'resolve', from: 'queued', to: 'resolved', by: moderator },
  { verb: 'cancel', from: 'queued', to: 'cancelled', by: ['moderator', 'platform'] },
  { verb: 'decline', from: 'queued', to: 'declined', by: moderator },
  { verb: 'requester-answer', from: 'queued', to: 'queued', by: requester },
  { verb: 'withdraw', from: 'queued', to: 'withdrawn', by: requester },

  // With an agent.
  { verb: 'assign', from: 'assigned', to: 'assigned', by: moderator },
  { verb: 'take', from: 'assigned', to: 'assigned', by: moderator },
  { verb: 'unassign', from: 'assigned', to: 'queued', by: moderator },
  { verb: 'reply', from: 'assigned', to: 'assigned', by: staff },
  { verb: 'ask', from: 'assigned', to: 'waiting', by: staff },
  { verb: 'log-call', from: 'assigned', to: 'assigned', by: staff },
  { verb: 'hand-over', from: 'assigned', to: 'handed-over', by: staff },
  { verb: 'postpone', from: 'assigned', to: 'postponed', by: staff },
  { verb: 'set-deadline', from: 'assigned', to: 'assigned', by: responsible },
  { verb: 'record-session', from: 'assigned', to: 'assigned', by: staff },
  { verb: 'diagnose', from: 'assigned', to: 'assigned', by: staff },
  { verb: 'reclassify', from: 'assigned', to: 'assigned', by: staff },
  { verb: 'invite-guest', from: 'assigned', to: 'assigned', by: staff },
  { verb: 'revoke-guest', from: 'assigned', to: 'assigned', by: staff },
  { verb: 'resolve', from: 'assigned', to: 'resolved', by: staff },
  { verb: 'cancel', from: 'assigned', to: 'cancelled', by: staffOrRule },
  { verb: 'decline', from: 'assigned', to: 'declined', by: staff },
  { verb: 'requester-answer', from: 'assigned', to: 'assigned', by: requester },
  { verb: 'withdraw', from: 'assigned', to: 'withdrawn', by: requester },

  // Waiting for the requester.
  { verb: 'assign', from: 'waiting', to: 'waiting', by: moderator },
  { verb: 'reply', from: 'waiting', to: 'waiting', by: staff },
  { verb: 'ask', from: 'waiting', to: 'waiting', by: staff },
  { verb: 'log-call', from: 'waiting', to: 'waiting', by: staff },
  { verb: 'hand-over', from: 'waiting', to: 'handed-over', by: staff },
  { verb: 'set-deadline', from: 'waiting', to: 'waiting', by: responsible },
  { verb: 'record-session', from: 'waiting', to: 'waiting', by: staff },
  { verb: 'diagnose', from: 'waiting', to: 'waiting', by: staff },
  { verb: 'reclassify', from: 'waiting', to: 'waiting', by: staff },
  { verb: 'invite-guest', from: 'waiting', to: 'waiting', by: staff },
  { verb: 'revoke-guest', from: 'waiting', to: 'waiting', by: staff },
  { verb: 'resolve', from: 'waiting', to: 'resolved', by: staff },
  { verb: 'cancel', from: 'waiting', to: 'cancelled', by: staffOrRule },
  { verb: 'decline', from: 'waiting', to: 'declined', by: staff },
  { verb: 'requester-answer', from: 'waiting', to: 'assigned', toUnassigned: 'queued', by: requester },
  { verb: 'withdraw', from: 'waiting', to: 'withdrawn', by: requester },

  // With the developer of the system.
  { verb: 'assign', from: 'handed-over', to: 'handed-over', by: moderator },
  { verb: 'reply', from: 'handed-over', to: 'handed-over', by: staff },
  { verb: 'vendor-answer', from: 'handed-over', to: 'assigned', toUnassigned: 'queued', by: staff },
  { verb: 'set-deadline', from: 'handed-over', to: 'handed-over', by: responsible },
  { verb: 'record-session', from: 'handed-over', to: 'handed-over', by: staff },
  { verb: 'diagnose', from: 'handed-over', to: 'handed-over', by: staff },
  { verb: 'reclassify', from: 'handed-over', to: 'handed-over', by: staff },
  { verb: 'invite-guest', from: 'handed-over', to: 'handed-over', by: staff },
  { verb: 'revoke-guest', from: 'handed-over', to: 'handed-over', by: staff },
  { verb: 'resolve', from: 'handed-over', to: 'resolved', by: staff },
  { verb: 'cancel', from: 'handed-over', to: 'cancelled', by: staffOrRule },
  { verb: 'decline', from: 'handed-over', to: 'declined', by: staff },
  { verb: 'requester-answer', from: 'handed-over', to: 'handed-over', by: requester },
  { verb: 'withdraw', from: 'handed-over', to: 'withdrawn', by: requester },

  // Postponed for a reason of the regulation: until a moment, or until the requester writes.
  { verb: 'assign', from: 'postponed', to: 'postponed', by: moderator },
  { verb: 'reply', from: 'postponed', to: 'postponed', by: staff },
  { verb: 'resume', from: 'postponed', to: 'assigned', toUnassigned: 'queued', by: staffOrRule },
  { verb: 'set-deadline', from: 'postponed', to: 'postponed', by: responsible },
  { verb: 'diagnose', from: 'postponed', to: 'postponed', by: staff },
  { verb: 'reclassify', from: 'postponed', to: 'postponed', by: staff },
  { verb: 'invite-guest', from: 'postponed', to: 'postponed', by: staff },
  { verb: 'revoke-guest', from: 'postponed', to: 'postponed', by: staff },
  { verb: 'resolve', from: 'postponed', to: 'resolved', by: staff },
  { verb: 'cancel', from: 'postponed', to: 'cancelled', by: staffOrRule },
  { verb: 'decline', from: 'postponed', to: 'declined', by: staff },
  { verb: 'requester-answer', from: 'postponed', to: 'postponed', by: requester },
  { verb: 'withdraw', from: 'postponed', to: 'withdrawn', by: requester },

  // Closed: may be taken up again by those who closed it; the requester may still write.
  { verb: 'reopen', from: 'resolved', to: 'assigned', toUnassigned: 'queued', by: staff },
  { verb: 'reopen', from: 'cancelled', to: 'assigned', toUnassigned: 'queued', by: staff },
  { verb: 'reopen', from: 'declined', to: 'assigned', toUnassigned: 'queued', by: staff },
  // Often written down when the work is done.
  { verb: 'record-session', from: 'resolved', to: 'resolved', by: staff },
  // What the client is sent when services have ended.
  { verb: 'end-service', from: 'resolved', to: 'resolved', by: staff },
  { verb: 'dispatch-documents', from: 'resolved', to: 'resolved', by: staff },
  { verb: 'requester-answer', from: 'resolved', to: 'resolved', by: requester },
  { verb: 'requester-answer', from: 'cancelled', to: 'cancelled', by: requester },
  { verb: 'requester-answer', from: 'declined', to: 'declined', by: requester },
];

const key = (from: Status, verb: Verb): string => `${from}/${verb}`;
const table: ReadonlyMap<string, Transition> = new Map(transitions.map((row) => [key(row.from, row.verb), row]));

/** The row that lets `verb` be done in `from`, or undefined when it may not be. */
export const transitionOf = (from: Status, verb: Verb): Transition | undefined => table.get(key(from, verb));

/** What is wrong with a table of transitions, in words; nothing when it is sound. The life cycle's own test runs it. */
export function checkTransitions(rows: readonly Transition[], start: Status): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(key(row.from, row.verb))) faults.push(`${row.verb} from ${row.from} is stated twice`);
    seen.add(key(row.from, row.verb));
    if (row.by.length === 0) faults.push(`nobody may ${row.verb} from ${row.from}`);
  }
  const reached = new Set<Status>([start]);
  for (let round = 0; round < statuses.length; round++)
    for (const row of rows)
      if (reached.has(row.from)) for (const to of [row.to, row.toUnassigned]) if (to !== undefined) reached.add(to);
  for (const status of statuses) {
    if (!reached.has(status)) faults.push(`${status} cannot be reached from ${start}`);
    const left = rows.some((row) => row.from === status && (row.to !== status || row.toUnassigned !== undefined));
    const final = finalStatuses.includes(status);
    if (!left && !final) faults.push(`${status} cannot be left, and is not final`);
    if (final && rows.some((row) => row.from === status))
      faults.push(`${status} is final, and yet something may be done in it`);
  }
  for (const verb of verbs) if (!rows.some((row) => row.verb === verb)) faults.push(`${verb} can never be done`);
  return faults;
}
