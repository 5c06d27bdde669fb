import type { ClockRule, Regulation } from '../regulation/types.ts';
import type { RequestTraits } from './types.ts';

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
