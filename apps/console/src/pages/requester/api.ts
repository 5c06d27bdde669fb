import { queryOptions } from '@tanstack/react-query';
import { api, ProblemError } from '../../api/client.ts';
import type { Language, OwnBlock, Text } from '../../api/types.ts';

export interface FeedLine {
  readonly entryId: string;
  readonly at: string;
  readonly kind: 'status' | 'answered' | 'asked' | 'regulation' | 'blocked' | 'unblocked' | 'upheld';
  readonly number: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isNew: boolean;
}

export interface OwnRequest {
  readonly number: string;
  readonly numberSpoken: string;
  readonly category: string;
  readonly summary: string;
  readonly status: string;
  readonly submittedAt: string;
  readonly open: boolean;
}

export interface Account {
  readonly email: string;
  readonly clause: string;
  readonly leaving: { readonly clause: string; readonly kept: Text } | null;
  readonly requests: readonly OwnRequest[];
  readonly block: OwnBlock | null;
  readonly feed: readonly FeedLine[];
  readonly unread: number;
}

export interface Left {
  readonly withdrawn: readonly string[];
  readonly clause: string;
  readonly kept: Text;
}

export const accountAt = (tenant: string, path = '') => `/intake/hotlines/${encodeURIComponent(tenant)}/account${path}`;

/** The account of whoever is signed in here; null for nobody. */
export const accountQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['account', tenant],
    queryFn: async ({ signal }): Promise<Account | null> => {
      try {
        return await api.get<Account>(accountAt(tenant), signal);
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 401) return null;
        throw error;
      }
    },
    refetchInterval: 30_000,
  });

export const account = {
  askForCode: (tenant: string, email: string, language: Language) =>
    api.post<{ signIn: string; validMinutes: number }>(accountAt(tenant, '/codes'), { email, language }),
  signIn: (tenant: string, signIn: string, code: string) =>
    api.post<void>(accountAt(tenant, '/session'), { signIn, code }),
  signOut: (tenant: string) => api.delete<void>(accountAt(tenant, '/session')),
  seen: (tenant: string) => api.post<Account>(accountAt(tenant, '/seen'), {}),
  leave: (tenant: string, reason: string) =>
    api.post<Left>(accountAt(tenant, '/leave'), { confirm: true, ...(reason === '' ? {} : { reason }) }),
};
