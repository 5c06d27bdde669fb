import type { Vectors } from './vectors.ts';

/** The most similar others of each row, the strongest first: of row `r` there are `counts[r]`, from `r * most` on. */
export interface Neighbours {
  readonly most: number;
  readonly counts: Int32Array;
  readonly others: Int32Array;
  readonly similarities: Float32Array;
}

/** @param least how alike two must be to be neighbours at all; ties go to the lower number, so that chance decides nothing */
export function neighboursOf(vectors: Vectors, most: number, least: number): Neighbours {
  const { starts, features, weights } = vectors;
  const rows = starts.length - 1;
  const index = indexOf(vectors);
  const found: Neighbours = {
    most,
    counts: new Int32Array(rows),
    others: new Int32Array(rows * most),
    similarities: new Float32Array(rows * most),
  };
  const sums = new Float32Array(rows);
  const touched = new Int32Array(rows);
  for (let self = 0; self < rows; self += 1) {
    let reached = 0;
    for (let at = starts[self] ?? 0; at < (starts[self + 1] ?? 0); at += 1) {
      const feature = features[at] ?? 0;
      const weight = weights[at] ?? 0;
      for (let i = index.starts[feature] ?? 0; i < (index.starts[feature + 1] ?? 0); i += 1) {
        const other = index.rows[i] ?? 0;
        const sum = sums[other] ?? 0;
        if (sum === 0) {
          touched[reached] = other;
          reached += 1;
        }
        sums[other] = sum + weight * (index.weights[i] ?? 0);
      }
    }
    for (let i = 0; i < reached; i += 1) {
      const other = touched[i] ?? 0;
      const similarity = sums[other] ?? 0;
      sums[other] = 0;
      if (other !== self && similarity >= least) keep(found, self, other, similarity);
    }
  }
  return found;
}

/** Puts a neighbour in its place among those found so far, if it is among the strongest. */
function keep(
  { most, counts, others, similarities }: Neighbours,
  row: number,
  other: number,
  similarity: number,
): void {
  const from = row * most;
  const known = counts[row] ?? 0;
  const isBefore = (at: number) => {
    const theirs = similarities[at] ?? 0;
    return similarity !== theirs ? similarity > theirs : other < (others[at] ?? 0);
  };
  if (known === most && !isBefore(from + most - 1)) return;
  let at = from + Math.min(known, most - 1);
  for (; at > from && isBefore(at - 1); at -= 1) {
    others[at] = others[at - 1] ?? 0;
    similarities[at] = similarities[at - 1] ?? 0;
  }
  others[at] = other;
  similarities[at] = similarity;
  counts[row] = Math.min(most, known + 1);
}

interface Index {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly weights: Float32Array;
}

/** In which rows each feature occurs. */
function indexOf({ starts, features, weights, size }: Vectors): Index {
  const from = new Int32Array(size + 1);
  for (const feature of features) from[feature + 1] = (from[feature + 1] ?? 0) + 1;
  for (let feature = 0; feature < size; feature += 1)
    from[feature + 1] = (from[feature + 1] ?? 0) + (from[feature] ?? 0);
  const next = from.slice();
  const index = { starts: from, rows: new Int32Array(features.length), weights: new Float32Array(features.length) };
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const feature = features[at] ?? 0;
      const place = next[feature] ?? 0;
      next[feature] = place + 1;
      index.rows[place] = row;
      index.weights[place] = weights[at] ?? 0;
    }
  }
  return index;
}
