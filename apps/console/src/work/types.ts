/** The verbs of the life cycle that staff can do. */
export type Verb =
  | 'assign'
  | 'take'
  | 'unassign'
  | 'reply'
  | 'ask'
  | 'log-call'
  | 'hand-over'
  | 'vendor-answer'
  | 'resolve'
  | 'cancel'
  | 'decline'
  | 'reopen'
  | 'postpone'
  | 'resume'
  | 'set-deadline'
  | 'record-session'
  | 'diagnose'
  | 'end-service'
  | 'dispatch-documents'
  | 'reclassify'
  | 'invite-guest'
  | 'revoke-guest';

export type CallOutcome = 'answered' | 'no-answer' | 'busy' | 'switched-off' | 'wrong-number';

export interface ClockItem {
  readonly clockId: string;
  readonly rule: string;
  readonly clause: string;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  readonly warned: boolean;
  readonly expired: boolean;
}

export interface WorkItem {
  readonly requestId: string;
  readonly number: string;
  readonly summary: string;
  readonly category: string;
  readonly channel: string;
  readonly language: string;
  readonly urgent: boolean;
  /** Who is served first: lower before higher; equal ranks by arrival. */
  readonly rank?: number;
  readonly arrivedAt: string;
  readonly queuedAt: string;
  readonly status: string;
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly unreadSince: string | null;
  readonly postponement: {
    readonly reason: string;
    readonly until: string | null;
    readonly untilReply: boolean;
  } | null;
  readonly deadlineAt: string | null;
  readonly clocks: readonly ClockItem[];
  readonly version: number;
}

export interface TrailEntry {
  readonly at: string;
  readonly verb: string;
  readonly by: {
    readonly kind: 'staff' | 'requester' | 'platform' | 'guest';
    readonly id: string;
    readonly name: string;
  };
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface CallMade {
  readonly series: number;
  readonly attempt: number;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly outcome: CallOutcome;
  readonly note: string | null;
}

export interface WorkView extends WorkItem {
  readonly clientCategory: string | null;
  readonly product: string | null;
  readonly entryPoint: string;
  readonly vendor: string | null;
  readonly waitingSince: string | null;
  readonly closedAt: string | null;
  readonly cancelOffer: {
    readonly reason: string;
    readonly clause: string | null;
    /** What the platform will write to the requester. */
    readonly summary: string | null;
  } | null;
  readonly allowed: readonly Verb[];
  readonly undoUntil: string | null;
  readonly trail: readonly TrailEntry[];
  readonly calls: readonly CallMade[];
  readonly sessions: readonly Session[];
  readonly diagnosis: readonly Step[];
  readonly missingSteps: readonly string[];
  readonly guests: readonly Guest[];
}

interface Somebody {
  readonly id: string;
  readonly name: string;
}

export interface Session {
  readonly sessionId: string;
  readonly tool: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly consent: { readonly by: string; readonly how: string };
  readonly note: string | null;
  readonly by: Somebody;
}

export interface Step {
  readonly step: string;
  readonly choice: string | null;
  readonly text: string | null;
  readonly at: string;
  readonly by: Somebody;
}

export interface Guest {
  readonly guestId: string;
  readonly name: string;
  readonly briefing: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly firstReadAt: string | null;
  readonly notes: readonly { readonly at: string; readonly text: string }[];
}

export interface Agent {
  readonly staffId: string;
  readonly name: string;
  readonly roles?: readonly string[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly open: number;
}

export interface Proposal {
  readonly agentId: string;
  readonly name: string;
  readonly reason: { readonly kind: string; readonly sentence: string; readonly clause: string | null };
}

export interface Explanation {
  readonly rule: string;
  readonly name: string;
  readonly clause: string;
  readonly clauseText: string | null;
  readonly edition: string;
  readonly calendar: string;
  readonly timeZone: string;
  readonly time: 'working' | 'elapsed';
  readonly withinMs: number | null;
  /** The fact that named the due moment, where no span of the regulation did. */
  readonly setBy: string | null;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly dueAt: string | null;
  readonly spans: readonly {
    readonly from: string;
    readonly to: string;
    readonly is: 'counted' | 'closed' | 'paused';
    /** A holiday or a working Saturday by name; for a pause the fact that began it. */
    readonly why: string | null;
  }[];
  readonly countedMs: number;
}

export interface FormerPromise {
  readonly dueAt: string;
  readonly becameDueAt: string;
  readonly movedAt: string;
  /** The changed days that moved it; none where the regulation itself did. */
  readonly because: readonly { readonly date: string; readonly hours: string | null; readonly reason: string }[];
}

export interface RequestClock {
  readonly clockId: string;
  readonly rule: string;
  readonly run: number;
  readonly name: string;
  readonly clause: string;
  readonly clauseText: string | null;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  readonly leftMs: number | null;
  readonly stoppedAt: string | null;
  readonly verdict: 'kept' | 'broken' | 'cancelled' | null;
  readonly expired: boolean;
  readonly late: boolean;
  /** What was promised before, the earliest first. */
  readonly former: readonly FormerPromise[];
  readonly explanation: Explanation;
}
