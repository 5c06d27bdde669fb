import type { Join } from './link.ts';

/** How the words of a collection are spread, as far as a model of its groups needs to know. */
export interface Model {
  /** The words of each question that more than one question has, as numbers, each once. */
  readonly words: readonly Int32Array[];
  /** How strongly a group's words are expected to be those of everybody: by word. */
  readonly prior: Float64Array;
  readonly priorSum: number;
}

/** Of everybody's words a group is expected to begin with this much per word: little, so that a group's own words show soon. */
const PRIOR = 0.06;
/** How readily a further group is opened (Pitman–Yor): the more groups there are, the likelier two questions share a word by chance. */
const OPENING = { discount: 0.7, strength: 1 } as const;

export function modelOf(texts: readonly (readonly string[])[]): Model {
  const seenIn = new Map<string, number>();
  for (const stems of texts) for (const stem of new Set(stems)) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [stem, count] of seenIn) if (count > 1) ids.set(stem, ids.size);
  const words = texts.map((stems) => Int32Array.from(new Set(stems.flatMap((stem) => ids.get(stem) ?? []))));
  const priorSum = PRIOR * ids.size;
  const prior = new Float64Array(ids.size);
  let all = 0;
  for (const own of words) {
    for (const word of own) prior[word] = (prior[word] ?? 0) + 1;
    all += own.length;
  }
  return { words, prior: prior.map((count) => (priorSum * count) / all), priorSum };
}

/** The logarithm of a group's price, when there are so many groups. */
export const openingPrice = (groups: number): number =>
  Math.log(OPENING.strength + OPENING.discount * groups) - logGamma(1 - OPENING.discount);

export const sizeWorth = (size: number): number => logGamma(size - OPENING.discount);

/**
 * Where to cut trees of joins, each branch by itself: a group stands where its questions' words are likelier to come from one source
 * than from the sources of its parts. The words of one source are drawn from a Dirichlet prior round everybody's words, the sources'
 * number and sizes from a Pitman–Yor process; so there is no threshold, and what a chance word joins stays apart.
 * @returns the cluster of each question
 */
export function cut({ words, prior, priorSum }: Model, joins: readonly Join[]): Int32Array {
  const rows = words.length;
  const own = new Float64Array(rows + joins.length);
  const counts: (Map<number, number> | undefined)[] = words.map((some) => new Map([...some].map((word) => [word, 1])));
  const lengths = words.map(({ length }) => length);
  const sizes: number[] = words.map(() => 1);
  const worth = (of: number) => {
    let sum = logGamma(priorSum) - logGamma(priorSum + (lengths[of] ?? 0)) + sizeWorth(sizes[of] ?? 1);
    for (const [word, count] of counts[of] ?? []) sum += rising(prior[word] ?? 1, count);
    return sum;
  };
  for (let row = 0; row < rows; row += 1) own[row] = (lengths[row] ?? 0) > 0 ? worth(row) : sizeWorth(1);
  joins.forEach(({ a, b }, at) => {
    const id = rows + at;
    counts[id] = sumOf(counts[a], counts[b]);
    counts[a] = undefined;
    counts[b] = undefined;
    lengths.push((lengths[a] ?? 0) + (lengths[b] ?? 0));
    sizes.push((sizes[a] ?? 0) + (sizes[b] ?? 0));
    own[id] = worth(id);
  });
  // The price depends on the number of groups, which depends on the price.
  let found = stand(rows, joins, own, openingPrice(rows / 4));
  for (let round = 0; round < 3; round += 1) found = stand(rows, joins, own, openingPrice(found.groups));
  return found.of;
}

/** The best choice of branches when every group costs `price`. */
function stand(rows: number, joins: readonly Join[], own: Float64Array, price: number) {
  const best = own.map((worth) => worth + price);
  const isWhole = new Uint8Array(best.length).fill(1);
  joins.forEach(({ a, b }, at) => {
    const parts = (best[a] ?? 0) + (best[b] ?? 0);
    if (parts <= (best[rows + at] ?? 0)) return;
    best[rows + at] = parts;
    isWhole[rows + at] = 0;
  });
  const of = new Int32Array(best.length).fill(-1);
  let groups = 0;
  for (let node = best.length - 1; node >= 0; node -= 1) {
    if (of[node] === -1 && isWhole[node] === 1) {
      of[node] = groups;
      groups += 1;
    }
    const join = joins[node - rows];
    if (join !== undefined) {
      of[join.a] = of[node] ?? -1;
      of[join.b] = of[node] ?? -1;
    }
  }
  return { of: of.subarray(0, rows), groups };
}

function sumOf(one: Map<number, number> | undefined, two: Map<number, number> | undefined): Map<number, number> {
  if (one === undefined || two === undefined) return one ?? two ?? new Map();
  const [large, small] = one.size >= two.size ? [one, two] : [two, one];
  for (const [word, count] of small) large.set(word, (large.get(word) ?? 0) + count);
  return large;
}

/** The logarithm of a (a + 1) … (a + count − 1). */
function rising(a: number, count: number): number {
  if (count > 8) return logGamma(a + count) - logGamma(a);
  let product = 1;
  for (let i = 0; i < count; i += 1) product *= a + i;
  return Math.log(product);
}

/** ln Γ(x), x > 0, by Stirling's series from 8 on. */
export function logGamma(x: number): number {
  let [shift, y] = [1, x];
  for (; y < 8; y += 1) shift *= y;
  const square = 1 / (y * y);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}
