import type { Language } from '../regulation/types.ts';
import {
  type AskedQuestion,
  nothingIn,
  type Part,
  type PeriodFigures,
  type PromiseCount,
  type ReportFigures,
  type Span,
} from './figures.ts';
import { sentencesIn } from './sentences/index.ts';
import type { Sentences } from './sentences/texts.ts';
import { NO_BREAK } from './words.ts';

/** Conclusions in three groups: what changed, why it seems so, what to do. */
export interface Conclusions {
  readonly changed: readonly string[];
  readonly why: readonly string[];
  readonly todo: readonly string[];
}

/** A change smaller than this is chance and is not spoken of. */
const NOTABLE = 3;
/** From this part of broken promises on, somebody should look at it. */
const OFTEN_BROKEN = 0.05;
/** From this part of all resolved requests on, the work leans on one person. */
const ONE_PERSON = 0.5;
const ENOUGH_TO_JUDGE = 10;
/** Of fewer, the 95th percentile is simply the longest. */
const ENOUGH_FOR_A_TAIL = 20;
/** A median that moved by a quarter is felt. */
const FASTER = 0.8;
const SLOWER = 1.25;
/** Points of a hundred by which a channel's part must have grown to be spoken of. */
const CHANNEL_MOVED = 0.1;
/** So many times an ordinary day make a day worth naming. */
const BUSY_DAY = 1.5;
/** An hour with this part of all breaches is no chance. */
const WORST_HOUR = 0.25;
const WORTH_AN_ARTICLE = 3;
/** One request in twenty opened again says something of the answers. */
const OFTEN_REOPENED = 0.05;

/** The figures in sentences; a figure that is not there says nothing. */
export function conclude(figures: ReportFigures, language: Language): Conclusions {
  const say = sentencesIn(language, figures.kind, figures.from);
  const { now } = figures;
  if (nothingIn(now)) return { changed: [say.nothing], why: [], todo: [] };
  const worst = worstPromise(now);
  return {
    changed: changes(figures, say).map(typeset),
    why: reasons(figures, say, worst).map(typeset),
    todo: advice(figures, say, worst).map(typeset),
  };
}

/** A dash stays with the word before it, and with the number after it. */
const typeset = (sentence: string): string =>
  sentence.replaceAll(' — ', `${NO_BREAK}— `).replaceAll(/— (?=\d)/g, `—${NO_BREAK}`);

function changes({ kind, now, before }: ReportFigures, say: Sentences): string[] {
  const otherwise = now.declined + now.cancelled + now.withdrawn;
  const list = [
    received(now.received.total, before.received.total, say),
    say.resolved(now.resolved, otherwise, now.open),
  ];
  if (!nothingIn(before) && now.open - before.open >= NOTABLE) list.push(say.openGrew(now.open, before.open));
  if (before.open - now.open >= NOTABLE) list.push(say.openFell(now.open, before.open));
  list.push(...promises(now, before, say), ...answers(now.times.answer, before.times.answer, say));
  const { count, p50, p95 } = now.times.resolution;
  if (kind !== 'day' && p50 !== null && p95 !== null)
    list.push(count < ENOUGH_FOR_A_TAIL ? say.resolutionFew(p50, p95) : say.resolution(p50, p95));
  return list;
}

function received(now: number, before: number, say: Sentences): string {
  if (before === 0) return say.received(now);
  if (now === before) return say.receivedSame(now);
  if (before < ENOUGH_TO_JUDGE) return say.receivedBefore(now, before);
  const by = Math.abs(now - before) / before;
  // Less than half a percent would be written as nought.
  if (Math.round(by * 100) === 0) return say.receivedNearly(now, before);
  return now > before ? say.receivedMore(now, by, before) : say.receivedFewer(now, by, before);
}

