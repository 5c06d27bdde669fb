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

/** What two words together count against each word by itself: “set” and “alarm” tell little, “set alarm” tells what is asked. */
const TOGETHER = { weight: 0.8, words: 25 } as const;

/**
 * Turns texts into vectors: their words, runs of letters, and pairs of words whatever their order. How telling a feature is (IDF) is
 * learned from these very texts; what occurs in one text only is left out, and what is repeated within a text counts once.
 */
export function vectorsOf(texts: readonly (readonly string[])[]): Vectors {
  const single = weigh(texts.map(countsOf));
  const pairs = weigh(texts.map(pairsOf));
  const rows = new Rows(single.size + pairs.size);
  single.rows.forEach((own, at) => {
    const apart = (pairs.rows[at] ?? []).map(([id, weight]) => [single.size + id, TOGETHER.weight * weight] as const);
    rows.add([...own, ...apart]);
  });
  return rows.done();
}

type Entry = readonly [feature: number, weight: number];

/** Multiplies what each text counts by how telling it is among all, and brings each text to length one. */
function weigh(texts: readonly ReadonlyMap<string, number>[]) {
  const ids = new Map<string, number>();
  const seenIn: number[] = [];
  const counted = texts.map((counts) =>
    [...counts].map(([feature, weight]): Entry => {
      const id = ids.get(feature) ?? ids.size;
      ids.set(feature, id);
      seenIn[id] = (seenIn[id] ?? 0) + 1;
      return [id, weight];
    }),
  );
  const telling = seenIn.map((count) =>
    count < 2 ? 0 : Math.max(0, Math.log((1 + texts.length) / (0.5 + count))) ** RARITY,
  );
  const rows = counted.map((own) =>
    unit(own.map(([id, weight]): Entry => [id, weight * (telling[id] ?? 0)]).filter(([, weight]) => weight > 0)),
  );
  return { rows, size: ids.size };
}

function unit(entries: readonly Entry[]): Entry[] {
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return entries.map(([feature, weight]) => [feature, weight / length]);
}

/** Of a long text the first words by their letters: as good a choice as any other, and the work stays bounded. */
function pairsOf(stems: readonly string[]): ReadonlyMap<string, number> {
  const words = [...new Set(stems)].sort().slice(0, TOGETHER.words);
  return new Map(words.flatMap((one, at) => words.slice(at + 1).map((other) => [`${one} ${other}`, 1] as const)));
}

function countsOf(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string, weight: number) => counts.set(feature, (counts.get(feature) ?? 0) + weight);
  for (const stem of new Set(stems)) {
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
  add(entries: readonly Entry[]): void {
    for (const [feature, weight] of unit(entries).sort((a, b) => a[0] - b[0])) {
      this.#features.push(feature);
      this.#weights.push(weight);
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
