import type { Calendar } from '../calendar/types.ts';
import { chooseRules, fold } from '../clock/index.ts';
import type { Fact, RequestTraits } from '../clock/types.ts';
import { LOCALES } from '../regulation/text.ts';
import type { ClockRule, Language, Regulation } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { inLanguage } from './admit.ts';

/** A deadline as the requester is told it. */
export interface Promised {
  readonly rule: string;
  readonly clause: string;
  readonly name: string;
  readonly dueAt: Instant;
  readonly sentence: string;
}

/**
 * The deadlines to tell a requester whose request is received at `at` (ovk 2.1: the operator says the term). They are
 * foreseen by the same fold that keeps the clock, so what is said and what is kept cannot differ.
 */
export function promises(
  regulation: Regulation,
  calendar: Calendar,
  traits: RequestTraits,
  at: Instant,
  language: Language,
): readonly Promised[] {
  const submitted: Fact = { id: 'foreseen', kind: 'request.submitted', at, data: { ...traits } };
  return chooseRules(regulation, traits)
    .filter((rule) => rule.toldToRequester)
    .flatMap((rule) => {
      const dueAt = dueOf(submitted, rule, calendar);
      if (dueAt === null) return [];
      const name = inLanguage(rule.name, language, regulation);
      return [
        { rule: rule.id, clause: rule.clause, name, dueAt, sentence: told(name, dueAt, language, calendar.timeZone) },
      ];
    });
}

function dueOf(submitted: Fact, rule: ClockRule, calendar: Calendar): Instant | null {
  const state = fold([submitted], rule, calendar)[0]?.state;
  return state?.state === 'running' ? state.dueAt : null;
}

const until: Record<Language, string> = { ru: 'Срок', uk: 'Строк', kk: 'Мерзімі', en: 'Due' };
const formats = new Map<string, Intl.DateTimeFormat>();

function told(name: string, dueAt: Instant, language: Language, timeZone: string): string {
  return `${name}. ${until[language]}: ${spokenMoment(dueAt, language, timeZone)}`;
}

/** Weekday, date and time in words of the language, in the given time zone: "понедельник, 23 ноября в 09:20". */
export function spokenMoment(at: Instant, language: Language, timeZone: string): string {
  const key = `${language} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(key, format);
  }
  return format.format(at);
}
