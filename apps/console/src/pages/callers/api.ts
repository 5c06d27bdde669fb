import { queryOptions } from '@tanstack/react-query';
import { api, query } from '../../api/client.ts';

/** A caller's profile. The secret is not in it: it went in and does not come out. */
export interface CallerProfile {
  readonly callerId: string;
  readonly numbers: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  readonly secretSetAt: string;
  readonly registeredAt: string;
  readonly registeredBy: string;
  readonly lockedUntil: string | null;
}

export const callersQuery = (words: string) =>
  queryOptions({
    queryKey: ['callers', words],
    queryFn: ({ signal }) =>
      api.get<{ items: CallerProfile[] }>(`/intake/callers${query({ q: words })}`, signal).then(({ items }) => items),
  });

export interface NewProfile {
  readonly numbers: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
}

export const registerCallers = (callers: readonly NewProfile[]) => api.post('/intake/callers', { callers });
export const replaceSecret = (callerId: string, secret: string) =>
  api.post(`/intake/callers/${callerId}/secret`, { secret });
export const removeCaller = (callerId: string) => api.delete(`/intake/callers/${callerId}`);
