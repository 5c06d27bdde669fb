import type { Neighbours } from './neighbours.ts';
import { Rows, type Vectors } from './vectors.ts';

/** How much a question borrows of its neighbours' words, and how many words it may hold then: the strongest, so that vectors stay short. */
const BORROWED = { part: 0.6, keep: 80 } as const;

/** Lends every vector something of its neighbours': words that are used in the same questions come to mean alike, without any dictionary. */
export function smooth(vectors: Vectors, { most, counts, others, similarities }: Neighbours): Vectors {
  const { starts, features, weights, size } = vectors;
  const rows = new Rows(size);
  const sums = new Float64Array(size);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const touched: number[] = [];
    const add = (other: number, part: number) => {
      for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at += 1) {
        const feature = features[at] ?? 0;
        if (sums[feature] === 0) touched.push(feature);
        sums[feature] = (sums[feature] ?? 0) + part * (weights[at] ?? 0);
      }
    };
    add(row, 1);
    const [from, to] = [row * most, row * most + (counts[row] ?? 0)];
    let total = 0;
    // The square: a close neighbour is believed far more than a distant one.
    for (let at = from; at < to; at += 1) total += (similarities[at] ?? 0) ** 2;
    for (let at = from; at < to; at += 1) {
      add(others[at] ?? 0, (BORROWED.part * (similarities[at] ?? 0) ** 2) / total);
    }
    const all = touched.map((feature): [number, number] => [feature, sums[feature] ?? 0]);
    for (const feature of touched) sums[feature] = 0;
    all.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    rows.add(all.slice(0, BORROWED.keep));
  }
  return rows.done();
}
