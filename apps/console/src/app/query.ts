import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError, unreachable } from '../api/client.ts';
import { signedOutEvent } from './session-context.ts';

/** Refusals are answers: asking again changes nothing. Only a platform out of reach is asked again, three times. */
function worthAsking(failures: number, error: Error): boolean {
  return failures < 3 && error instanceof ProblemError && error.problem.code === unreachable;
}

function noticeSignedOut(error: Error): void {
  if (error instanceof ProblemError && error.problem.status === 401) window.dispatchEvent(new Event(signedOutEvent));
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    // Without a connection a call fails and says so, instead of waiting unseen for one.
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: worthAsking,
      retryDelay: (n) => Math.min(4000, 500 * 2 ** n),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
