import type { Calendar } from '@reglament/domain/calendar';
import { type Clock, explain } from '@reglament/domain/clock';
import { type Language, type Regulation, textIn } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import type { ExplanationView } from './shapes.ts';

/** What an explanation is given in: the regulation and calendar the clock was counted by, and for whom. */
export interface Reading {
  readonly regulation: Regulation;
  readonly calendar: Calendar;
  /** The edition that the request was filed under. */
  readonly edition: string;
  readonly language: Language;
  readonly now: Instant;
}

/**
 * A clock counted out for a person.
 * @param isFormer it stopped under other rules: what was allowed then is what was counted up to the moment it was due
 */
export function explanationOf(clock: Clock, isFormer: boolean, reading: Reading): ExplanationView {
  const { regulation, calendar, edition, language, now } = reading;
  const account = explain(clock, calendar, now);
  const clause = regulation.clauses.get(account.clause);
  return {
    rule: account.rule,
    name: textIn(clock.rule.name, language),
    clause: account.clause,
    clauseText: clause === undefined ? null : textIn(clause.text, language),
    edition,
    calendar: account.calendar,
    timeZone: account.timeZone,
    time: account.time,
    setBy: account.setBy,
    withinMs: isFormer && account.dueAt !== null ? account.counted : account.within,
    startedAt: isoOf(account.startedAt),
    startedBy: account.startedBy,
    dueAt: isoOrNull(account.dueAt),
    spans: account.spans.map((span) => ({ from: isoOf(span.from), to: isoOf(span.to), is: span.is, why: span.why })),
    countedMs: account.counted,
  };
}
