export type Language = 'ru' | 'uk' | 'kk' | 'en';
export type Channel = 'web' | 'phone' | 'email' | 'chat' | 'api';
export type Role = 'operator' | 'moderator' | 'agent' | 'manager' | 'administrator';
/** A sentence in the tenant's languages. */
export type Text = Readonly<Partial<Record<Language, string>>>;

export interface Named {
  readonly id: string;
  readonly name: Text;
}

export interface HotlineSummary {
  readonly tenant: string;
  readonly name: Text;
  readonly organisation: Text;
  readonly languages: readonly Language[];
  readonly isOpen?: boolean;
}

export interface Field extends Named {
  readonly required: boolean;
  readonly type: 'text' | 'long-text' | 'email' | 'phone' | 'choice';
  readonly choices: readonly Named[];
  readonly maxLength: number;
  readonly clause: string | null;
}

export interface Category extends Named {
  readonly kind: string;
  readonly clause: string;
  readonly channels: readonly Channel[];
  readonly urgent: boolean;
  readonly outOfScope: { readonly clause: string; readonly vendor: string | null } | null;
  readonly fields: readonly Field[];
}

export interface Clause {
  readonly number: string;
  readonly kind: 'S' | 'O';
  readonly text: Text;
}

export interface Reason extends Named {
  readonly use: 'cancel' | 'decline' | 'postpone';
  readonly clause: string | null;
  readonly chosenBy: 'staff' | 'platform';
}

export interface Hotline extends HotlineSummary {
  readonly phone: string | null;
  readonly email: string | null;
  readonly country: string;
  readonly texts: { readonly welcome: Text; readonly conduct: Text | null; readonly closed: Text };
  readonly timeZone: string;
  readonly hours: readonly {
    readonly days: readonly string[];
    readonly intervals: readonly { from: string; to: string }[];
  }[];
  readonly isOpen: boolean;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly channels: readonly {
    readonly channel: Channel;
    readonly open: boolean;
    readonly clause: string;
    readonly refusal: Text | null;
  }[];
  readonly entryPoints: readonly (Named & {
    readonly channel: Channel;
    readonly clause: string;
    readonly sites: readonly string[];
  })[];
  readonly products: readonly Named[];
  readonly clientCategories: readonly Named[];
  readonly categories: readonly Category[];
  readonly reasons: readonly Reason[];
  readonly vendors: readonly (Named & { readonly contracted: boolean; readonly clause: string })[];
  readonly complaints: { readonly clause: string; readonly name: Text } | null;
  readonly attachments: {
    readonly clause: string;
    readonly most: number;
    readonly maxBytes: number;
    readonly types: readonly string[];
  } | null;
  readonly disclosure: { readonly clause: string; readonly name: Text; readonly role: Role } | null;
  readonly recordings: { readonly clause: string; readonly maxBytes: number; readonly longestMs: number } | null;
  readonly conduct: {
    readonly addressees: readonly (Named & { readonly byLetter: boolean })[];
    readonly procedures: readonly (Named & { readonly clause: string })[];
  } | null;
  readonly chat: {
    readonly clause: string;
    readonly instructions: string | null;
    readonly hours: string | null;
    readonly entryPoint: string;
  } | null;
  readonly verification: {
    readonly clause: string;
    readonly asks: readonly Named[];
    readonly secret: string;
    readonly covers: readonly string[];
    readonly otherwise: Text;
  } | null;
  readonly skills: readonly Named[];
  readonly clauses: readonly Clause[];
  readonly clocks: readonly {
    readonly id: string;
    readonly clause: string;
    readonly name: Text;
    readonly withinMs: number | null;
  }[];
  readonly remoteSessions: { readonly tools: readonly Named[]; readonly consents: readonly Named[] } | null;
  readonly documents: {
    readonly clause: string;
    readonly contract: Text;
    readonly kinds: readonly { readonly kind: 'report' | 'act' | 'invoice'; readonly name: Text }[];
    readonly deliveries: readonly Named[];
  } | null;
  readonly diagnosisSteps: readonly (Named & { readonly choices: readonly Named[] })[];
  readonly edition: { readonly id: string; readonly inForceFrom: string };
  /** Names that only other editions have: what requests filed under them are called. */
  readonly former: Readonly<
    Record<
      | 'categories'
      | 'products'
      | 'clientCategories'
      | 'entryPoints'
      | 'reasons'
      | 'vendors'
      | 'skills'
      | 'clocks'
      | 'diagnosisSteps'
      | 'tools'
      | 'consents',
      readonly Named[]
    >
  >;
  readonly acceptance: { readonly clause: string } | null;
  readonly accounts: { readonly clause: string } | null;
  readonly blocking: {
    readonly clause: string;
    readonly grounds: readonly (Named & { readonly clause: string })[];
    /** In days. */
    readonly terms: readonly number[];
  } | null;
  readonly now: string;
  readonly simulated: boolean;
  readonly speed?: number;
}

