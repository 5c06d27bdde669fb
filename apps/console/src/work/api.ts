import { queryOptions } from '@tanstack/react-query';
import { api, query } from '../api/client.ts';
import type { FoundRequest, RequestView } from '../api/types.ts';
import type { Agent, Proposal, RequestClock, Verb, WorkItem, WorkView } from './types.ts';

const asPath = (id: string) => encodeURIComponent(id);

export const workQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['work', requestId],
    queryFn: ({ signal }) => api.get<WorkView>(`/routing/requests/${asPath(requestId)}`, signal),
  });

export const requestQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['request', requestId],
    queryFn: ({ signal }) => api.get<RequestView>(`/intake/requests/${asPath(requestId)}`, signal),
  });

export const clocksQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['clocks', requestId],
    queryFn: ({ signal }) => api.get<RequestClock[]>(`/sla/requests/${asPath(requestId)}/clocks`, signal),
  });

export const agentsQuery = () =>
  queryOptions({ queryKey: ['agents'], queryFn: ({ signal }) => api.get<Agent[]>('/routing/agents', signal) });

export const proposalQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['proposal', requestId],
    queryFn: ({ signal }) => api.get<Proposal>(`/routing/requests/${asPath(requestId)}/proposal`, signal),
    staleTime: 5_000,
  });

export const workListQuery = (agent: string | undefined, status: string) =>
  queryOptions({
    queryKey: ['work-list', agent, status],
    queryFn: ({ signal }) =>
      api
        .get<{ items: WorkItem[] }>(`/routing/requests${query({ agent, status, limit: 200 })}`, signal)
        .then((page) => page.items),
  });

export const findRequestsQuery = (q: string) =>
  queryOptions({
    queryKey: ['found', q],
    queryFn: ({ signal }) =>
      api
        .get<{ items: FoundRequest[] }>(`/intake/requests${query({ q, limit: 20 })}`, signal)
        .then((page) => page.items),
  });

const pathOf: Readonly<Partial<Record<Verb, string>>> = {
  'log-call': 'calls',
  'set-deadline': 'deadline',
  'record-session': 'sessions',
  diagnose: 'diagnosis',
  'end-service': 'service-end',
  'dispatch-documents': 'documents/dispatch',
};

/** Does a verb to a request and answers with the work as it then stands. */
export function act(requestId: string, verb: Verb, body: object): Promise<WorkView> {
  if (verb === 'revoke-guest' && 'guestId' in body)
    return api.post<WorkView>(`/routing/requests/${asPath(requestId)}/guests/${String(body.guestId)}/revoke`, {});
  return api.post<WorkView>(`/routing/requests/${asPath(requestId)}/${pathOf[verb] ?? verb}`, body);
}

/** Invites a third party; the link's secret is told this once. */
export const inviteGuest = (requestId: string, body: { name: string; briefing: string }) =>
  api.post<{ path: string; work: WorkView }>(`/routing/requests/${asPath(requestId)}/guests`, body);
