import type { Language } from '../regulation/types.ts';
import { conclude, keptShare, promisesOf } from './conclude.ts';
import type { Block, Cell, Chart, PaperDocument, Section, Table } from './document.ts';
import { periodWords } from './earlier.ts';
import { type AskedQuestion, nothingIn, type Part, type PromiseCount, type ReportFigures, SPANS } from './figures.ts';
import { type Labels, labels, TOTALS, type TotalName } from './labels.ts';
import { changeIn, clockHour, dayOfMonth, durationIn, monthIn, monthNameIn, numberIn, percentIn } from './words.ts';

const written = (text: string): Cell => ({ text, value: null });

/** What a sheet of paper needs: the language and its words. */
interface Pen {
  readonly language: Language;
  readonly label: Labels;
  /** `October`, `November`: over columns. */
  readonly month: string;
  readonly monthBefore: string;
  /** `in October` */
  readonly earlier: string;
  readonly number: (value: number) => Cell;
  readonly percent: (part: number) => Cell;
  readonly time: (ms: number | null) => Cell;
  /** A number of the month before; nothing where there was no such month yet. */
  readonly was: (value: number) => Cell;
  readonly hasBefore: boolean;
}

function penFor(language: Language, { from, before: earlier }: ReportFigures): Pen {
  const hasBefore = !nothingIn(earlier);
  const number = (value: number): Cell => ({ text: numberIn(language, value), value });
  const before = Temporal.PlainYearMonth.from(from.slice(0, 7)).subtract({ months: 1 });
  return {
    language,
    label: labels[language],
    month: monthNameIn(language, from.slice(0, 7)),
    monthBefore: monthNameIn(language, before.toString()),
    earlier: periodWords(language, 'month', from).earlier,
    number,
    was: (value) => (hasBefore ? number(value) : written('—')),
    hasBefore,
    percent: (part) => ({ text: percentIn(language, part), value: part }),
    // In a workbook a length of time is counted in seconds.
    time: (ms) => (ms === null ? written('—') : { text: durationIn(language, ms / 1000), value: ms / 1000 }),
  };
}

/** The monthly report (ovk 3.2) as a document: a page of conclusions, then what they stand on. */
export function composeReport(figures: ReportFigures, language: Language): PaperDocument {
  const pen = penFor(language, figures);
  const { label } = pen;
  const period = monthIn(language, figures.from.slice(0, 7));
  return {
    language,
    title: label.monthly,
    of: `${figures.organisation} · ${figures.hotline}`,
    under: `${period.slice(0, 1).toLocaleUpperCase(language)}${period.slice(1)}`,
    running: `${figures.hotline} · ${period}`,
    foot: label.foot(figures.edition, figures.timeZone),
    pageOf: label.pageOf,
    dated: figures.to,
    sections: [
      conclusions(figures, pen),
      {
        heading: label.figures,
        onNewPage: true,
        blocks: [totals(figures, pen)],
      },
      ...(figures.now.clocks.length === 0 ? [] : [{ heading: label.promises, blocks: [promises(figures, pen)] }]),
      { heading: label.days, blocks: [chart('columns', label.days, days(figures, pen), pen)] },
      { heading: label.times, blocks: [times(figures, pen)] },
      { heading: label.hours, blocks: [chart('columns', label.hours, hours(figures, pen), pen)] },
      { heading: label.questions, blocks: [questions(figures, pen)] },
      { heading: label.subjects, blocks: [chart('bars', label.subjects, parts('byCategory', figures, pen), pen)] },
      { heading: label.channels, blocks: [chart('bars', label.channels, parts('byChannel', figures, pen), pen)] },
      { heading: label.employees, blocks: [employees(figures, pen)] },
      { heading: label.meanings, onNewPage: true, blocks: [meanings(figures, pen)] },
    ],
  };
}

