/** `npm run bench -- questions [--data DIR]`: how well questions are grouped, on sets whose right groups are known, and how fast. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { groupQuestions, type Question } from '@reglament/domain/questions';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly lang?: string;
}

const { values } = parseArgs({
  options: { data: { type: 'string', default: path.resolve(import.meta.dirname, '../../../shared/data') } },
});
const folder = path.join(values.data, 'questions');
if (!existsSync(folder)) {
  process.stderr.write(`There are no questions in ${folder}: name a folder that has them with --data.\n`);
  process.exit(2);
}

const rows = (file: string): Row[] =>
  readFileSync(path.join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

/** The same choice at every run, and by nothing but the text itself (FNV-1a). */
const hashOf = (text: string): number => {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
};
const some = (all: readonly Row[], count: number): Row[] =>
  all.toSorted((a, b) => hashOf(a.id) - hashOf(b.id)).slice(0, count);

/** B³ of a grouping: how pure and how whole a question's group is, on average over the questions. */
function bCubed(set: readonly Row[]): { f1: number; precision: number; recall: number } {
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
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall };
}

const xsid = rows('xsid_kk_en.jsonl');
const sets: readonly (readonly [string, number | null, readonly Row[]])[] = [
  ['rutube_ru', 0.57, rows('rutube_ru.jsonl')],
  ['xSID-kk', 0.47, xsid.filter(({ lang }) => lang === 'kk')],
  ['xSID-en', 0.5, xsid.filter(({ lang }) => lang === 'en')],
  ['banking77, 2,000', 0.47, some(rows('banking77_en.jsonl'), 2_000)],
  [
    'clinc150, 4,000',
    null,
    some(
      rows('clinc150_en.jsonl').filter(({ label }) => label !== 'oos'),
      4_000,
    ),
  ],
];

process.stdout.write('B³ F1; a plain method’s floor beside it (TF-IDF of 3–5 letters, average linkage)\n');
process.stdout.write(`${'set'.padEnd(20)} floor   all labels (P, R)      half of the labels  the other half\n`);
for (const [name, floor, set] of sets) {
  const { f1, precision, recall } = bCubed(set);
  const half = (side: number) => bCubed(set.filter(({ label }) => hashOf(`s${label}`) % 2 === side)).f1.toFixed(3);
  const whole = `${f1.toFixed(3)} (${precision.toFixed(2)}, ${recall.toFixed(2)})`;
  process.stdout.write(
    `${name.padEnd(20)} ${floor?.toFixed(2) ?? '–   '}    ${whole.padEnd(22)} ${half(0).padEnd(19)} ${half(1)}\n`,
  );
}

/** A month: thirty things are asked, the first ten times as often as the tenth; beside them questions that belong nowhere. */
function monthOf(set: readonly Row[], seed: string, noise: readonly Row[]) {
  const byLabel = [...Map.groupBy(set, ({ label }) => label)].toSorted(
    ([a], [b]) => hashOf(seed + a) - hashOf(seed + b),
  );
  const asked = byLabel.slice(0, 30).flatMap(([, own], rank) => {
    const count = Math.max(2, Math.round(200 / (rank + 1) ** 0.9));
    return Array.from({ length: count }, (_, at) => ({
      ...(own[hashOf(`${seed}${rank}${at}`) % own.length] as Row),
      id: `${rank}-${at}`,
    }));
  });
  return { questions: [...asked, ...noise.map((row, at) => ({ ...row, id: `noise-${at}`, label: 'oos' }))] };
}

const oos = rows('clinc150_en.jsonl').filter(({ label }) => label === 'oos');
process.stdout.write('\nTop ten of simulated months, with 300 questions that belong nowhere\n');
for (const [name, , set] of [sets[0], sets[3], sets[4]].filter((one) => one !== undefined)) {
  let [right, error, outside] = [0, 0, 0];
  const months = 5;
  for (let month = 0; month < months; month += 1) {
    const { questions } = monthOf(set, `m${month}`, some(oos, 300));
    const labelOf = new Map(questions.map(({ id, label }) => [id, label]));
    const truth = [
      ...Map.groupBy(
        questions.filter(({ label }) => label !== 'oos'),
        ({ label }) => label,
      ),
    ]
      .map(([label, own]) => ({ label, count: own.length }))
      .toSorted((a, b) => b.count - a.count)
      .slice(0, 10);
    const { groups, alone } = groupQuestions(questions);
    const found = new Map<string, number>();
    for (const { members } of groups.slice(0, 10)) {
      const [label, own] = [...Map.groupBy(members, (id) => labelOf.get(id) ?? '')].toSorted(
        ([, a], [, b]) => b.length - a.length,
      )[0] ?? ['', []];
      if (own.length * 2 > members.length) found.set(label, Math.max(found.get(label) ?? 0, members.length));
    }
    const hits = truth.filter(({ label }) => found.has(label));
    right += hits.length;
    error +=
      hits.reduce((sum, { label, count }) => sum + Math.abs((found.get(label) ?? 0) - count) / count, 0) /
      Math.max(1, hits.length);
    outside += alone.filter((id) => id.startsWith('noise')).length / 300;
  }
  process.stdout.write(
    `${name.padEnd(20)} ${(right / months).toFixed(1)} of 10 right, counts off by ${((100 * error) / months).toFixed(0)} % on average, ${((100 * outside) / months).toFixed(0)} % of the noise stays alone\n`,
  );
}

/** Real questions asked again and again, half of them with a word of their own. */
function crowd(count: number): Question[] {
  const all = sets.flatMap(([, , set]) => set);
  return Array.from({ length: count }, (_, at) => {
    const { text } = all[hashOf(`c${at}`) % all.length] as Row;
    return { id: String(at), text: at % 2 === 0 ? text : `${text} ${(hashOf(`w${at}`) % 5_000).toString(36)}x` };
  });
}
for (const count of [25_000, 100_000]) {
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
