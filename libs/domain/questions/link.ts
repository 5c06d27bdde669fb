import type { Neighbour } from './neighbours.ts';
import type { Vector } from './vectors.ts';

interface Cluster {
  readonly members: number[];
  /** How many texts it stands for: duplicates count. */
  weight: number;
  readonly sum: Map<number, number>;
  readonly near: Map<number, number>;
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/**
 * Average linkage among neighbours: the two most similar clusters are joined again and again, as long as their members are alike
 * on average by at least `least`. Sums of unit vectors give that average exactly; neighbours only say which pairs are worth asking.
 * @param weights how many texts each vector stands for
 * @returns the cluster of each vector, numbered from 0 in the order of first members
 */
export function link(
  vectors: readonly Vector[],
  weights: readonly number[],
  neighbours: readonly (readonly Neighbour[])[],
  least: number,
): Int32Array {
  const clusters = new Map<number, Cluster>();
  vectors.forEach((vector, index) => {
    const weight = weights[index] ?? 1;
    const sum = new Map<number, number>();
    for (const [at, feature] of vector.features.entries()) sum.set(feature, weight * (vector.weights[at] ?? 0));
    clusters.set(index, { members: [index], weight, sum, near: new Map() });
  });
  const heap = new Heap();
  const meet = (a: number, b: number, similarity: number) => {
    clusters.get(a)?.near.set(b, similarity);
    clusters.get(b)?.near.set(a, similarity);
    if (similarity >= least) heap.push({ a: Math.min(a, b), b: Math.max(a, b), similarity });
  };
  neighbours.forEach((near, index) => {
    for (const { other, similarity } of near) if (!clusters.get(index)?.near.has(other)) meet(index, other, similarity);
  });
  let next = vectors.length;
  for (let pair = heap.pop(); pair !== undefined; pair = heap.pop()) {
    const [one, two] = [clusters.get(pair.a), clusters.get(pair.b)];
    if (one === undefined || two === undefined) continue;
    const id = next;
    next += 1;
    clusters.delete(pair.a);
    clusters.delete(pair.b);
    const joined = join(one, two);
    clusters.set(id, joined);
    const around = new Set([...one.near.keys(), ...two.near.keys()].filter((other) => clusters.has(other)));
    for (const other of around) {
      const theirs = clusters.get(other);
      if (theirs === undefined) continue;
      theirs.near.delete(pair.a);
      theirs.near.delete(pair.b);
      meet(id, other, alike(joined, theirs));
    }
  }
  return numbered(vectors.length, [...clusters.values()]);
}

function join(one: Cluster, two: Cluster): Cluster {
  const [large, small] = one.sum.size >= two.sum.size ? [one, two] : [two, one];
  for (const [feature, weight] of small.sum) large.sum.set(feature, (large.sum.get(feature) ?? 0) + weight);
  return {
    members: [...one.members, ...two.members],
    weight: one.weight + two.weight,
    sum: large.sum,
    near: new Map(),
  };
}

/** The average similarity of all pairs of members. */
function alike(one: Cluster, two: Cluster): number {
  const [large, small] = one.sum.size >= two.sum.size ? [one, two] : [two, one];
  let product = 0;
  for (const [feature, weight] of small.sum) product += weight * (large.sum.get(feature) ?? 0);
  return product / (one.weight * two.weight);
}

function numbered(count: number, clusters: readonly Cluster[]): Int32Array {
  const of = new Int32Array(count).fill(-1);
  clusters.forEach(({ members }, cluster) => {
    for (const member of members) of[member] = cluster;
  });
  const order = new Map<number, number>();
  return of.map((cluster) => {
    const known = order.get(cluster) ?? order.size;
    order.set(cluster, known);
    return known;
  });
}

/** The most similar pair first; equal ones in the order of their numbers, so that the result never depends on chance. */
class Heap {
  readonly #items: Pair[] = [];

  push(pair: Pair): void {
    const items = this.#items;
    items.push(pair);
    for (let at = items.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Pair | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      let best = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < items.length && this.#before(child, best)) best = child;
      if (best === at) return first;
      this.#swap(at, best);
      at = best;
    }
  }

  #before(one: number, two: number): boolean {
    const [a, b] = [this.#items[one], this.#items[two]];
    if (a === undefined || b === undefined) return false;
    return a.similarity !== b.similarity ? a.similarity > b.similarity : a.a !== b.a ? a.a < b.a : a.b < b.b;
  }

  #swap(one: number, two: number): void {
    const [a, b] = [this.#items[one], this.#items[two]];
    if (a === undefined || b === undefined) return;
    this.#items[one] = b;
    this.#items[two] = a;
  }
}
