import type { Regulation } from '../regulation/types.ts';
import type { Verb } from './life-cycle.ts';
import { allow, type Decision, refuse } from './outcome.ts';

/** Procedures that a hotline has only where its regulation sets them out: what must be there for the verb to be offered. */
const needs: Readonly<Partial<Record<Verb, (regulation: Regulation, category: string) => boolean>>> = {
  postpone: ({ reasons }) => reasons.some(({ use, chosenBy }) => use === 'postpone' && chosenBy === 'staff'),
  'set-deadline': (regulation) => deadlineClauseOf(regulation) !== null,
  'record-session': (regulation, category) => {
    const rule = regulation.remoteSessions;
    return rule !== null && (rule.kinds.length === 0 || rule.kinds.includes(kindOf(regulation, category)));
  },
  'invite-guest': ({ guests }) => guests !== null,
  'revoke-guest': ({ guests }) => guests !== null,
  'end-service': ({ documents }) => documents !== null,
  'dispatch-documents': ({ documents }) => documents !== null,
  diagnose: (regulation, category) => regulation.diagnosis?.requires.has(kindOf(regulation, category)) ?? false,
};

/** The nature of a category; an unknown category has none. */
export const kindOf = ({ categories }: Pick<Regulation, 'categories'>, category: string): string =>
  categories.get(category)?.kind ?? '';

/** The clause under which the agent sets the deadline; null where the regulation has no such clock (initiative 2.6). */
export const deadlineClauseOf = ({ clocks }: Pick<Regulation, 'clocks'>): string | null =>
  clocks.find((rule) => rule.dueBy?.fact === 'work.deadline-set')?.clause ?? null;

/** Whether the regulation knows this procedure for requests of this category. */
export const providesFor = (regulation: Regulation, category: string, verb: Verb): boolean =>
  needs[verb]?.(regulation, category) ?? true;

/** Refuses what the life cycle would allow and the regulation does not set out. */
export function decideProvided(regulation: Regulation, category: string, verb: Verb): Decision<null> {
  if (providesFor(regulation, category, verb)) return allow(null);
  return refuse(
    'not-in-regulation',
    {
      ru: 'Регламент этой линии такого для обращения не предусматривает.',
      uk: 'Регламент цієї лінії такого для звернення не передбачає.',
      kk: 'Бұл желінің регламентінде мұндай әрекет көзделмеген.',
      en: 'The regulation of this hotline provides for no such thing for this request.',
    },
    { data: { verb } },
  );
}
