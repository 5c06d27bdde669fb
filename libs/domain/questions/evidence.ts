import { agree } from './agree.ts';
import { largestBranches } from './branches.ts';
import { logGamma, logRising } from './gamma.ts';
import type { Join } from './link.ts';

/** Which words occur in which question: what a model of the groups is fitted to. */
export interface Evidence {
  /** The words of each question that more than one question has, as numbers, each once. */
  readonly words: readonly Int32Array[];
  /** The share of each word among all. */
  readonly shares: Float64Array;
  /** How much of a group each question makes: one, and a little more when it was asked in these very words again and again. */
  readonly sizes: Float64Array;
}

/**
 * How readily a further group is opened (Pitman–Yor). The discount is what keeps lone questions alone: the more groups there are, the
 * likelier two questions share a word by chance, and the more it takes to join them.
 */
const OPENING = { discount: 0.7, strength: 1 } as const;
/** How strongly a group's words may be held to be everybody's words. */
const FIRMNESS = Array.from({ length: 17 }, (_, at) => 2 ** (at / 2));
/** What is expected of it for every word of the collection, more for the first few; and how far off it may well be: four times more or less. */
const EXPECTED = { perWord: 0.045, first: { perWord: 0.2, most: 12 }, spread: Math.log(4) } as const;

/** So many words as if nobody had asked them yet: in a handful of questions a shared word would otherwise look common. */
const UNSEEN = 50;
/** What asking again in the same words adds, by the logarithm: what is repeated is a thing that is asked, but one template must not outweigh many voices. */
const REPEATED = 0.1;

/** @param times how often each text was asked; once, when nothing is said */
export function evidenceOf(texts: readonly (readonly string[])[], times: readonly number[] = []): Evidence {
  const seenIn = new Map<string, number>();
  for (const stems of texts) for (const stem of new Set(stems)) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [stem, count] of seenIn) if (count > 1) ids.set(stem, ids.size);
  const words = texts.map((stems) => Int32Array.from(new Set(stems.flatMap((stem) => ids.get(stem) ?? []))));
  const shares = new Float64Array(ids.size);
  let all = 0;
  for (const own of words) {
    for (const word of own) shares[word] = (shares[word] ?? 0) + 1;
    all += own.length;
  }
  const sizes = Float64Array.from(texts, (_, at) => 1 + REPEATED * Math.log(times[at] ?? 1));
  return { words, shares: shares.map((count) => count / (all + UNSEEN)), sizes };
}

export interface Cut {
  /** The group of each question, numbered from 0. */
  readonly of: Int32Array;
  readonly groups: number;
  /** How strongly groups' words are usually everybody's. */
  readonly firmness: number;
}

/**
 * Where to cut trees of joins, each branch by itself: a group stands where its questions' words are likelier to come from one source
 * than from the sources of its parts. The words of a source are drawn round everybody's words (Dirichlet), the number and sizes of
 * sources from a Pitman–Yor process. There is no threshold. How firmly a group's words are everybody's cannot be told from a
 * collection, so every value has a voice by how usual it is, and a branch stands where most of them let it stand.
 */
export function cut(evidence: Evidence, joins: readonly Join[]): Cut {
  const rows = evidence.words.length;
  const stands = worthsOf(evidence, joins).map((own) => {
    // The price of a group depends on the number of groups, which depends on the price.
    let stood = stand(rows, joins, own, rows / 4);
    for (let round = 0; round < 3; round += 1) stood = stand(rows, joins, own, stood.groups);
    return stood.of;
  });
  const firmness = firmnessOf(evidence);
  const voices = FIRMNESS.map((value) => Math.exp(-((Math.log(value / firmness) / EXPECTED.spread) ** 2) / 2));
  return { ...agree(stands, voices, joins), firmness };
}

/** What is usual for so many different words. */
export function firmnessOf({ shares: { length } }: Evidence): number {
  const { perWord, first } = EXPECTED;
  return Math.max(1, Math.min(first.most, first.perWord * length), perWord * length);
}

/** A source of words: what a group's questions have come to so far. */
export interface Source {
  readonly counts: ReadonlyMap<number, number>;
  /** Words and questions. */
  readonly length: number;
  readonly size: number;
}

/** The logarithm of how likely a source's words are, of one source, but for the price of opening it. */
export function worthOf({ counts, length, size }: Source, shares: Float64Array, firmness: number): number {
  let sum = logGamma(size - OPENING.discount) - logRising(firmness, length);
  for (const [word, count] of counts) sum += logRising(firmness * (shares[word] ?? 0), count);
  return sum;
}

/** What each branch is worth as one group, for every firmness. */
function worthsOf({ words, shares, sizes }: Evidence, joins: readonly Join[]): readonly Float64Array[] {
  const rows = words.length;
  const worths = FIRMNESS.map(() => new Float64Array(rows + joins.length));
  const sources: (Source | undefined)[] = words.map((own, row) => sourceOf([own], sizes[row] ?? 1));
  const weigh = (node: number) => {
    const source = sources[node];
    if (source === undefined) return;
    worths.forEach((own, at) => {
      own[node] = worthOf(source, shares, FIRMNESS[at] ?? 1);
    });
  };
  for (let row = 0; row < rows; row += 1) weigh(row);
  for (const { a, b } of joins) {
    const [one, two] = [sources[a], sources[b]];
    // A branch's own counts are needed no more when it has been joined: they become the whole's.
    sources[a] = undefined;
    sources[b] = undefined;
    sources.push(one === undefined || two === undefined ? undefined : joined(one, two));
    weigh(sources.length - 1);
  }
  return worths;
}

export function sourceOf(questions: readonly Int32Array[], size: number): Source {
  const counts = new Map<number, number>();
  let length = 0;
  for (const words of questions) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    length += words.length;
  }
  return { counts, length, size };
}

/** Takes over the counts of the larger: neither is to be used afterwards. */
export function joined(one: Source, two: Source): Source {
  const [large, small] = one.counts.size >= two.counts.size ? [one, two] : [two, one];
  const counts = large.counts as Map<number, number>;
  for (const [word, count] of small.counts) counts.set(word, (counts.get(word) ?? 0) + count);
  return { counts, length: one.length + two.length, size: one.size + two.size };
}

/** The best choice of branches when so many groups are expected. */
function stand(rows: number, joins: readonly Join[], own: Float64Array, expected: number) {
  const opening = priceOf(expected);
  const best = own.map((worth) => worth + opening);
  const isWhole = new Uint8Array(best.length).fill(1);
  joins.forEach(({ a, b }, at) => {
    const parts = (best[a] ?? 0) + (best[b] ?? 0);
    if (parts <= (best[rows + at] ?? 0)) return;
    best[rows + at] = parts;
    isWhole[rows + at] = 0;
  });
  return largestBranches(rows, joins, (node) => isWhole[node] === 1);
}

/** The logarithm of what one more group costs when there are so many. */
export const priceOf = (groups: number): number => openingOf(groups) - logGamma(1 - OPENING.discount);

/** How likely the next question is to open a group of its own, and to be of a group of so many; logarithms to the same base. */
export const openingOf = (groups: number): number => Math.log(OPENING.strength + OPENING.discount * groups);
export const joiningOf = (size: number): number => Math.log(size - OPENING.discount);