function conclusions(figures: ReportFigures, pen: Pen): Section {
  const { label, language, earlier: then } = pen;
  const { changed, why, todo } = conclude(figures, language);
  const { now, before } = figures;
  const [ended, earlier] = [promisesOf(now), promisesOf(before)];
  const share = ended.all === 0 ? '—' : percentIn(language, keptShare(ended));
  const blocks: Block[] = [
    {
      kind: 'tiles',
      tiles: [
        tile(label.totals.received, now.received.total, before.received.total),
        tile(label.totals.resolved, now.resolved, before.resolved),
        tile(label.totals.open, now.open, before.open),
        ended.all + earlier.all === 0
          ? answerTile()
          : {
              label: label.keptShare,
              value: share,
              note: earlier.all === 0 ? '' : `${then}: ${percentIn(language, keptShare(earlier))}`,
            },
      ],
    },
  ];
  for (const [heading, points] of [
    [label.changed, changed],
    [label.why, why],
    [label.todo, todo],
  ] as const)
    if (points.length > 0) blocks.push({ kind: 'points', heading, points });
  return { heading: label.conclusions, blocks };

  /** Where nothing is promised (kz-portal 30-9), how long people waited. */
  function answerTile() {
    const said = (ms: number | null) => (ms === null ? '—' : durationIn(language, ms / 1000));
    const [median, was] = [now.times.answer.p50, before.times.answer.p50];
    return { label: label.spans.answer, value: said(median), note: was === null ? '' : `${then}: ${said(was)}` };
  }

  function tile(name: string, value: number, was: number) {
    return {
      label: name,
      value: numberIn(language, value),
      note: pen.hasBefore ? `${then}: ${numberIn(language, was)}` : '',
    };
  }
}

function totals(
  { now, before }: ReportFigures,
  { label, number, was, hasBefore, language, month, monthBefore }: Pen,
): Table {
  const of = (period: typeof now, name: TotalName) => (name === 'received' ? period.received.total : period[name]);
  return {
    kind: 'table',
    name: label.figures,
    head: [label.figure, month, monthBefore, label.change],
    widths: [4, 1.4, 1.4, 1.4],
    rows: TOTALS.map((name) => {
      const by = of(now, name) - of(before, name);
      return [
        written(label.totals[name]),
        number(of(now, name)),
        was(of(before, name)),
        hasBefore ? { text: changeIn(language, by), value: by } : written('—'),
      ];
    }),
    empty: label.none,
  };
}

function promises({ now, before, clauses }: ReportFigures, { label, number, percent, monthBefore }: Pen): Table {
  const share = (ended: PromiseCount | undefined): Cell => {
    const all = ended === undefined ? 0 : ended.kept + ended.broken;
    return ended === undefined || all === 0 ? written('—') : percent(keptShare({ kept: ended.kept, all }));
  };
  return {
    kind: 'table',
    name: label.promises,
    head: [label.promise, label.kept, label.broken, label.keptPart, monthBefore],
    widths: [4.6, 1.2, 1.2, 1, 1.1],
    rows: now.clocks.map((clock) => {
      const words = clauses[clock.clause];
      const about = label.clause(clock.clause);
      return [
        { text: clock.name, value: null, under: words === undefined ? about : `${about}: ${words}` },
        number(clock.kept),
        number(clock.broken),
        share(clock),
        share(before.clocks.find(({ rule }) => rule === clock.rule)),
      ];
    }),
    empty: label.none,
  };
}

function times({ now, before }: ReportFigures, { label, number, time, monthBefore }: Pen): Table {
  return {
    kind: 'table',
    name: label.times,
    head: [label.span, label.asked, label.median, monthBefore, label.tail],
    widths: [3.4, 0.8, 1.4, 1.4, 1.5],
    rows: SPANS.map((name) => [
      written(label.spans[name]),
      number(now.times[name].count),
      time(now.times[name].p50),
      time(before.times[name].p50),
      time(now.times[name].p95),
    ]),
    empty: label.none,
  };
}

function questions({ questions: list, now }: ReportFigures, { label, number, was, percent, monthBefore }: Pen): Table {
  const all = now.received.total;
  return {
    kind: 'table',
    name: label.questions,
    head: [label.question, label.asked, label.share, monthBefore],
    widths: [5.6, 0.9, 1, 1.1],
    rows: list.map((one) => [
      { text: one.question, value: null, under: underQuestion(one, label) },
      number(one.count),
      all === 0 ? written('—') : percent(one.count / all),
      was(one.before),
    ]),
    empty: label.none,
  };
}

