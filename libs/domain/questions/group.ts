import { link } from './link.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';
import { smooth } from './smooth.ts';
import { type Vector, vectorsOf } from './vectors.ts';
import { wordsOf } from './words.ts';

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
/** How much a question borrows of its neighbours' words, and how many words it may hold then. */
const BORROWED = { lend: 0.6, keep: 80, rounds: 2 } as const;
/** How alike the members of a group must be on average: between these, by how the collection itself is grouped. */
const LEAST = { wide: 0.1, narrow: 0.4 } as const;
/** The eighth neighbour's likeness against the first's: from here on groups are wide, and how fast they become narrow below. */
const WIDE_FROM = 0.62;
const SLOPE = 2.7;
const FEWEST = 2;

/**
 * Groups questions by what they ask, whatever their words' forms, order, case, typing errors and politeness. Deterministic: the
 * order in which questions are given decides nothing but the order of members. Near-linear in the number of different questions;
 * the same question asked a thousand times costs as much as once.
 */
export function groupQuestions(questions: readonly Question[]): Grouped {
  const units = unitsOf(questions);
  const weights = units.map(({ members }) => members.length);
  const clusters = clusterOf(
    units.map(({ words }) => words),
    weights,
  );
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
  readonly words: ReturnType<typeof wordsOf>;
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
export function clusterOf(
  texts: readonly ReturnType<typeof wordsOf>[],
  weights: readonly number[],
): { readonly of: Int32Array; readonly vectors: readonly Vector[] } {
  const plain = vectorsOf(texts);
  let vectors = plain.vectors;
  let neighbours = neighboursOf(vectors, plain.size, NEAR.count, NEAR.least);
  for (let round = 0; round < BORROWED.rounds; round += 1) {
    vectors = smooth(vectors, neighbours, BORROWED);
    neighbours = neighboursOf(vectors, plain.size, NEAR.count, NEAR.least);
  }
  return { of: link(vectors, weights, neighbours, leastOf(neighbours)), vectors };
}

/**
 * How alike is alike enough depends on the collection: where likeness falls off fast behind the nearest, each thing is asked by few
 * and groups are narrow; where it stays, by many.
 */
function leastOf(neighbours: readonly (readonly Neighbour[])[]): number {
  const middle = (rank: number): number => {
    const sorted = neighbours.map((near) => near[rank]?.similarity ?? 0).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 0;
  };
  const nearest = middle(0);
  const staying = nearest === 0 ? 0 : middle(7) / nearest;
  return Math.min(LEAST.narrow, Math.max(LEAST.wide, LEAST.wide + (WIDE_FROM - staying) * SLOPE));
}

/** Of the group's questions the one most like all of them; of equals the shortest. */
function nameOf(
  members: readonly number[],
  units: readonly Unit[],
  vectors: readonly Vector[],
  weights: readonly number[],
): string {
  const sum = new Map<number, number>();
  for (const unit of members) {
    const vector = vectors[unit];
    vector?.features.forEach((feature, at) => {
      sum.set(feature, (sum.get(feature) ?? 0) + (weights[unit] ?? 1) * (vector.weights[at] ?? 0));
    });
  }
  const likeAll = (unit: number): number => {
    const vector = vectors[unit];
    if (vector === undefined) return 0;
    return vector.features.reduce((all, feature, at) => all + (sum.get(feature) ?? 0) * (vector.weights[at] ?? 0), 0);
  };
  const best = members.reduce((a, b) => (likeAll(b) > likeAll(a) ? b : a));
  const texts = (units[best]?.members ?? []).map(({ text }) => text);
  return texts.reduce((a, b) => (b.length < a.length || (b.length === a.length && b < a) ? b : a), texts[0] ?? '');
}
