import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';

export interface Recording {
  readonly recordingId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly lengthMs: number;
  readonly keptAt: string;
  readonly by: { readonly kind: 'staff' | 'platform'; readonly name: string };
}

export interface Call {
  readonly callId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly at: string;
  readonly outcome: string | null;
  readonly by: string | null;
  readonly recordings: readonly Recording[];
}

/** The calls of a request with their recordings. */
export const callsQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['calls', requestId],
    queryFn: ({ signal }) =>
      api.get<{ items: Call[] }>(`/intake/requests/${requestId}/calls`, signal).then(({ items }) => items),
  });

export const soundOf = (requestId: string, { recordingId }: Recording): string =>
  `/api/intake/requests/${requestId}/recordings/${recordingId}`;