const underQuestion = ({ categoryName, article }: AskedQuestion, label: Labels): string =>
  article === undefined || article === null ? categoryName : `${categoryName} · ${label.article(article)}`;

function employees({ now }: ReportFigures, { label, number }: Pen): Table {
  return {
    kind: 'table',
    name: label.employees,
    head: [label.employee, label.registered, label.moderated, label.assigned, label.replied, label.solved],
    widths: [3.2, 1.3, 1.3, 1, 1.1, 1],
    rows: now.employees.map((one) => [
      written(one.name),
      number(one.registered ?? 0),
      number(one.moderated ?? 0),
      number(one.assigned),
      number(one.replied),
      number(one.resolved),
    ]),
    empty: label.none,
  };
}

/** Metrics whose meaning a reader of the report may ask for, in the order in which they are met. */
const EXPLAINED: readonly (readonly [definition: string, name: (label: Labels) => string])[] = [
  ['received', (label) => label.totals.received],
  ['resolved', (label) => label.totals.resolved],
  ['open', (label) => label.totals.open],
  ['cancelled', (label) => label.totals.cancelled],
  ['declined', (label) => label.totals.declined],
  ['withdrawn', (label) => label.totals.withdrawn],
  ['reopened', (label) => label.totals.reopened],
  ['handed-over', (label) => label.totals.handedOver],
  ['kept', (label) => label.kept],
  ['broken', (label) => label.broken],
  ['time-placement', (label) => label.spans.placement],
  ['time-assignment', (label) => label.spans.assignment],
  ['time-answer', (label) => label.spans.answer],
  ['time-resolution', (label) => label.spans.resolution],
  ['question', (label) => label.question],
  ['employee', (label) => label.employee],
];

function meanings({ definitions }: ReportFigures, { label }: Pen): Table {
  return {
    kind: 'table',
    name: label.meanings,
    head: [label.figure, label.meaning],
    widths: [2.2, 6],
    rows: EXPLAINED.flatMap(([id, name]) => {
      const meaning = definitions[id];
      return meaning === undefined ? [] : [[written(name(label)), written(meaning)]];
    }),
    empty: label.none,
  };
}

/** Nothing cannot be drawn: it is said. */
const chart = (form: Chart['form'], title: string, points: Chart['points'], { label }: Pen): Block =>
  points.length === 0 ? { kind: 'paragraph', tone: 'quiet', text: label.none } : { kind: 'chart', form, title, points };

const days = ({ now }: ReportFigures, { language }: Pen): Chart['points'] =>
  now.series.map(({ date, received }) => ({
    label: dayOfMonth(date),
    value: received,
    text: numberIn(language, received),
  }));

/** The hours in which anything came, from the first to the last. */
function hours({ now }: ReportFigures, { language }: Pen): Chart['points'] {
  const used = now.received.byHour.filter(({ count }) => count > 0).map(({ hour }) => hour);
  const [first, last] = [Math.min(...used), Math.max(...used)];
  return now.received.byHour
    .filter(({ hour }) => hour >= first && hour <= last)
    .map(({ hour, count }) => ({ label: clockHour(hour), value: count, text: numberIn(language, count) }));
}

/** Each part with what it was in the month before. */
function parts(by: 'byCategory' | 'byChannel', figures: ReportFigures, pen: Pen): Chart['points'] {
  const { language, earlier, hasBefore } = pen;
  const was = new Map(figures.before.received[by].map(({ key, count }) => [key, count]));
  const said = ({ key, count, share }: Part) => [
    numberIn(language, count),
    percentIn(language, share),
    ...(hasBefore ? [`${earlier}: ${numberIn(language, was.get(key) ?? 0)}`] : []),
  ];
  return figures.now.received[by].map((part) => ({
    label: part.name,
    value: part.count,
    text: said(part).join(' · '),
  }));
}