export interface PromiseMade {
  readonly rule: string;
  readonly clause: string;
  readonly name: string;
  readonly dueAt: string;
  readonly sentence: string;
}

export interface Submission {
  readonly entryPoint: string;
  readonly category: string;
  readonly clientCategory?: string;
  readonly product?: string;
  readonly language: Language;
  readonly requester: { readonly name: string; readonly email?: string; readonly phone?: string };
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly channel?: Channel;
  readonly acceptedRules?: string;
  readonly attachments?: readonly string[];
}

export interface Accepted {
  readonly requestId: string;
  readonly number: string;
  readonly numberSpoken: string;
  readonly acceptedAt: string;
  readonly promises: readonly PromiseMade[];
  readonly statusUrl: string;
}

/** A file with a request or a message. */
export interface FileFacts {
  readonly fileId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

export interface Message {
  readonly messageId: string;
  readonly from: 'requester' | 'staff' | 'platform';
  readonly name: string;
  readonly text: string;
  readonly at: string;
  readonly files: readonly FileFacts[];
}

/** A block as the blocked person sees it. */
export interface OwnBlock {
  readonly clause: string;
  readonly ground: string;
  readonly groundClause: string;
  readonly since: string;
  readonly until: string;
  readonly reason: string;
  readonly appeal: {
    readonly state: 'open' | 'waiting' | 'answered' | 'over';
    readonly until: string;
    readonly at: string | null;
    readonly text: string | null;
    readonly answer: string | null;
  };
}

export interface RequestStatus {
  readonly number: string;
  readonly numberSpoken: string;
  readonly status: string;
  readonly statusAt: string;
  readonly category: string;
  readonly submittedAt: string;
  readonly promises: readonly PromiseMade[];
  readonly place: {
    readonly clause: string;
    readonly place: number;
    readonly waiting: number;
    readonly estimate: {
      readonly from: string;
      readonly to: string;
      readonly fromWorkMs: number;
      readonly toWorkMs: number;
      readonly answers: number;
    } | null;
  } | null;
  readonly conversation: readonly Message[];
  readonly block: OwnBlock | null;
  readonly canReply: boolean;
  readonly canWithdraw: boolean;
}

export interface LetterSent {
  readonly letterId: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly status: 'pending' | 'sent' | 'failed';
  readonly createdAt: string;
  readonly sentAt: string | null;
}

export interface RequestView {
  readonly requestId: string;
  readonly number: string;
  readonly numberSpoken: string;
  readonly requester: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly channel: Channel;
  readonly entryPoint: string;
  readonly category: string;
  readonly clientCategory: string | null;
  readonly product: string | null;
  readonly language: Language;
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
  readonly status: string;
  readonly submittedAt: string;
  readonly registeredBy: string | null;
  readonly call: { readonly callId: string; readonly verifiedAt: string | null } | null;
  readonly edition: string;
  readonly acceptedRules: string | null;
  readonly block: {
    readonly blockId: string;
    readonly ground: string;
    readonly groundClause: string;
    readonly until: string;
    readonly by: string;
  } | null;
  readonly conversation: readonly Message[];
  readonly letters: readonly LetterSent[];
}

export interface FoundRequest {
  readonly requestId: string;
  readonly number: string;
  readonly numberSpoken: string;
  readonly channel: Channel;
  readonly category: string;
  readonly status: string;
  readonly submittedAt: string;
  readonly registeredBy: string | null;
  readonly requesterName: string;
  readonly summary: string;
}

export interface Session {
  readonly staffId: string;
  readonly name: string;
  readonly tenant: string;
  readonly roles: readonly Role[];
  readonly clock: { readonly now: string; readonly speed: number; readonly simulated: boolean };
}
