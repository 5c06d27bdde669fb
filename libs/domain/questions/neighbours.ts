import type { Vector } from './vectors.ts';

export interface Neighbour {
  readonly other: number;
  readonly similarity: number;
}

/**
 * How many entries of the index are read for one vector. Its most telling features come first, so what is left unread in a large
 * collection are common features, which find everybody and tell little. This keeps the whole near-linear.
 */
const READS = 6_000;

/** The most similar others of each vector, found through the features that they share. */
export function neighboursOf(vectors: readonly Vector[], size: number, count: number, least: number): Neighbour[][] {
  const index = indexOf(vectors, size);
  const sums = new Float64Array(vectors.length);
  return vectors.map((vector, self) => {
    const touched: number[] = [];
    let reads = 0;
    let isWhole = true;
    for (const at of byWeight(vector)) {
      const list = index[vector.features[at] ?? 0];
      if (list === undefined) continue;
      reads += list.others.length;
      if (reads > READS && touched.length > 0) {
        isWhole = false;
        break;
      }
      const weight = vector.weights[at] ?? 0;
      for (let i = 0; i < list.others.length; i += 1) {
        const other = list.others[i] ?? 0;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * (list.weights[i] ?? 0);
      }
    }
    const found: Neighbour[] = [];
    for (const other of touched) {
      const similarity = sums[other] ?? 0;
      sums[other] = 0;
      if (other !== self && (similarity >= least || !isWhole)) found.push({ other, similarity });
    }
    found.sort(strongestFirst);
    if (isWhole) return found.slice(0, count);
    // What was left unread is added for the best of those found.
    return found
      .slice(0, 2 * count)
      .map(({ other }) => ({ other, similarity: dot(vector, vectors[other] ?? vector) }))
      .filter(({ similarity }) => similarity >= least)
      .sort(strongestFirst)
      .slice(0, count);
  });
}

const strongestFirst = (a: Neighbour, b: Neighbour): number => b.similarity - a.similarity || a.other - b.other;

/** Places of a vector's features, the heaviest first. */
function byWeight({ features, weights }: Vector): number[] {
  return Array.from(features, (_, at) => at).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
}

interface Entries {
  readonly others: Int32Array;
  readonly weights: Float32Array;
}

function indexOf(vectors: readonly Vector[], size: number): (Entries | undefined)[] {
  const counts = new Int32Array(size);
  for (const { features } of vectors) for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  const index = Array.from(counts, (count): Entries | undefined =>
    count > 1 ? { others: new Int32Array(count), weights: new Float32Array(count) } : undefined,
  );
  const filled = new Int32Array(size);
  vectors.forEach(({ features, weights }, self) => {
    features.forEach((feature, at) => {
      const list = index[feature];
      if (list === undefined) return;
      const place = filled[feature] ?? 0;
      filled[feature] = place + 1;
      list.others[place] = self;
      list.weights[place] = weights[at] ?? 0;
    });
  });
  return index;
}

/** The product of two vectors whose features rise. */
function dot(a: Vector, b: Vector): number {
  let [product, i, j] = [0, 0, 0];
  while (i < a.features.length && j < b.features.length) {
    const [one, two] = [a.features[i] ?? 0, b.features[j] ?? 0];
    if (one === two) {
      product += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
      i += 1;
      j += 1;
    } else if (one < two) i += 1;
    else j += 1;
  }
  return product;
}
