import type { Words } from './words.ts';

/** A text as weights of its features; unit length, features in rising order. */
export interface Vector {
  readonly features: Int32Array;
  readonly weights: Float32Array;
}

export interface Weighing {
  /** What letters count against whole words: letters forgive typing errors, words tell what is meant. */
  readonly letters: number;
  readonly shortest: number;
  readonly longest: number;
}

export const WEIGHING: Weighing = { letters: 0.5, shortest: 3, longest: 4 };

/** Turns texts into vectors; how telling a feature is (IDF) is learned from these very texts. */
export function vectorsOf(texts: readonly Words[], weighing: Weighing = WEIGHING): { vectors: Vector[]; size: number } {
  const ids = new Map<string, number>();
  const seenIn: number[] = [];
  const counted = texts.map((words) => {
    const counts = countsOf(words, weighing);
    const own: [number, number][] = [];
    for (const [feature, weight] of counts) {
      let id = ids.get(feature);
      if (id === undefined) {
        id = ids.size;
        ids.set(feature, id);
        seenIn.push(0);
      }
      seenIn[id] = (seenIn[id] ?? 0) + 1;
      own.push([id, weight]);
    }
    return own;
  });
  const idf = seenIn.map((count) => Math.log((1 + texts.length) / (0.5 + count)));
  const vectors = counted.map((own) => {
    own.sort((a, b) => a[0] - b[0]);
    const weights = Float32Array.from(own, ([id, weight]) => weight * (idf[id] ?? 0));
    return unit({ features: Int32Array.from(own, ([id]) => id), weights });
  });
  return { vectors, size: ids.size };
}

function countsOf({ stems }: Words, { letters, shortest, longest }: Weighing): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string, weight: number) => counts.set(feature, (counts.get(feature) ?? 0) + weight);
  for (const stem of stems) {
    add(stem, 1);
    const framed = `_${stem}_`;
    for (let length = shortest; length <= longest; length += 1) {
      for (let from = 0; from + length <= framed.length; from += 1) {
        add(`~${framed.slice(from, from + length)}`, letters / Math.sqrt(Math.max(1, framed.length - length)));
      }
    }
  }
  return counts;
}

export function unit({ features, weights }: Vector): Vector {
  let square = 0;
  for (const weight of weights) square += weight * weight;
  const length = Math.sqrt(square);
  return { features, weights: length === 0 ? weights : weights.map((weight) => weight / length) };
}
