import type { Instant, Millis } from '../time/index.ts';

/** Everything of one request that is handed over, as data; the bytes of files and recordings stay where they are. */
export interface Matter {
  readonly request: {
    readonly requestId: string;
    readonly number: string;
    readonly channel: string;
    readonly category: string;
    readonly status: string;
    readonly edition: string;
    readonly submittedAt: Instant;
    readonly requester: { readonly name: string; readonly email: string | null; readonly phone: string | null };
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly messages: readonly Said[];
  readonly letters: readonly {
    readonly recipient: string;
    readonly subject: string;
    readonly body: string;
    readonly status: string;
    readonly at: Instant;
  }[];
  readonly calls: readonly {
    readonly direction: 'incoming' | 'outgoing';
    readonly at: Instant;
    readonly outcome: string | null;
    readonly by: string | null;
    readonly recordings: readonly KeptBytes[];
  }[];
  readonly trail: readonly TrailTold[];
}

/** One turn of the conversation. */
export interface Said {
  readonly from: 'requester' | 'staff' | 'platform';
  readonly name: string;
  readonly text: string;
  readonly at: Instant;
  readonly files: readonly KeptBytes[];
}

/** A file or a recording that is kept elsewhere. */
export interface KeptBytes {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** How long a recording sounds. */
  readonly lengthMs?: Millis;
}

/** A line of the trail, as the service that keeps it tells of it; `at` is ISO 8601 in UTC. */
export interface TrailTold {
  readonly at: string;
  readonly verb: string;
  readonly by: { readonly kind: string; readonly id: string; readonly name: string };
  readonly detail: Readonly<Record<string, unknown>>;
}
