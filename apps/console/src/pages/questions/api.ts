import { queryOptions } from '@tanstack/react-query';
import { api, query } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';
import type { Days } from '../manager/api.ts';

export interface NamedGroup {
  readonly groupId: string;
  readonly name: string;
}

export interface Question extends NamedGroup {
  readonly place: number;
  /** The most typical question, whatever a manager called the group. */
  readonly typical: string;
  readonly ownName: string | null;
  readonly categoryName: string;
  readonly count: number;
  /** Part of all that was received, 0–1. */
  readonly share: number;
  readonly before: number;
  readonly examples: readonly string[];
  readonly merged: readonly NamedGroup[];
  readonly article: { readonly title: string; readonly url: string } | null;
}

export interface GroupedMonth {
  readonly month: string;
  readonly state: 'waiting' | 'grouping' | 'ready' | 'failed';
  readonly percent: number;
  readonly notice: string | null;
}

export interface Questions {
  readonly fromAt: string;
  readonly toAt: string;
  readonly received: number;
  readonly grouped: number;
  readonly total: number;
  readonly items: readonly Question[];
  readonly months: readonly GroupedMonth[];
  /** Months of the period that nobody has asked for yet. */
  readonly missing: readonly string[];
  readonly hidden: readonly NamedGroup[];
}

export interface MadeEdit {
  readonly editId: string;
  readonly kind: 'merge' | 'split' | 'rename' | 'hide' | 'show';
  readonly name: string;
  readonly otherName: string | null;
  readonly nameBefore: string | null;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

export const isUnderWay = ({ state }: GroupedMonth): boolean => state === 'waiting' || state === 'grouping';

/** The groups of some days; looked at every second while their months are being grouped, else now and then. */
export const questionsQuery = (days: Days, search: string, limit: number, language: Language) =>
  queryOptions({
    queryKey: ['questions', days, search, limit, language],
    queryFn: ({ signal }) => api.get<Questions>(`/reporting/questions${query({ ...days, search, limit })}`, signal),
    refetchInterval: ({ state }) => (state.data?.months.some(isUnderWay) ? 1_000 : 15_000),
  });

export const editsQuery = () =>
  queryOptions({
    queryKey: ['question-edits'],
    queryFn: ({ signal }) => api.get<{ items: readonly MadeEdit[] }>('/reporting/questions/edits', signal),
  });

/** The address of the same list as a table for a spreadsheet. */
export const tableAddress = (days: Days, search: string): string =>
  `/api/reporting/questions.csv${query({ ...days, search })}`;

export const askForGroups = (days: Days) => api.post('/reporting/questions/groupings', { ...days });

/** What a manager can do to a group; the service answers with the edit's id, by which it can be taken back. */
export type Edit =
  | { readonly verb: 'merge'; readonly groupId: string; readonly into: string }
  | { readonly verb: 'name'; readonly groupId: string; readonly name: string | null }
  | { readonly verb: 'hidden'; readonly groupId: string; readonly hidden: boolean }
  | {
      readonly verb: 'split';
      readonly groupId: string;
      readonly requestIds: readonly string[];
      readonly name: string | null;
      readonly from: string;
      readonly to: string;
    };

export const edit = ({ verb, groupId, ...body }: Edit) =>
  api.post<{ editId: string }>(`/reporting/questions/groups/${groupId}/${verb}`, body);

export const undo = (editId: string) => api.post(`/reporting/questions/edits/${editId}/undo`, {});
