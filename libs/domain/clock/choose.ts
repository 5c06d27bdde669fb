import type { ClockRule, Regulation } from '../regulation/types.ts';
import type { RequestTraits } from './types.ts';

/**
 * What clocks are chosen by, from what a request says of itself. A request that names no client category has the first of
 * the regulation; a category that the regulation does not know has no kind.
 */
export function traitsOf(
  regulation: Pick<Regulation, 'categories' | 'clientCategories'>,
  request: { readonly category: string; readonly channel: string; readonly clientCategory: string | null },
): RequestTraits {
  return {
    kind: regulation.categories.get(request.category)?.kind ?? '',
    category: request.category,
    channel: request.channel,
    clientCategory: request.clientCategory ?? regulation.clientCategories[0]?.id ?? null,
  };
}

/** The clock rules that apply to a request: those whose every list admits it, an empty list admitting any. */
export function chooseRules(regulation: Pick<Regulation, 'clocks'>, traits: RequestTraits): readonly ClockRule[] {
  return regulation.clocks.filter(
    ({ applies }) =>
      admits(applies.kinds, traits.kind) &&
      admits(applies.categories, traits.category) &&
      admits(applies.channels, traits.channel) &&
      admits(applies.clientCategories, traits.clientCategory),
  );
}

function admits(list: readonly string[], value: string | null): boolean {
  return list.length === 0 || (value !== null && list.includes(value));
}