function answers({ count, p50, p95 }: Span, before: Span, say: Sentences): string[] {
  if (p50 === null || p95 === null) return [];
  if (count < ENOUGH_FOR_A_TAIL) return [say.answerFew(p50, p95)];
  const earlier = before.count < ENOUGH_TO_JUDGE ? null : before.p50;
  if (earlier !== null && p50 <= earlier * FASTER) return [say.answerFaster(p50, p95, earlier)];
  if (earlier !== null && p50 >= earlier * SLOWER) return [say.answerSlower(p50, p95, earlier)];
  return [say.answer(p50, p95)];
}

/** How many promises ended, kept and in all. */
export function promisesOf({ clocks }: PeriodFigures): { readonly kept: number; readonly all: number } {
  const kept = clocks.reduce((sum, clock) => sum + clock.kept, 0);
  return { kept, all: kept + clocks.reduce((sum, clock) => sum + clock.broken, 0) };
}

/** Rounded down: 999 of 1000 is not "100 %". */
export const keptShare = ({ kept, all }: { readonly kept: number; readonly all: number }): number =>
  all === 0 ? 0 : Math.floor((kept / all) * 100) / 100;

function promises(now: PeriodFigures, before: PeriodFigures, say: Sentences): string[] {
  const [ended, earlier] = [promisesOf(now), promisesOf(before)];
  if (ended.all === 0) return [];
  if (ended.kept === ended.all) return [say.allKept(ended.all)];
  const { kept, all } = ended;
  const [share, was] = [keptShare(ended), keptShare(earlier)];
  if (earlier.all < ENOUGH_TO_JUDGE) return [say.kept(share, kept, all)];
  if (share === was) return [say.keptSame(share, kept, all)];
  return [share > was ? say.keptMore(share, kept, all, was) : say.keptLess(share, kept, all, was)];
}

function worstPromise({ clocks }: PeriodFigures): PromiseCount | undefined {
  const worst = clocks.toSorted((a, b) => b.broken - a.broken)[0];
  return worst !== undefined && worst.broken > 0 ? worst : undefined;
}

/** The hour in which a promise is broken, where there is one that stands out. */
function worstHourOf({
  broken,
  worstHour,
}: PromiseCount): { readonly hour: number; readonly count: number } | undefined {
  const found = worstHour ?? undefined;
  return found !== undefined && found.count >= NOTABLE && found.count / broken >= WORST_HOUR ? found : undefined;
}

function reasons({ now, before, questions, kind }: ReportFigures, say: Sentences, worst?: PromiseCount): string[] {
  const list: string[] = [...subjects(now, before, say), ...channels(now, before, say)];
  if (kind !== 'day') list.push(...busiestDay(now, say), ...busiestHour(now, say));
  if (worst) {
    const { rule, clause, name, broken } = worst;
    const [all, earlier] = [worst.kept + broken, before.clocks.find((one) => one.rule === rule)?.broken ?? 0];
    list.push(earlier > 0 ? say.worstBefore(clause, name, broken, all, earlier) : say.worst(clause, name, broken, all));
    const hour = worstHourOf(worst);
    if (hour) list.push(say.worstHour(hour.hour, hour.count, broken));
  }
  const [question] = questions;
  if (question && question.count > 1) {
    const { count, before: earlier } = question;
    const text = quoted(question.question);
    // Asked as often as before is no change.
    list.push(earlier > 0 && earlier !== count ? say.questionBefore(text, count, earlier) : say.question(text, count));
  }
  if (now.reopened > 0) list.push(say.reopened(now.reopened));
  return list;
}

/** Within a sentence a question loses its full stop. */
const quoted = (question: string): string => question.replace(/\.$/, '');

function subjects(now: PeriodFigures, before: PeriodFigures, say: Sentences): string[] {
  const [main] = now.received.byCategory;
  const most = main && main.count >= NOTABLE ? [say.category(main.name, main.share)] : [];
  if (before.received.total === 0) return most;
  const earlier = new Map(before.received.byCategory.map((part) => [part.key, part]));
  const gone = before.received.byCategory.filter(
    ({ key }) => !now.received.byCategory.some((part) => part.key === key),
  );
  const moves = [
    ...now.received.byCategory.map((part) => move(part, part.count, earlier.get(part.key)?.count ?? 0)),
    ...gone.map((part) => move(part, 0, part.count)),
  ].toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const total = now.received.total - before.received.total;
  const biggest = moves.find(({ by }) => Math.sign(by) === Math.sign(total));
  if (biggest === undefined || Math.abs(biggest.by) < NOTABLE) return most;
  const { name, count, was, by } = biggest;
  // That the main subject grew says that it is the main one.
  if (by > 0) return [...(name === main?.name ? [] : most), say.categoryGrew(name, count, was)];
  return [...most, say.categoryFell(name, count, was)];
}

