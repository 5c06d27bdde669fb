import type { Language } from '../regulation/types.ts';
import type { Part, PeriodFigures, PromiseCount, ReportFigures } from './figures.ts';
import { sentencesIn } from './sentences/index.ts';
import type { Sentences } from './sentences/texts.ts';

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
const WORTH_AN_ARTICLE = 3;
/** One request in twenty opened again says something of the answers. */
const OFTEN_REOPENED = 0.05;

/** The figures in sentences; a figure that is not there says nothing. */
export function conclude(figures: ReportFigures, language: Language): Conclusions {
  const say = sentencesIn[language];
  const { now } = figures;
  if (now.received.total === 0 && now.resolved === 0 && now.open === 0)
    return { changed: [say.nothing], why: [], todo: [] };
  const worst = worstPromise(now);
  return { changed: changes(figures, say), why: reasons(figures, say, worst), todo: advice(figures, say, worst) };
}

function changes({ now, before }: ReportFigures, say: Sentences): string[] {
  const list = [received(now.received.total, before.received.total, say), say.resolved(now.resolved, now.open)];
  if (now.open - before.open >= NOTABLE) list.push(say.openGrew(now.open, before.open));
  if (before.open - now.open >= NOTABLE) list.push(say.openFell(now.open, before.open));
  list.push(...promises(now, before, say));
  const { answer, resolution } = now.times;
  if (answer.p50 !== null && answer.p95 !== null) {
    const earlier = before.times.answer.p50;
    list.push(
      earlier === null ? say.answer(answer.p50, answer.p95) : say.answerBefore(answer.p50, answer.p95, earlier),
    );
  }
  if (resolution.p50 !== null && resolution.p95 !== null) list.push(say.resolution(resolution.p50, resolution.p95));
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
  const share = keptShare(ended);
  return [
    earlier.all === 0
      ? say.kept(share, ended.kept, ended.all)
      : say.keptBefore(share, ended.kept, ended.all, keptShare(earlier)),
  ];
}

function worstPromise({ clocks }: PeriodFigures): PromiseCount | undefined {
  const worst = clocks.toSorted((a, b) => b.broken - a.broken)[0];
  return worst !== undefined && worst.broken > 0 ? worst : undefined;
}

function reasons({ now, before, questions, kind }: ReportFigures, say: Sentences, worst?: PromiseCount): string[] {
  const list: string[] = [...subjects(now, before, say)];
  const [channel] = now.received.byChannel;
  if (channel && channel.count >= NOTABLE && now.received.byChannel.length > 1)
    list.push(say.channel(channel.name, channel.share));
  const busiest = now.series.toSorted((a, b) => b.received - a.received)[0];
  if (kind !== 'day' && busiest && busiest.received > 1) list.push(say.busiest(busiest.date, busiest.received));
  const hour = busiestHour(now);
  if (hour) list.push(say.busiestHour(hour.hour, hour.count));
  if (worst) {
    const earlier = before.clocks.find(({ rule }) => rule === worst.rule)?.broken ?? 0;
    list.push(
      earlier > 0
        ? say.worstGrew(worst.clause, worst.name, worst.broken, earlier)
        : say.worst(worst.clause, worst.name, worst.broken, worst.kept + worst.broken),
    );
  }
  const [question] = questions;
  if (question && question.count > 1) {
    const { question: text, count, before: earlier } = question;
    list.push(earlier > 0 ? say.questionBefore(text, count, earlier) : say.question(text, count));
  }
  if (now.reopened > 0) list.push(say.reopened(now.reopened));
  return list;
}

function subjects(now: PeriodFigures, before: PeriodFigures, say: Sentences): string[] {
  const [main] = now.received.byCategory;
  const list = main && main.count >= NOTABLE ? [say.category(main.name, main.share)] : [];
  if (before.received.total === 0) return list;
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
  if (biggest === undefined || Math.abs(biggest.by) < NOTABLE) return list;
  const { name, count, was, by } = biggest;
  return [...list, by > 0 ? say.categoryGrew(name, count, was) : say.categoryFell(name, count, was)];
}

const move = (part: Part, count: number, was: number) => ({ name: part.name, count, was, by: count - was });

function busiestHour({ received }: PeriodFigures): { readonly hour: number; readonly count: number } | undefined {
  const most = received.byHour.toSorted((a, b) => b.count - a.count)[0];
  return most !== undefined && most.count >= NOTABLE ? most : undefined;
}

function advice({ now, before, questions }: ReportFigures, say: Sentences, worst?: PromiseCount): string[] {
  const list: string[] = [];
  const hour = busiestHour(now);
  if (worst && worst.broken / (worst.kept + worst.broken) >= OFTEN_BROKEN) {
    const { clause, name } = worst;
    list.push(hour ? say.checkShift(hour.hour, clause, name) : say.checkPromise(clause, name));
  }
  if (now.open - before.open >= NOTABLE) list.push(say.clearBacklog(now.open - before.open));
  const [question] = questions;
  if (question && question.count >= WORTH_AN_ARTICLE) list.push(say.writeArticle(question.question));
  const resolved = now.employees.reduce((sum, one) => sum + one.resolved, 0);
  const most = now.employees.toSorted((a, b) => b.resolved - a.resolved)[0];
  const leans = now.employees.filter((one) => one.resolved > 0).length > 1 && resolved >= ENOUGH_TO_JUDGE;
  if (leans && most && most.resolved / resolved >= ONE_PERSON)
    list.push(say.shareLoad(most.name, most.resolved / resolved));
  if (now.resolved > 0 && now.reopened / now.resolved >= OFTEN_REOPENED) list.push(say.readReopened);
  if (list.length > 0) return list;
  return [worst ? say.checkPromise(worst.clause, worst.name) : say.allWell];
}
