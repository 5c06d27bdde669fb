import { articleFor } from '@reglament/domain/question-groups';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Conclusions, conclude, type ReportFigures, type ReportKind } from '@reglament/domain/report';
import { type Instant, isoOf } from '@reglament/domain/time';
import { readArticles } from '../questions/read-questions.ts';
import { type Archive, spanOf } from '../statistics/archive.ts';
import { Names, textIn } from '../statistics/names.ts';
import { type Period, periodBefore, periodOf } from '../statistics/period.ts';
import { worstHours } from '../statistics/queries.ts';
import { allQuestions, questions } from '../statistics/question-queries.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import type { MonthlyReport, Statistics } from '../statistics/shapes.ts';
import { promisesOf } from './promises.ts';

const TOP_QUESTIONS = 10;

/** A period's statistics, those of the period before, and what was asked most: all that a report is composed from. */
interface Read {
  readonly statistics: Statistics;
  readonly figures: ReportFigures;
  readonly mostFrequent: MonthlyReport['mostFrequent'];
}

/** The report of a month (`YYYY-MM`) as the page shows it: its statistics, what was asked most, and conclusions in sentences. */
export async function readMonthlyReport(
  archive: Archive,
  regulation: Regulation,
  month: string,
  now: Instant,
  language: Language,
): Promise<MonthlyReport> {
  const period = periodOf('month', `${month}-01`, regulation.calendar.timeZone);
  const { statistics, figures, mostFrequent } = await readAll(archive, regulation, period, now, language);
  const conclusions: Conclusions = conclude(figures, language);
  return {
    ...statistics,
    month,
    hotline: figures.hotline,
    organisation: figures.organisation,
    edition: regulation.edition.id,
    producedAt: isoOf(now),
    conclusions: {
      changed: [...conclusions.changed],
      why: [...conclusions.why],
      todo: [...conclusions.todo],
    },
    mostFrequent,
  };
}

/** What a report of the period beginning at `from` is composed from, in one language. */
export async function readReport(
  archive: Archive,
  regulation: Regulation,
  kind: ReportKind,
  from: string,
  language: Language,
): Promise<ReportFigures> {
  const period = periodOf(kind, from, regulation.calendar.timeZone);
  return (await readAll(archive, regulation, period, period.to, language)).figures;
}

/** A month is compared with the one before; a day or a week with a week earlier, since weekdays differ more than weeks. */
const comparedWith = (period: Period<ReportKind>): Period =>
  period.kind === 'month'
    ? periodBefore(period)
    : periodOf(period.kind, sevenDaysBefore(period.firstDate), period.timeZone);

const sevenDaysBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 7 }).toString();

async function readAll(
  archive: Archive,
  regulation: Regulation,
  period: Period<ReportKind>,
  now: Instant,
  language: Language,
): Promise<Read> {
  const { tenant } = regulation;
  const earlier = comparedWith(period);
  const [read, readBefore, brokenAt, asked, askedBefore, articles] = await Promise.all([
    readStatistics(archive, regulation, period, now, language),
    readStatistics(archive, regulation, earlier, now, language),
    archive.ask(tenant, worstHours, spanOf(period)),
    archive.ask(tenant, questions, spanOf(period)),
    archive.ask(tenant, allQuestions, spanOf(earlier)),
    readArticles(archive, regulation, language),
  ]);
  const names = new Names(regulation, language);
  const statistics = { ...read, clocks: promisesOf(regulation, names, read.clocks, brokenAt) };
  const before = { ...readBefore, clocks: promisesOf(regulation, names, readBefore.clocks) };
  const counts = new Map(askedBefore.map(({ key, count }) => [key, count]));
  const mostFrequent = asked.slice(0, TOP_QUESTIONS).map(({ key, wording, subject, count }) => ({
    key,
    question: wording,
    categoryName: names.category(subject),
    count,
    share: statistics.received.total === 0 ? 0 : count / statistics.received.total,
    before: counts.get(key) ?? 0,
    article: articleFor(articles, [key], [wording])?.title ?? null,
  }));
  const figures: ReportFigures = {
    kind: period.kind,
    from: period.firstDate,
    to: period.lastDate,
    timeZone: period.timeZone,
    hotline: textIn(regulation.name, language, regulation) ?? tenant,
    organisation: textIn(regulation.organisation, language, regulation) ?? '',
    edition: regulation.edition.id,
    now: statistics,
    before,
    questions: mostFrequent,
    clauses: Object.fromEntries(
      [...regulation.clauses.values()].map(({ number, text }) => [number, textIn(text, language, regulation) ?? '']),
    ),
    definitions: statistics.definitions,
  };
  return { statistics, figures, mostFrequent };
}
