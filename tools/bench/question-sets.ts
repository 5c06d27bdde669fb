/** Sets of questions whose right groups are known, how they are halved, and what is mixed in that belongs to no group. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Row {
  readonly id: string;
  readonly text: string;
  /** What it asks. A question that belongs to no group has a label of its own. */
  readonly label: string;
}

export interface QuestionSet {
  readonly name: string;
  /** B³ F1 of a plain method on other labels of the same set. */
  readonly floor?: number;
  readonly rows: readonly Row[];
  /** Questions of the same language that belong to no group, none like another. */
  readonly noise: readonly Row[];
}

/** FNV-1a with its bits mixed: the same choice at every run, and by nothing but the text itself. */
export function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x29_7a_2d_39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

export const some = (all: readonly Row[], count: number): Row[] =>
  all.toSorted((a, b) => hashOf(a.id) - hashOf(b.id)).slice(0, count);

/**
 * Labels in two halves of like sizes: neighbours by size are dealt one here and one there. What the method was tuned on is half 0;
 * half 1 was never looked at.
 */
export function halfOf(rows: readonly Row[], half: 0 | 1): Row[] {
  const labels = [...Map.groupBy(rows, ({ label }) => label)].toSorted(
    ([a, one], [b, two]) => two.length - one.length || hashOf(`s${a}`) - hashOf(`s${b}`),
  );
  const chosen = new Set(
    labels.flatMap(([label], at) => {
      const flip = hashOf(`p${labels[at - (at % 2)]?.[0]}`) % 2;
      return ((at % 2) ^ flip) === half ? [label] : [];
    }),
  );
  return rows.filter(({ label }) => chosen.has(label));
}

/** A month: thirty things are asked, the first ten times as often as the tenth; beside them questions that belong nowhere. */
export function monthOf(rows: readonly Row[], seed: string, noise: readonly Row[]): Row[] {
  const labels = [...Map.groupBy(rows, ({ label }) => label)].toSorted(
    ([a], [b]) => hashOf(seed + a) - hashOf(seed + b),
  );
  const asked = labels.slice(0, 30).flatMap(([, own], rank) =>
    Array.from({ length: Math.max(2, Math.round(200 / (rank + 1) ** 0.9)) }, (_, at) => ({
      ...(own[hashOf(`${seed}${rank}${at}`) % own.length] as Row),
      id: `${rank}-${at}`,
    })),
  );
  return [...asked, ...noise];
}

/** Every second row from `half` on, each with a label of its own. */
export const noiseOf = (rows: readonly Row[], half: 0 | 1, count: number): Row[] =>
  rows
    .filter((_, at) => at % 2 === half)
    .slice(0, count)
    .map((row, at) => ({ ...row, id: `noise-${at}`, label: `nowhere-${at}` }));

const oneOfEach = (rows: readonly Row[]): Row[] =>
  [...Map.groupBy(rows, ({ label }) => label)].flatMap(([label, own]) => own[hashOf(label) % own.length] ?? []);

export function setsIn(folder: string): readonly QuestionSet[] {
  const read = <T>(file: string): T[] =>
    readFileSync(path.join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  const plain = (rows: readonly { readonly id: string; readonly text: string }[]): Row[] =>
    some(
      rows.map(({ id, text }) => ({ id, text, label: '' })),
      rows.length,
    );
  const xsid = read<Row & { lang: string }>('xsid_kk_en.jsonl');
  const banking = read<Row>('banking77_en.jsonl');
  const clinc = read<Row>('clinc150_en.jsonl');
  const russian = plain(
    read<{ group: number; texts: string[] }>('koziev_permutations_ru.jsonl').map(({ group, texts: [text = ''] }) => ({
      id: `k${group}`,
      text,
    })),
  );
  const kazakh = plain(read<Row>('kazqad_questions_kk.jsonl'));
  const english = plain(
    read<{ id: string; en: string }>('tatoeba_pairs.jsonl').map(({ id, en }) => ({ id: `t${id}`, text: en })),
  );
  const of = (lang: string) => xsid.filter((row) => row.lang === lang);
  return [
    { name: 'rutube_ru', floor: 0.57, rows: read<Row>('rutube_ru.jsonl'), noise: russian },
    { name: 'xSID-kk', floor: 0.47, rows: of('kk'), noise: kazakh },
    { name: 'xSID-en', floor: 0.5, rows: of('en'), noise: [...oneOfEach(banking), ...english] },
    { name: 'banking77, 2,000', floor: 0.47, rows: some(banking, 2_000), noise: [...oneOfEach(clinc), ...english] },
    { name: 'clinc150, 4,000', rows: some(clinc, 4_000), noise: [...oneOfEach(banking), ...english] },
  ];
}
