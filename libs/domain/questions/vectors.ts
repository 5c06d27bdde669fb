/** Texts as weights of features, one after the other: row `r` stands from `starts[r]` to `starts[r + 1]`, its features rising, its length one. */
export interface Vectors {
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly weights: Float32Array;
  /** How many different features there are. */
  readonly size: number;
}

/** What letters count against whole words: letters forgive typing errors, words tell what is meant. */
const LETTERS = { weight: 0.5, shortest: 3, longest: 4 } as const;
/** Below one: in a collection about few things the words of these things are common, and still what tells them apart. */
const RARITY = 0.7;

/** Turns texts into vectors; how telling a feature is (IDF) is learned from these very texts, and what occurs in one text only is left out. */
export function vectorsOf(texts: readonly (readonly string[])[]): Vectors {
  const ids = new Map<string, number>();
  const seenIn: number[] = [];
  const counted = texts.map((stems) => {
    const own: [number, number][] = [];
    for (const [feature, weight] of countsOf(stems)) {
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
  const telling = seenIn.map((count) =>
    count < 2 ? 0 : Math.max(0, Math.log((1 + texts.length) / (0.5 + count))) ** RARITY,
  );
  const rows = new Rows(ids.size);
  for (const own of counted) {
    rows.add(own.map(([id, weight]): [number, number] => [id, weight * (telling[id] ?? 0)]).filter(([, w]) => w > 0));
  }
  return rows.done();
}

function countsOf(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string, weight: number) => counts.set(feature, (counts.get(feature) ?? 0) + weight);
  for (const stem of stems) {
    add(stem, 1);
    const framed = `_${stem}_`;
    for (let length: number = LETTERS.shortest; length <= LETTERS.longest; length += 1) {
      const weight = LETTERS.weight / Math.sqrt(Math.max(1, framed.length - length));
      for (let from = 0; from + length <= framed.length; from += 1)
        add(`~${framed.slice(from, from + length)}`, weight);
    }
  }
  return counts;
}

/** Puts vectors down one after the other. */
export class Rows {
  readonly #starts: number[] = [0];
  readonly #features: number[] = [];
  readonly #weights: number[] = [];
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** @param entries features and weights in any order; brought to length one */
  add(entries: (readonly [feature: number, weight: number])[]): void {
    let square = 0;
    for (const [, weight] of entries) square += weight * weight;
    const length = Math.sqrt(square) || 1;
    entries.sort((a, b) => a[0] - b[0]);
    for (const [feature, weight] of entries) {
      this.#features.push(feature);
      this.#weights.push(weight / length);
    }
    this.#starts.push(this.#features.length);
  }

  done(): Vectors {
    return {
      starts: Int32Array.from(this.#starts),
      features: Int32Array.from(this.#features),
      weights: Float32Array.from(this.#weights),
      size: this.#size,
    };
  }
}
