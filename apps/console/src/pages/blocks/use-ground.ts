import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';

/** The name of what somebody was blocked for; of a ground that the regulation no longer has, the clause's own words. */
export function useGround(): (block: { readonly ground: string; readonly groundClause: string }) => string {
  const { say } = useTexts();
  const { blocking, clauses } = useHotline();
  return ({ ground, groundClause }) =>
    say(blocking?.grounds.find(({ id }) => id === ground)?.name) ||
    say(clauses.find(({ number }) => number === groundClause)?.text);
}
