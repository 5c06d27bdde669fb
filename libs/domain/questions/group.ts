import { cut, modelOf } from './evidence.ts';
import { link } from './link.ts';
import { neighboursOf } from './neighbours.ts';
import { smooth } from './smooth.ts';
import { type Vectors, vectorsOf } from './vectors.ts';
import { type Words, wordsOf } from './words.ts';

export interface Question {
  readonly id: string;
  readonly text: string;
}

export interface QuestionGroup {
  /** The most typical question that was really asked. Personal data is the caller's to mask before grouping. */
  readonly name: string;
  readonly count: number;
  /** In the order given. */
  readonly members: readonly string[];
}

export interface Grouped {
  /** The most frequent first. */
  readonly groups: readonly QuestionGroup[];
  /** Questions that nobody else asked. */
  readonly alone: readonly string[];
}

/** How far a question looks around, and how alike two must be to be neighbours at all. */
const NEAR = { count: 20, least: 0.08 } as const;
/** How often questions borrow words of their neighbours. */
const ROUNDS = 2;
const FEWEST = 2;

/**
 * Groups questions by what they ask, whatever their words' forms, order, case, typing errors and politeness. Deterministic: the
 * order in which questions are given decides nothing but the order of members. Near-linear in the number of different questions;
 * the same question asked a thousand times costs as much as once.
 */
export function groupQuestions(questions: readonly Question[]): Grouped {
  const units = unitsOf(questions);
  const weights = units.map(({ members }) => members.length);
  const clusters = clusterOf(units.map(({ words }) => words));
  const byCluster = Map.groupBy(units.keys(), (unit) => clusters.of[unit] ?? -1);
  const groups: QuestionGroup[] = [];
  const alone: string[] = [];
  for (const members of byCluster.values()) {
    const all = members.flatMap((unit) => units[unit]?.members ?? []);
    if (all.length < FEWEST) alone.push(...all.map(({ id }) => id));
    else
      groups.push({
        name: nameOf(members, units, clusters.vectors, weights),
        count: all.length,
        members: all.map(({ id }) => id),
      });
  }
  groups.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { groups, alone };
}

interface Unit {
  readonly words: Words;
  readonly members: Question[];
}

/** Questions of the same words in any order are one from the start. Sorted, so that the order of the questions decides nothing. */
function unitsOf(questions: readonly Question[]): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const question of questions) {
    const words = wordsOf(question.text);
    const key = words.stems.toSorted().join(' ');
    const known = units.get(key);
    if (known === undefined)
      units.set(key, { words: { ...words, stems: words.stems.toSorted() }, members: [question] });
    else known.members.push(question);
  }
  return [...units].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit);
}

/** The cluster of each text, and the vectors that decided it. */
export function clusterOf(texts: readonly Words[]): { readonly of: Int32Array; readonly vectors: Vectors } {
  let vectors = vectorsOf(texts);
  let neighbours = neighboursOf(vectors, NEAR.count, NEAR.least);
  for (let round = 0; round < ROUNDS; round += 1) {
    vectors = smooth(vectors, neighbours);
    neighbours = neighboursOf(vectors, NEAR.count, NEAR.least);
  }
  const model = modelOf(texts.map(({ stems }) => stems));
  return { of: cut(model, link(vectors, neighbours, NEAR.least)), vectors };
}

/** Of the group's questions the one most like all of them; of equals the shortest. */
function nameOf(
  members: readonly number[],
  units: readonly Unit[],
  { starts, features, weights }: Vectors,
  asked: readonly number[],
): string {
  const sum = new Map<number, number>();
  const entries = (unit: number) => {
    const [from, to] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
    return Array.from(features.subarray(from, to), (feature, at): [number, number] => [
      feature,
      weights[from + at] ?? 0,
    ]);
  };
  for (const unit of members) {
    for (const [feature, weight] of entries(unit))
      sum.set(feature, (sum.get(feature) ?? 0) + (asked[unit] ?? 1) * weight);
  }
  const like = members.map((unit) =>
    entries(unit).reduce((all, [feature, weight]) => all + (sum.get(feature) ?? 0) * weight, 0),
  );
  const best = members[like.indexOf(Math.max(...like))] ?? 0;
  const texts = (units[best]?.members ?? []).map(({ text }) => text);
  return texts.reduce((a, b) => (b.length < a.length || (b.length === a.length && b < a) ? b : a), texts[0] ?? '');
}
