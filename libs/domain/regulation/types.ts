import type { CalendarSpec } from '../calendar/types.ts';
import type { Millis } from '../time/index.ts';
import type { BlockingRule } from './blocking-types.ts';
import type { RequesterRules } from './requester-types.ts';
import type { RetentionRule } from './retention-shape.ts';
import type { Language, Text } from './text.ts';

export * from './blocking-types.ts';
export * from './requester-types.ts';
export * from './text.ts';

/** A regulation as the platform runs it: compiled once from the tenant's YAML file, frozen, the same in every service. */
export interface Regulation {
  readonly tenant: string;
  /** The hotline's name in each of the tenant's languages. */
  readonly name: Text;
  readonly organisation: Text;
  /** The tenant's languages; the first is the default. */
  readonly languages: readonly [Language, ...Language[]];
  readonly edition: { readonly id: string; readonly inForceFrom: string };
  /** ISO 3166 country: the region in which telephone numbers are read when no country code is given. */
  readonly country: string;
  /** The hotline’s own number, shown on every form, page and letter. */
  readonly phone: string | null;
  readonly email: string | null;
  /** What a requester reads before filing: greeting, rules of conduct, what is not answered here. */
  readonly texts: { readonly welcome: Text; readonly conduct: Text | null; readonly closed: Text };
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly calendar: CalendarSpec;
  /** The clause that sets the hours. */
  readonly calendarClause: string;
  readonly channels: ReadonlyMap<Channel, ChannelRule>;
  readonly entryPoints: readonly EntryPoint[];
  readonly products: readonly Named[];
  /** Where service levels differ by client; the first is taken when a request names none. */
  readonly clientCategories: readonly Named[];
  /** The natures a category may have (reference, failure, …): what clocks are chosen by. */
  readonly kinds: readonly Named[];
  readonly categories: ReadonlyMap<string, Category>;
  readonly skills: readonly Named[];
  readonly clocks: readonly ClockRule[];
  readonly calls: CallRule | null;
  readonly silence: SilenceRule | null;
  readonly vendors: readonly Vendor[];
  /** Why a request may be cancelled, declined or postponed: mandatory, told to the requester, counted. */
  readonly reasons: readonly Reason[];
  readonly remoteSessions: RemoteSessionRule | null;
  readonly diagnosis: DiagnosisRule | null;
  /** Third parties brought in for one request (edoc 17), and for how long, by the wall clock. */
  readonly guests: { readonly clause: string; readonly validFor: Millis } | null;
  readonly help: HelpRule | null;
  readonly chat: ChatRule | null;
  readonly reports: ReportsRule | null;
  readonly documents: DocumentsRule | null;
  /** Order of the moderator's queue. */
  readonly queueOrder: 'urgency-then-arrival' | 'arrival';
  /** Who hears complaints about the support, past the support itself (kuty 1.2, edoc 16). */
  readonly complaints: ComplaintRule | null;
  /** What is done about breaches of conduct; null where the regulation says nothing of it. */
  readonly conduct: ConductRules | null;
  readonly messages: MessageRules;
  readonly requesters: RequesterRules;
  /** Requesters who break the rules may be blocked; null where nobody may be. */
  readonly blocking: BlockingRule | null;
  /** Files with a request; null where none are taken. */
  readonly attachments: AttachmentRules | null;
  /** Audio recordings of calls; null where none are kept. */
  readonly recordings: RecordingRules | null;
  /** Who may demand a package of a request's recordings and correspondence; null: nobody. */
  readonly disclosure: DisclosureRule | null;
  /** How long personal data are kept; null: until somebody asks. */
  readonly retention: RetentionRule | null;
  readonly verification: VerificationRule | null;
  readonly letters: ReadonlyMap<LetterKind, Letter>;
  /** Values the original left out; named so that nobody takes them for the organisation's words. */
  readonly assumptions: readonly { readonly at: string; readonly note: string }[];
}

export type Channel = 'web' | 'phone' | 'email' | 'chat' | 'api';

/** The Internet chat: by which clause, by which the instructions before it and its hours, and the form it begins at. */
export interface ChatRule {
  readonly clause: string;
  /** Null: a chat may begin without instructions. */
  readonly instructions: string | null;
  readonly hours: string | null;
  readonly entryPoint: string;
}

/** The help centre: by which clause, where a request carries the link to an article, how often articles are looked through. */
export interface HelpRule {
  readonly clause: string;
  readonly linkField: string | null;
  readonly reviewEvery: Millis;
}

export interface Clause {
  readonly number: string;
  /** S: the software does it. O: organisational, shown only. */
  readonly kind: 'S' | 'O';
  readonly text: Text;
}

export interface Named {
  readonly id: string;
  readonly name: Text;
}

