import type { Language, Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import { type Archive, isoOf, spanOf } from '../statistics/archive.ts';
import { Names, textIn } from '../statistics/names.ts';
import { periodBefore, periodOf } from '../statistics/period.ts';
import { questions } from '../statistics/queries.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import type { MonthlyReport } from '../statistics/shapes.ts';
import { sentencesOf } from './sentences.ts';

const TOP_QUESTIONS = 10;

/** The report of a month (`YYYY-MM`): its statistics, what was asked most, and conclusions in sentences. */
export async function readMonthlyReport(
  archive: Archive,
  regulation: Regulation,
  month: string,
  now: Instant,
  language: Language,
): Promise<MonthlyReport> {
  const { tenant, calendar } = regulation;
  const period = periodOf('month', `${month}-01`, calendar.timeZone);
  const [statistics, asked, askedBefore] = await Promise.all([
    readStatistics(archive, regulation, period, now, language),
    archive.ask(tenant, questions, spanOf(period)),
    archive.ask(tenant, questions, spanOf(periodBefore(period))),
  ]);
  const names = new Names(regulation, language);
  const before = new Map(askedBefore.map(({ key, count }) => [key, count]));
  const mostAsked = asked.slice(0, TOP_QUESTIONS).map(({ key, wording, subject, count }) => ({
    key,
    question: wording,
    categoryName: names.category(subject),
    count,
    share: statistics.received.total === 0 ? 0 : count / statistics.received.total,
    before: before.get(key) ?? 0,
  }));
  return {
    ...statistics,
    month,
    hotline: textIn(regulation.name, language, regulation) ?? tenant,
    organisation: textIn(regulation.organisation, language, regulation) ?? '',
    edition: regulation.edition.id,
    producedAt: isoOf(now),
    sentences: sentencesOf({ statistics, questions: mostAsked }, language),
    mostFrequent: mostAsked,
  };
}
