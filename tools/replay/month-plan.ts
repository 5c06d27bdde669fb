/** Whole months of requests, made of the demonstration day and of what people keep asking; the same arguments give the same plan. */
import { readFileSync } from 'node:fs';
import type { Calendar } from '@reglament/domain/calendar';
import type { Instant } from '@reglament/domain/time';
import { parse } from 'yaml';
import { z } from 'zod';
import { Dice } from './dice.ts';
import { type Case, DataError, type Plan, type Step } from './plan.ts';
import { STAFF_TEXTS } from './texts.ts';

/** In an ordinary month, and in the last one. */
const Pair = z.tuple([z.number().min(0), z.number().min(0)]);
const Asked = z.strictObject({
  category: z.string(),
  language: z.string().optional(),
  often: Pair,
  wordings: z.tuple([z.string()], z.string()),
});
const Months = z.record(z.string(), z.strictObject({ perDay: Pair, questions: z.array(Asked) }));
export type MonthsOfHotlines = z.infer<typeof Months>;

const DAY = 86_400_000;
const MINUTE = 60_000;
/** So many in a hundred are sent when nobody works; calls never. */
const OUT_OF_HOURS = 0.08;
/** So many deeds in a hundred are slow, and how much longer they take. */
const SLOW = 0.12;
/** Of a hundred resolved requests: opened again the next day. */
const REOPENED = 0.04;
/** More on Monday, fewer on Friday; Sunday is 0. */
const BY_WEEKDAY = [1, 1.35, 1.05, 1, 0.95, 0.7, 1];

export const readMonths = (file: string): MonthsOfHotlines => Months.parse(parse(readFileSync(file, 'utf8')));

export interface MonthSpan {
  /** When the replay begins, on the platform's clock. */
  readonly from: Instant;
  /** The month that the reports are about, `YYYY-MM`; the replay ends with it. */
  readonly month: string;
}

/** What one hotline has to make its months of. */
interface Ground {
  readonly calendar: Calendar;
  readonly asked: MonthsOfHotlines[string];
  readonly day: readonly [Case, ...Case[]];
}

/** @param demo the demonstration day: whole lives of requests, of which months are made */
export function monthPlan(
  demo: Plan,
  months: MonthsOfHotlines,
  calendars: ReadonlyMap<string, Calendar>,
  span: MonthSpan,
): Plan {
  const cases = [...calendars].flatMap(([hotline, calendar], index) => {
    const asked = months[hotline];
    const [first, ...more] = demo.cases.filter((one) => one.hotline === hotline);
    if (asked === undefined || first === undefined)
      throw new DataError(`The demonstration has no month of ${hotline}.`);
    return casesOf({ calendar, asked, day: [first, ...more] }, span, new Dice(index + 1));
  });
  const numbered = cases.map((one, index) => ({ ...one, key: `month-${index + 1}` }));
  return { name: `the months to ${span.month}`, cases: numbered.map(ownContact), remarks: [] };
}

/** A person of their own for each request: one address asking hundreds of times is nobody. */
const ownContact = (one: Case): Case => ({
  ...one,
  submission: {
    ...one.submission,
    requester: { name: one.submission.requester.name, email: `${one.key}@example.org` },
  },
});

function casesOf(ground: Ground, { from, month }: MonthSpan, dice: Dice): Case[] {
  const { calendar, asked } = ground;
  const { timeZone } = calendar;
  const last = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }).add({ months: 1 });
  const cases: Case[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDate();
  for (; Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 })) {
    const start = day.toZonedDateTime(timeZone).epochMilliseconds as Instant;
    const [first, ...more] = calendar.openIntervals(start, (start + DAY) as Instant);
    if (first === undefined || first.from < from) continue;
    const open = { from: first.from, to: more.at(-1)?.to ?? first.to };
    const isLast = day.toPlainYearMonth().toString() === month;
    const usual = asked.perDay[isLast ? 1 : 0] * (BY_WEEKDAY[day.dayOfWeek % 7] ?? 1);
    for (let left = Math.round(usual * dice.between(0.7, 1.3)); left > 0; left -= 1)
      cases.push(caseOf(ground, open, isLast, from, dice));
  }
  return cases;
}

function caseOf(
  ground: Ground,
  open: { readonly from: Instant; readonly to: Instant },
  isLast: boolean,
  begun: Instant,
  dice: Dice,
): Case {
  const { calendar } = ground;
  const { like, text } = whatIsAsked(ground, isLast, dice);
  const isCall = like.submission.channel === 'phone';
  const moment =
    !isCall && dice.next() < OUT_OF_HOURS
      ? open.to + dice.between(30 * MINUTE, 180 * MINUTE)
      : open.from + rushed(dice) * (open.to - open.from);
  const sentAt = Math.floor(moment) as Instant;
  const filedAt = isCall ? calendar.nextOpen(sentAt) : sentAt;
  return {
    ...like,
    at: filedAt - begun,
    submission: { ...like.submission, text },
    steps: livedBy(like, filedAt, begun, calendar, dice),
  };
}

/** One of the questions that people keep asking, or anything of the demonstration day. */
function whatIsAsked({ asked, day }: Ground, isLast: boolean, dice: Dice): { like: Case; text: string } {
  let left = dice.next() * 100;
  for (const question of asked.questions) {
    left -= question.often[isLast ? 1 : 0];
    if (left > 0) continue;
    const [first, ...more] = day.filter(
      ({ submission, steps }) =>
        submission.category === question.category &&
        submission.language === (question.language ?? day[0].submission.language) &&
        !steps.some(({ deed }) => deed.do === 'withdraw' || deed.do === 'cancel'),
    );
    if (first === undefined) throw new DataError(`The demonstration day asks nothing about ${question.category}.`);
    return { like: dice.pick([first, ...more]), text: dice.pick(question.wordings) };
  }
  const like = dice.pick(day);
  return { like, text: like.submission.text };
}

/** A place in the working day: more before noon and about three o'clock than at its ends. */
const rushed = (dice: Dice): number => {
  const wave = (dice.next() + dice.next()) / 2;
  return dice.next() < 0.6 ? wave * 0.55 : 0.4 + wave * 0.55;
};

/** The life of a request of the demonstration day, lived in working time, sometimes slower than it was. */
function livedBy(like: Case, filedAt: Instant, begun: Instant, calendar: Calendar, dice: Dice): Step[] {
  const slow = () => (dice.next() < SLOW ? dice.between(3, 8) : dice.between(0.5, 1.1));
  let at = calendar.nextOpen(filedAt);
  let before = like.at;
  const steps: Step[] = like.steps.map((step) => {
    at = calendar.add(at, Math.floor((step.at - before) * slow()));
    before = step.at;
    return { ...step, at: at - begun };
  });
  const reply = like.steps.find(({ deed }) => deed.do === 'reply')?.deed;
  if (like.steps.at(-1)?.deed.do !== 'resolve' || reply === undefined || dice.next() >= REOPENED) return steps;
  const because = STAFF_TEXTS[like.submission.language].again;
  const again = calendar.add(at, Math.floor(dice.between(120, 500) * MINUTE));
  const answered = calendar.add(again, Math.floor(dice.between(10, 90) * MINUTE));
  return [
    ...steps,
    { at: again - begun, deed: { do: 'reopen', because } },
    { at: answered - begun, deed: reply },
    { at: answered - begun + MINUTE, deed: { do: 'resolve' } },
  ];
}
