/** The parts of the services' answers that the tests of clauses read. */
export interface Given {
  readonly entryPoint: string;
  readonly category: string;
  readonly clientCategory?: string;
  readonly product?: string;
  readonly language: 'ru' | 'uk' | 'kk';
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly text: string;
  readonly chatId?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly acceptedRules?: string | null;
  readonly attachments?: readonly string[];
}

export interface Promised {
  readonly rule: string;
  readonly clause: string;
  readonly name: string;
  readonly dueAt: string;
  readonly sentence: string;
}

export interface Filed {
  readonly requestId: string;
  readonly number: string;
  readonly acceptedAt: string;
  readonly promises: readonly Promised[];
}

/** A file that came with a request. */
export interface FileFacts {
  readonly fileId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

interface TrailLine {
  readonly at: string;
  readonly verb: string;
  readonly by: { readonly kind: string; readonly id: string; readonly name: string };
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Work {
  readonly requestId: string;
  readonly number: string;
  readonly summary: string;
  readonly status: string;
  readonly version: number;
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly entryPoint: string;
  readonly allowed: readonly string[];
  readonly cancelOffer: {
    readonly reason: string;
    readonly clause: string | null;
    readonly summary: string | null;
  } | null;
  readonly trail: readonly TrailLine[];
  readonly sessions: readonly object[];
  readonly guests: readonly object[];
  readonly diagnosis: readonly { readonly step: string; readonly by: { readonly id: string } }[];
  readonly clocks: readonly { readonly rule: string; readonly dueAt: string | null; readonly warned: boolean }[];
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly is: 'counted' | 'closed' | 'paused';
  readonly why: string | null;
}

export interface Clock {
  readonly rule: string;
  readonly clause: string;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  readonly stoppedAt: string | null;
  readonly verdict: 'kept' | 'broken' | 'cancelled' | null;
  readonly expired: boolean;
  readonly clauseText: string | null;
  readonly former: readonly {
    readonly dueAt: string;
    readonly becameDueAt: string;
    readonly movedAt: string;
    readonly because: readonly { readonly date: string; readonly hours: string | null; readonly reason: string }[];
  }[];
  readonly explanation: { readonly countedMs: number; readonly setBy: string | null; readonly spans: readonly Span[] };
}

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A request as intake shows it to staff. */
export interface Submitted {
  readonly requester: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly channel: string;
  readonly entryPoint: string;
  readonly product: string | null;
  readonly registeredBy: string | null;
  readonly edition: string;
  readonly acceptedRules: string | null;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly conversation: readonly { readonly from: string; readonly name: string; readonly text: string }[];
  readonly letters: readonly { readonly kind: string; readonly recipient: string }[];
}

export interface Hotline {
  readonly edition: { readonly id: string };
  readonly acceptance: { readonly clause: string } | null;
  readonly phone: string | null;
  readonly texts: { readonly conduct: Readonly<Record<string, string>> | null };
  readonly isOpen: boolean;
  readonly now: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly hours: readonly {
    readonly days: readonly string[];
    readonly intervals: readonly { from: string; to: string }[];
  }[];
  readonly channels: readonly { readonly channel: string; readonly open: boolean; readonly clause: string }[];
  readonly entryPoints: readonly { readonly id: string; readonly channel: string }[];
  readonly products: readonly { readonly id: string }[];
  readonly categories: readonly {
    readonly id: string;
    readonly kind: string;
    readonly channels: readonly string[];
    readonly outOfScope: { readonly clause: string; readonly vendor: string | null } | null;
  }[];
}

interface Counted {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** A period's figures; a monthly report has them too. */
export interface Statistics {
  /** The first and the last day, on the tenant's calendar. */
  readonly from: string;
  readonly to: string;
  readonly received: {
    readonly total: number;
    readonly byChannel: readonly Counted[];
    readonly byCategory: readonly Counted[];
    readonly byEntryPoint: readonly Counted[];
  };
  readonly resolved: number;
  readonly times: Readonly<
    Record<string, { readonly count: number; readonly p50: number | null; readonly p95: number | null }>
  >;
  readonly clocks: readonly {
    readonly rule: string;
    readonly clause: string;
    readonly kept: number;
    readonly broken: number;
    readonly warned: number;
  }[];
  readonly employees: readonly {
    readonly id: string;
    readonly name: string;
    readonly assigned: number;
    readonly resolved: number;
  }[];
}

export interface Report extends Statistics {
  readonly month: string;
  readonly conclusions: Readonly<Record<'changed' | 'why' | 'todo', readonly string[]>>;
  readonly mostFrequent: readonly { readonly key: string; readonly question: string; readonly count: number }[];
}