export interface ChannelRule {
  readonly open: boolean;
  readonly clause: string;
  /** What a person is told when the channel is closed to them. */
  readonly refusal: Text | null;
}

export interface EntryPoint extends Named {
  readonly channel: Channel;
  readonly clause: string;
  /** Origins whose pages may show this form in a frame, such as `https://www.example.org`. */
  readonly sites: readonly string[];
}

export interface Category extends Named {
  /** The nature that clocks are chosen by. */
  readonly kind: string;
  readonly clause: string;
  readonly channels: readonly Channel[];
  readonly skill: string | null;
  readonly urgent: boolean;
  /** Out of scope: the clause it is declined by, and the vendor it may go to instead. */
  readonly outOfScope: { readonly clause: string; readonly vendor: string | null } | null;
  /** Fields that must be filled, beside the text: ids of `fields`. */
  readonly fields: readonly Field[];
}

export interface Field extends Named {
  readonly required: boolean;
  readonly type: 'text' | 'long-text' | 'email' | 'phone' | 'choice';
  readonly choices: readonly Named[];
  readonly maxLength: number;
  readonly clause: string | null;
}

/** The names a clock rule may refer to: event types without their version. */
export type FactKind = string;

/** Every time rule of a regulation is one of these. */
export interface ClockRule {
  readonly id: string;
  readonly clause: string;
  readonly name: Text;
  /** Empty lists mean "any". A clock applies when every list admits the request. */
  readonly applies: {
    readonly kinds: readonly string[];
    readonly categories: readonly string[];
    readonly channels: readonly Channel[];
    readonly clientCategories: readonly string[];
  };
  readonly startsOn: readonly FactMatch[];
  readonly stopsOn: readonly FactMatch[];
  /** The promise falls away: neither kept nor broken. */
  readonly cancelsOn: readonly FactMatch[];
  readonly pauses: readonly {
    readonly from: FactMatch;
    readonly until: readonly FactMatch[];
    readonly clause: string | null;
  }[];
  /** Told to the requester as a deadline when filing; the others are promises between staff. */
  readonly toldToRequester: boolean;
  /** Null: measured, with no target (kz-portal 30-9), or `dueBy` says until when. */
  readonly within: Millis | null;
  /** The target is a moment that the starting fact carries in this field: the agent's own deadline (initiative 2.6). */
  readonly dueBy: { readonly fact: FactKind; readonly field: string } | null;
  readonly time: 'working' | 'elapsed';
  /** Parts of the target, 0–1, ascending; a warning at each. */
  readonly warnAt: readonly number[];
  /** What the owning service does when time is up; data for routing and intake. */
  readonly onExpiry: readonly ExpiryAction[];
  /** Starting again while running: keep the first start, or begin anew (call attempts, silence). */
  readonly restart: 'keep' | 'anew';
}

/** A fact by its kind and, where needed, by equal values in its payload: `{ fact: 'work.call-attempted', where: { outcome: 'no-answer' } }`. */
export interface FactMatch {
  readonly fact: FactKind;
  readonly where: Readonly<Record<string, string | number | boolean>>;
}

export type ExpiryAction =
  | { readonly do: 'escalate'; readonly to: 'moderator' | 'manager' | 'administrator' }
  | { readonly do: 'remind'; readonly to: 'agent' | 'moderator' }
  | { readonly do: 'offer-cancel'; readonly reason: string }
  | { readonly do: 'cancel'; readonly reason: string }
  /** Postponed work goes on (edoc 9). */
  | { readonly do: 'resume' };

/** Repeat calls (ovk 2.9). `unanswered` outcomes count; at `attempts` of them the request is cancelled with `reason`. */
export interface CallRule {
  readonly clause: string;
  readonly repeatAfter: Millis;
  readonly attempts: number;
  readonly unanswered: readonly string[];
  readonly reason: string;
  /** After a call to a wrong number another one is asked for in these words, and calls are counted anew. */
  readonly wrongNumber: { readonly clause: string; readonly ask: Text } | null;
}

/** Sessions of remote administration (ovk 2.8): recorded with a tool and a consent of these. No kinds: any request. */
export interface RemoteSessionRule {
  readonly clause: string;
  readonly kinds: readonly string[];
  readonly tools: readonly Named[];
  readonly consents: readonly Named[];
}

/** Diagnosis (edoc 13): its steps, and for each kind of request the steps without which it is not resolved. */
export interface DiagnosisRule {
  readonly clause: string;
  readonly steps: readonly (Named & { readonly choices: readonly Named[] })[];
  readonly requires: ReadonlyMap<string, readonly string[]>;
}