const move = (part: Part, count: number, was: number) => ({ name: part.name, count, was, by: count - was });

/** The channel whose part of the requests grew clearly. */
function channels({ received: now }: PeriodFigures, { received: before }: PeriodFigures, say: Sentences): string[] {
  if (now.total < ENOUGH_TO_JUDGE || before.total < ENOUGH_TO_JUDGE) return [];
  const was = new Map(before.byChannel.map(({ key, share }) => [key, share]));
  const grown = now.byChannel
    .map(({ key, name, share }) => ({ name, share, before: was.get(key) ?? 0 }))
    .toSorted((a, b) => b.share - b.before - (a.share - a.before))[0];
  if (grown === undefined || grown.share - grown.before < CHANNEL_MOVED) return [];
  return [say.channelGrew(grown.name, grown.share, grown.before)];
}

/** The busiest day, where it was out of the ordinary: beside the median of the days on which anything came. */
function busiestDay({ series }: PeriodFigures, say: Sentences): string[] {
  const counts = series.map(({ received: count }) => count).filter((count) => count > 0);
  const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  const busiest = series.toSorted((a, b) => b.received - a.received)[0];
  if (busiest === undefined || busiest.received - usual < NOTABLE || busiest.received < usual * BUSY_DAY) return [];
  return [say.busiest(busiest.date, busiest.received, usual)];
}

function busiestHour({ received: { byHour } }: PeriodFigures, say: Sentences): string[] {
  const most = byHour.toSorted((a, b) => b.count - a.count)[0];
  return most !== undefined && most.count >= NOTABLE ? [say.busiestHour(most.hour, most.count)] : [];
}

function advice({ kind, now, before, questions }: ReportFigures, say: Sentences, worst?: PromiseCount): string[] {
  const list: string[] = [];
  if (worst && worst.broken / (worst.kept + worst.broken) >= OFTEN_BROKEN) {
    const { clause, name } = worst;
    const hour = worstHourOf(worst);
    list.push(hour ? say.checkShift(hour.hour, clause, name) : say.checkPromise(clause, name));
  }
  if (!nothingIn(before) && now.open - before.open >= NOTABLE) list.push(say.clearBacklog(now.open - before.open));
  if (kind !== 'day') list.push(...aboutArticles(questions, say), ...aboutLoad(now, say));
  if (now.resolved > 0 && now.reopened / now.resolved >= OFTEN_REOPENED) list.push(say.readReopened);
  if (list.length > 0) return list;
  if (worst) return [say.checkPromise(worst.clause, worst.name)];
  return [promisesOf(now).all > 0 ? say.allWell : say.noBacklog];
}

function aboutArticles([question]: readonly AskedQuestion[], say: Sentences): string[] {
  if (question === undefined || question.count < WORTH_AN_ARTICLE) return [];
  const text = quoted(question.question);
  const article = question.article ?? null;
  return [article === null ? say.writeArticle(text) : say.readArticle(article, text)];
}

function aboutLoad({ employees }: PeriodFigures, say: Sentences): string[] {
  const resolved = employees.reduce((sum, one) => sum + one.resolved, 0);
  const most = employees.toSorted((a, b) => b.resolved - a.resolved)[0];
  const several = employees.filter((one) => one.resolved > 0).length > 1;
  if (!several || most === undefined || resolved < ENOUGH_TO_JUDGE || most.resolved / resolved < ONE_PERSON) return [];
  return [say.shareLoad(most.name, most.resolved / resolved)];
}
