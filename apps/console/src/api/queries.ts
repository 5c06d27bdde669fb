import { queryOptions } from '@tanstack/react-query';
import { setPlatformClock } from '../time/platform-clock.ts';
import { api, ProblemError } from './client.ts';
import type { Hotline, HotlineSummary, Session } from './types.ts';

/** Every hotline of the platform. */
export const hotlinesQuery = () =>
  queryOptions({
    queryKey: ['hotlines'],
    queryFn: ({ signal }) =>
      api.get<{ items: HotlineSummary[] }>('/intake/hotlines', signal).then((list) => list.items),
  });

/** One hotline as its regulation describes it. The platform’s clock is taken over on the way. */
export const hotlineQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['hotline', tenant],
    queryFn: async ({ signal }) => {
      const hotline = await api.get<Hotline>(`/intake/hotlines/${encodeURIComponent(tenant)}`, signal);
      setPlatformClock({ now: hotline.now, speed: hotline.speed ?? 1, simulated: hotline.simulated });
      return hotline;
    },
    staleTime: 60_000,
  });

/** Who is signed in; null for nobody. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await api.get<Session>('/gateway/session', signal);
        setPlatformClock(session.clock);
        return session;
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  });
