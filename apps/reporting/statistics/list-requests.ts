import type { Language, Regulation } from '@reglament/domain/regulation';
import type { Archive } from './archive.ts';
import { Names } from './names.ts';
import { countBehind, requestsBehind } from './queries.ts';
import type { ListedRequests } from './shapes.ts';

export interface AskedList {
  /** One of `METRICS`. */
  readonly metric: string;
  readonly key: string | null;
  /** ISO instants, `[from, to)`. */
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly offset: number;
}

/**
 * The requests that a figure counts, newest first.
 * @throws Error for a metric that does not exist: the caller has checked it
 */
export async function listRequests(
  archive: Archive,
  regulation: Regulation,
  asked: AskedList,
  language: Language,
): Promise<ListedRequests> {
  const list = requestsBehind.get(asked.metric);
  const count = countBehind.get(asked.metric);
  if (list === undefined || count === undefined) throw new Error(`There is no metric ${asked.metric}`);
  const { tenant } = regulation;
  const span = {
    from: new Date(asked.from),
    to: new Date(asked.to),
    zone: regulation.calendar.timeZone,
    key: asked.key ?? '',
  };
  const [items, total] = await Promise.all([
    archive.ask(tenant, list, { ...span, limit: asked.limit, offset: asked.offset }),
    archive.ask(tenant, count, span),
  ]);
  const names = new Names(regulation, language);
  return {
    metric: asked.metric,
    key: asked.key,
    total: total[0]?.count ?? 0,
    items: items.map((item) => ({
      ...item,
      categoryName: names.category(item.category),
      agent: item.agent === '' ? null : item.agent,
    })),
  };
}
