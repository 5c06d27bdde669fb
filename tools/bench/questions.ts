/** `npm run bench -- questions [--data DIR]`: how well questions are grouped, on sets whose right groups are known, and how fast. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { groupQuestions, type Question } from '@reglament/domain/questions';
import { halfOf, hashOf, monthOf, noiseOf, type Row, setsIn } from './question-sets.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: path.resolve(import.meta.dirname, '../../../shared/data') } },
});
const folder = path.join(values.data, 'questions');
if (!existsSync(folder)) {
  process.stderr.write(`There are no questions in ${folder}: name a folder that has them with --data.\n`);
  process.exit(2);
}
const sets = setsIn(folder);
const line = (...columns: readonly (readonly [text: string, width: number])[]) =>
  process.stdout.write(`${columns.map(([text, width]) => text.padEnd(width)).join(' ')}\n`);
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

interface Judged {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** The share of the questions that belong nowhere that are alone. */
  readonly outside: number;
}

/** B³ of a grouping: how pure and how whole a question's group is, on average over the questions; one that belongs nowhere is a group of one. */
function judge(set: readonly Row[]): Judged {
  const { groups, alone } = groupQuestions(set);
  const clusters = [...groups.map(({ members }) => members), ...alone.map((id) => [id])];
  const labelOf = new Map(set.map(({ id, label }) => [id, label]));
  const sizes = Map.groupBy(set, ({ label }) => label);
  let [precision, recall] = [0, 0];
  for (const members of clusters) {
    const labels = Map.groupBy(members, (id) => labelOf.get(id) ?? '');
    for (const [label, same] of labels) {
      precision += (same.length * same.length) / members.length;
      recall += (same.length * same.length) / (sizes.get(label)?.length ?? 1);
    }
  }
  precision /= set.length;
  recall /= set.length;
  const isNowhere = (id: string) => id.startsWith('noise-');
  const outside = alone.filter(isNowhere).length / Math.max(1, set.filter(({ id }) => isNowhere(id)).length);
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall, outside };
}

process.stdout.write(
  'B³ F1 (precision, recall). Tuned on half of the labels only; a plain method’s floor beside it.\n',
);
line(['set', 18], ['floor', 6], ['all labels', 20], ['tuned on', 20], ['never looked at', 20]);
const shown = ({ f1, precision, recall }: Judged) => `${f1.toFixed(3)} (${precision.toFixed(2)}, ${recall.toFixed(2)})`;
for (const { name, floor, rows } of sets) {
  const [whole, tuned, other] = [rows, halfOf(rows, 0), halfOf(rows, 1)].map((some) => shown(judge(some)));
  line([name, 18], [floor?.toFixed(2) ?? '–', 6], [whole ?? '', 20], [tuned ?? '', 20], [other ?? '', 20]);
}

process.stdout.write('\nWith questions that belong nowhere, two to five. In brackets: how many of them stay alone.\n');
line(['set', 18], ['all labels', 20], ['tuned on', 20], ['never looked at', 20]);
for (const { name, rows, noise } of sets) {
  const columns = [rows, halfOf(rows, 0), halfOf(rows, 1)].map((own, at): readonly [string, number] => {
    const { f1, outside } = judge([...own, ...noiseOf(noise, at === 1 ? 0 : 1, Math.round(0.4 * own.length))]);
    return [`${f1.toFixed(3)} (${percent(outside)})`, 20];
  });
  line([name, 18], ...columns);
}

interface Month {
  readonly right: number;
  readonly error: number;
  readonly outside: number;
}

/** How many of the ten most asked things are among the ten largest groups, and how far off their counts are. */
function judgeMonth(month: readonly Row[]): Month {
  const labelOf = new Map(month.map(({ id, label }) => [id, label]));
  const truth = [
    ...Map.groupBy(
      month.filter(({ id }) => !id.startsWith('noise-')),
      ({ label }) => label,
    ),
  ]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, 10);
  const { groups, alone } = groupQuestions(month);
  const found = new Map<string, number>();
  for (const { members } of groups.slice(0, 10)) {
    const labels = [...Map.groupBy(members, (id) => labelOf.get(id) ?? '')];
    const [label, own] = labels.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
    if (own.length * 2 > members.length) found.set(label, Math.max(found.get(label) ?? 0, members.length));
  }
  const hits = truth.filter(([label]) => found.has(label));
  const errors = hits.map(([label, own]) => Math.abs((found.get(label) ?? 0) - own.length) / own.length);
  return {
    right: hits.length,
    error: errors.reduce((sum, error) => sum + error, 0) / Math.max(1, hits.length),
    outside: alone.filter((id) => id.startsWith('noise-')).length / 300,
  };
}

process.stdout.write('\nTop ten of five simulated months with 300 questions that belong nowhere\n');
for (const { name, rows, noise } of sets.filter(({ name }) => !name.startsWith('xSID'))) {
  for (const [half, label] of [
    [0, 'tuned on'],
    [1, 'never looked at'],
  ] as const) {
    const months = Array.from({ length: 5 }, (_, at) =>
      judgeMonth(monthOf(halfOf(rows, half), `m${at}`, noiseOf(noise, half, 300))),
    );
    const mean = (of: (month: Month) => number) => months.reduce((sum, month) => sum + of(month), 0) / months.length;
    line(
      [name, 18],
      [`${label}:`, 17],
      [`${mean(({ right }) => right).toFixed(1)} of 10 right,`, 16],
      [`counts off by ${percent(mean(({ error }) => error))},`, 21],
      [`${percent(mean(({ outside }) => outside))} of what belongs nowhere stays alone`, 0],
    );
  }
}

/** Real questions asked again and again, half of them with a word of their own. */
function crowd(count: number): Question[] {
  const all = sets.flatMap(({ rows }) => rows);
  return Array.from({ length: count }, (_, at) => {
    const { text } = all[hashOf(`c${at}`) % all.length] as Row;
    return { id: String(at), text: at % 2 === 0 ? text : `${text} ${(hashOf(`w${at}`) % 5_000).toString(36)}x` };
  });
}
for (const count of [25_000, 50_000, 100_000]) {
  const questions = crowd(count);
  const begun = performance.now();
  const { groups } = groupQuestions(questions);
  const seconds = (performance.now() - begun) / 1000;
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  process.stdout.write(
    `\n${count.toLocaleString('en')} questions: ${seconds.toFixed(1)} s, ${groups.length} groups, ${memory} MiB`,
  );
}
process.stdout.write('\n');
