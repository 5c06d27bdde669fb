import { Heap } from './heap.ts';
import type { Neighbours } from './neighbours.ts';
import type { Vectors } from './vectors.ts';

/** Two clusters that became one; the n-th join of `rows` questions makes cluster `rows + n`. */
export interface Join {
  readonly a: number;
  readonly b: number;
}

interface Cluster {
  readonly size: number;
  /** The sum of the members' vectors. */
  readonly features: Int32Array;
  readonly weights: Float32Array;
  readonly near: Set<number>;
}

/**
 * Average linkage among neighbours: the two most similar clusters are joined again and again, as long as their members are alike on
 * average by at least `least`. Sums of unit vectors give that average exactly; neighbours only say which pairs are worth asking.
 * Where to cut the trees is another question (see evidence.ts).
 */
export function link(vectors: Vectors, neighbours: Neighbours, least: number): Join[] {
  const rows = vectors.starts.length - 1;
  const clusters = new Map<number, Cluster>();
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [vectors.starts[row] ?? 0, vectors.starts[row + 1] ?? 0];
    clusters.set(row, {
      size: 1,
      features: vectors.features.subarray(from, to),
      weights: vectors.weights.subarray(from, to),
      near: new Set(),
    });
  }
  const heap = new Heap();
  const meet = (a: number, b: number, similarity: number) => {
    clusters.get(a)?.near.add(b);
    clusters.get(b)?.near.add(a);
    if (similarity >= least) heap.push(Math.min(a, b), Math.max(a, b), similarity);
  };
  for (let row = 0; row < rows; row += 1) {
    const from = row * neighbours.most;
    for (let at = from; at < from + (neighbours.counts[row] ?? 0); at += 1) {
      const other = neighbours.others[at] ?? 0;
      if (!clusters.get(row)?.near.has(other)) meet(row, other, neighbours.similarities[at] ?? 0);
    }
  }
  const joins: Join[] = [];
  const spread = new Float32Array(vectors.size);
  for (let pair = heap.pop(); pair !== undefined; pair = heap.pop()) {
    const [one, two] = [clusters.get(pair.a), clusters.get(pair.b)];
    if (one === undefined || two === undefined) continue;
    const id = rows + joins.length;
    joins.push({ a: pair.a, b: pair.b });
    clusters.delete(pair.a);
    clusters.delete(pair.b);
    const joined = join(one, two, spread);
    clusters.set(id, joined);
    for (const other of new Set([...one.near, ...two.near])) {
      const theirs = clusters.get(other);
      if (theirs === undefined) continue;
      theirs.near.delete(pair.a);
      theirs.near.delete(pair.b);
      meet(id, other, dot(theirs, spread) / (theirs.size * joined.size));
    }
    for (const feature of joined.features) spread[feature] = 0;
  }
  return joins;
}

/** @param spread all zero before; the joined sum by feature afterwards */
function join(one: Cluster, two: Cluster, spread: Float32Array): Cluster {
  const features: number[] = [];
  for (const cluster of [one, two]) {
    for (let at = 0; at < cluster.features.length; at += 1) {
      const feature = cluster.features[at] ?? 0;
      if (spread[feature] === 0) features.push(feature);
      spread[feature] = (spread[feature] ?? 0) + (cluster.weights[at] ?? 0);
    }
  }
  return {
    size: one.size + two.size,
    features: Int32Array.from(features),
    weights: Float32Array.from(features, (feature) => spread[feature] ?? 0),
    near: new Set(),
  };
}

function dot({ features, weights }: Cluster, spread: Float32Array): number {
  let product = 0;
  for (let at = 0; at < features.length; at += 1) product += (weights[at] ?? 0) * (spread[features[at] ?? 0] ?? 0);
  return product;
}
