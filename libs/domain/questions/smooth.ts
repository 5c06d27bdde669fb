import type { Neighbour } from './neighbours.ts';
import { unit, type Vector } from './vectors.ts';

/**
 * Lends every vector something of its neighbours': words that are used in the same questions come to mean alike, without any
 * dictionary. Only the strongest features stay, so vectors stay short.
 */
export function smooth(
  vectors: readonly Vector[],
  neighbours: readonly (readonly Neighbour[])[],
  { lend, keep }: { readonly lend: number; readonly keep: number },
): Vector[] {
  return vectors.map((vector, index) => {
    const sum = new Map<number, number>();
    const add = ({ features, weights }: Vector, part: number) => {
      features.forEach((feature, at) => {
        sum.set(feature, (sum.get(feature) ?? 0) + part * (weights[at] ?? 0));
      });
    };
    add(vector, 1);
    const near = neighbours[index] ?? [];
    const total = near.reduce((all, { similarity }) => all + similarity, 0);
    for (const { other, similarity } of near) {
      const theirs = vectors[other];
      if (theirs !== undefined && total > 0) add(theirs, (lend * similarity) / total);
    }
    const strongest = [...sum].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, keep);
    strongest.sort((a, b) => a[0] - b[0]);
    return unit({
      features: Int32Array.from(strongest, ([feature]) => feature),
      weights: Float32Array.from(strongest, ([, weight]) => weight),
    });
  });
}
