import { type Moved, type Outcome, type RuleSummary, summarise, Tally } from '@reglament/domain/what-if';
import { queryOptions } from '@tanstack/react-query';
import { api, ProblemError } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';
import type { Explanation } from '../../work/types.ts';
import type { Checked } from '../regulation/api.ts';

export interface Change {
  readonly at: readonly string[];
  readonly to: string | null;
}

export interface Draft {
  readonly text?: string;
  readonly changes: readonly Change[];
}

export interface DraftBase {
  readonly edition: string;
  readonly text: string;
  readonly targets: readonly {
    readonly rule: string;
    readonly clause: string;
    readonly name: string;
    readonly at: readonly string[];
    readonly value: string;
  }[];
  readonly hours: readonly {
    readonly kind: 'open' | 'break';
    readonly days: string;
    readonly at: readonly string[];
    readonly value: string;
  }[];
}

export interface Rule {
  readonly rule: string;
  readonly clause: string;
  readonly name: string;
}

/** Moments as they come over the wire. */
export type MovedRequest = Moved<string>;

interface Part {
  readonly requests: number;
  readonly total: number;
  readonly next: string | null;
  readonly rules: readonly Rule[];
  readonly outcomes: readonly Outcome<string>[];
}

export interface Replayed {
  readonly total: number;
  readonly draft: Draft;
  readonly rules: readonly Rule[];
  readonly summaries: readonly RuleSummary<string>[];
}

export const draftBaseQuery = (language: Language) =>
  queryOptions({
    queryKey: ['what-if', language],
    queryFn: ({ signal }) => api.get<DraftBase>('/sla/what-if', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a refused draft is wrong in; nothing for any other failure. */
export const mistakesOf = (error: unknown): Checked['mistakes'] =>
  error instanceof ProblemError && Array.isArray(error.problem.mistakes)
    ? (error.problem.mistakes as Checked['mistakes'])
    : [];

/**
 * Replays the history part by part and adds the parts up.
 * @param onProgress from 0 to 1, after every part
 * @throws ProblemError when the draft is refused; DOMException when it was stopped
 */
export async function replayHistory(
  draft: Draft,
  period: { readonly from?: string; readonly to?: string },
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Replayed> {
  const tally = new Tally<string>();
  let done = 0;
  let after: string | null = null;
  for (;;) {
    const body: object = { ...draft, ...period, ...(after === null ? {} : { after }) };
    const part: Part = await api.post<Part>('/sla/what-if', body);
    signal.throwIfAborted();
    tally.merge(part.outcomes);
    done += part.requests;
    onProgress(part.total === 0 ? 1 : done / part.total);
    after = part.next;
    if (after !== null) continue;
    const order = part.rules.map(({ rule }) => rule);
    return { total: part.total, draft, rules: part.rules, summaries: summarise(tally.outcomes(), order) };
  }
}

export const explainedQuery = (draft: Draft, rule: string, request: MovedRequest, language: Language) =>
  queryOptions({
    queryKey: ['what-if', 'explained', draft, rule, request.requestId, request.run, language],
    queryFn: () =>
      api.post<{ before: Explanation | null; after: Explanation | null }>('/sla/what-if/explanation', {
        ...draft,
        rule,
        requestId: request.requestId,
        run: request.run,
      }),
  });