/** Documents sent to a client after services have ended (initiative 3.1). */
export interface DocumentsRule {
  readonly clause: string;
  /** The contract under which some documents fall away: «договор ИТС». */
  readonly contract: Text;
  readonly kinds: readonly {
    readonly kind: 'report' | 'act' | 'invoice';
    readonly name: Text;
    /** Before the running number of the year. */
    readonly prefix: string;
    readonly unlessContract: boolean;
  }[];
  readonly deliveries: readonly Named[];
  /** Where a client pays to, line by line; null where the regulation does not say. */
  readonly requisites: Text | null;
}

/** Reports on the hotline's work (ovk 3.1, 3.2): to whom, and of which periods. */
export interface ReportsRule {
  readonly clause: string | null;
  /** E-mail addresses of the managers. */
  readonly to: readonly string[];
  readonly kinds: readonly ('day' | 'week' | 'month')[];
}

/** Silence of the requester (edoc 15). */
export interface SilenceRule {
  readonly clause: string;
  readonly within: Millis;
  readonly reason: string;
  readonly wording: Text;
}

export interface Vendor extends Named {
  readonly email: string;
  readonly contracted: boolean;
  readonly clause: string;
}

export interface Reason extends Named {
  readonly use: 'cancel' | 'decline' | 'postpone';
  readonly clause: string | null;
  /** May staff choose it, or only the platform by a rule. */
  readonly chosenBy: 'staff' | 'platform';
}

export interface ComplaintRule {
  readonly clause: string;
  /** The addressee's name. */
  readonly name: Text;
  readonly email: string;
}

export interface ConductRules {
  /** Who is told; without an e-mail address staff tell them and record how. */
  readonly addressees: readonly (Named & { readonly email: string | null })[];
  readonly procedures: readonly Procedure[];
}

/** What staff do, step by step, when somebody breaks the rules of conduct (kuty 3.1–3.4, edoc 16, kz-portal 30-14). */
export interface Procedure extends Named {
  readonly clause: string;
  readonly by: readonly ('caller' | 'writer')[];
  readonly steps: readonly ProcedureStep[];
}

export interface ProcedureStep {
  readonly do: 'end-call' | 'stop-correspondence' | 'inform' | 'disclose';
  readonly duty: 'must' | 'may';
  /** An addressee's id, where somebody is told. */
  readonly to: string | null;
  /** Elapsed time from the incident; null where the regulation sets none. */
  readonly within: Millis | null;
  /** The reason by which the request is closed with this step. */
  readonly reason: string | null;
  /** The ground must be recorded. */
  readonly ground: boolean;
}

/** What is looked for in messages; null where the regulation does not ask for it. */
export interface MessageRules {
  /** Obscene or insulting words of staff are not sent (kuty 2.8, edoc 16). */
  readonly insults: { readonly clause: string } | null;
  /** Staff who ask for passwords are stopped (kz-portal 30-11). */
  readonly credentials: { readonly clause: string } | null;
  /** Secrets that requesters write are masked before they are stored (kz-portal 30-11). */
  readonly secrets: { readonly clause: string } | null;
  /** Personal data that is not the requester's is not sent (kuty 2.6); `known` is no person's. */
  readonly personalData: { readonly clause: string; readonly known: readonly string[] } | null;
}

/** Who counts as a verified caller, and what only such a caller is advised on by telephone (kuty 2.2). */
export interface VerificationRule {
  readonly clause: string;
  readonly asks: readonly Named[];
  /** The id of the question whose answer is a secret. */
  readonly secret: string;
  /** Wrong answers from one number before it is locked. */
  readonly maxAttempts: number;
  /** Elapsed time. */
  readonly lockout: Millis;
  /** Ids of the categories. */
  readonly covers: readonly string[];
  /** What a caller who is not verified is told. */
  readonly otherwise: Text;
}

/** Letters and messages to the requester; `{number}`-style placeholders are checked at load time. */
export type LetterKind =
  | 'acknowledged'
  | 'replied'
  | 'information-requested'
  | 'resolved'
  | 'cancelled'
  | 'unreachable'
  | 'declined'
  | 'handed-over'
  | 'postponed'
  | 'deadline-set';
export interface Letter {
  readonly clause: string | null;
  readonly subject: Text;
  readonly body: Text;
}

/** Which files may come with a request (edoc 12, kz-portal 30-18). */
/** A package of a request's recordings, correspondence and trail, on somebody's demand (kuty 1.3). */
export interface DisclosureRule {
  readonly clause: string;
  /** Whom the regulation names. */
  readonly name: Text;
  /** The role under which they sign in. */
  readonly role: 'manager' | 'administrator';
}

/** Audio recordings of a request's calls (kuty 1.1). */
export interface RecordingRules {
  readonly clause: string;
  /** Bytes of one recording. */
  readonly maxBytes: number;
  readonly longestMs: Millis;
}

export interface AttachmentRules {
  readonly clause: string;
  /** Files with one message. */
  readonly most: number;
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** Media types; what a file is, is told from its bytes and not from its name. */
  readonly types: readonly string[];
}
