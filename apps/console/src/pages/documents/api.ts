import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { ClockItem } from '../../work/types.ts';

export type DocumentKind = 'report' | 'act' | 'invoice';

/** What was done for a client. Dates are local `YYYY-MM-DD`, prices whole kopecks. */
export interface EndedService {
  readonly client: string;
  readonly from: string;
  readonly to: string;
  readonly services: readonly { readonly name: string; readonly quantity: number; readonly price: number }[];
  readonly contractInForce: boolean;
  readonly delivery: string;
}

export interface ListedService {
  readonly requestId: string;
  readonly number: string;
  readonly service: EndedService;
  readonly endedAt: string;
  readonly documents: readonly { readonly kind: DocumentKind; readonly number: string; readonly dated: string }[];
  readonly dispatch: {
    readonly delivery: string;
    readonly trackingNumber: string;
    readonly at: string;
    readonly by: string;
  } | null;
  readonly clocks: readonly ClockItem[];
}

export const servicesQuery = () =>
  queryOptions({
    queryKey: ['documents'],
    queryFn: ({ signal }) =>
      api.get<{ items: ListedService[] }>('/routing/documents', signal).then(({ items }) => items),
  });

/** Where a document is read and printed. */
export const paperOf = (requestId: string, kind: DocumentKind): string =>
  `/api/routing/requests/${encodeURIComponent(requestId)}/documents/${kind}`;
