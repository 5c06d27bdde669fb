import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** The operator's call and what is known of who is calling. */
export interface CallView {
  readonly callId: string;
  readonly number: string;
  readonly beganAt: string;
  readonly state: 'open' | 'verified' | 'locked';
  readonly attemptsLeft: number;
  readonly lockedUntil: string | null;
}

/** The call that the operator is in; a reload of the page finds it again. A lock is looked at until it is over. */
export const callQuery = () =>
  queryOptions({
    queryKey: ['call'],
    queryFn: ({ signal }) =>
      api.get<{ call: CallView | null }>('/intake/calls/current', signal).then(({ call }) => call),
    refetchInterval: ({ state }) => (state.data?.state === 'locked' ? 20_000 : false),
  });

export const beginCall = (number: string) => api.post<CallView>('/intake/calls', { number });
export const endCall = (callId: string) => api.post<{ call: null }>(`/intake/calls/${callId}/end`, {});
export const checkAnswers = (callId: string, answers: Readonly<Record<string, string>>) =>
  api.post<CallView>(`/intake/calls/${callId}/verification`, { answers });
