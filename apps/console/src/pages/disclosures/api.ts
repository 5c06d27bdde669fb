import { queryOptions } from '@tanstack/react-query';
import { api, ProblemError, problemOfAnswer, requestHeaders, unreachable } from '../../api/client.ts';
import { save } from '../../files/save.ts';

export interface Disclosure {
  readonly disclosureId: string;
  readonly number: string;
  readonly reason: string;
  readonly demandedAt: string;
  readonly by: string;
  readonly edition: string;
  readonly clause: string;
  readonly status: 'gathering' | 'ready' | 'erased';
  readonly manifestSha256: string | null;
  readonly bytes: number | null;
  readonly handings: readonly { readonly at: string; readonly by: string }[];
}

export interface Listed {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The packages there are; looked at every second while one is being put together. */
export const disclosuresQuery = () =>
  queryOptions({
    queryKey: ['disclosures'],
    queryFn: ({ signal }) => api.get<{ items: Disclosure[] }>('/intake/disclosures', signal).then(({ items }) => items),
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'gathering') ? 1_000 : false),
  });

export const entriesQuery = (disclosureId: string) =>
  queryOptions({
    queryKey: ['disclosure', disclosureId],
    queryFn: ({ signal }) =>
      api.get<{ entries: Listed[] }>(`/intake/disclosures/${disclosureId}`, signal).then(({ entries }) => entries),
  });

export const demand = (body: { readonly number: string; readonly reason: string }) =>
  api.post<Disclosure>('/intake/disclosures', body);

/**
 * Takes a package and saves it under its request's number. What comes is counted, so that whoever waits sees how far it is.
 * @param onProgress from 0 to 1
 * @throws ProblemError when it is refused, breaks off or nobody can be reached
 */
export async function take({ disclosureId, number }: Disclosure, onProgress: (part: number) => void): Promise<void> {
  const lost = new ProblemError({ status: 0, code: unreachable, title: '', detail: '' });
  const headers = requestHeaders('POST');
  headers.set('content-type', 'application/json');
  const request = { method: 'POST', headers, body: '{}' };
  const answer = await fetch(`/api/intake/disclosures/${disclosureId}/package`, request).catch(() =>
    Promise.reject(lost),
  );
  if (!answer.ok) throw new ProblemError(problemOfAnswer(answer.status, answer.statusText, await answer.text()));
  const whole = Number(answer.headers.get('content-length'));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const next = await reader?.read().catch(() => Promise.reject(lost));
    if (next === undefined || next.done) break;
    chunks.push(next.value);
    read += next.value.length;
    onProgress(whole === 0 ? 0 : read / whole);
  }
  if (read !== whole) throw lost;
  save(new Blob(chunks, { type: 'application/zip' }), `${number}.zip`);
}
