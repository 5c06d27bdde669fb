import { type Evidence, joiningOf, openingOf } from './evidence.ts';
import { logRising } from './gamma.ts';

interface Place {
  readonly counts: Map<number, number>;
  /** Words and questions so far. */
  length: number;
  size: number;
}

/** How much likelier than being of no group, and than the second-best group, a place must be: at least as likely, and e times. */
const MARGIN = { alone: 0, second: 1 } as const;

/** Groups as sources of words, to find the one that a further question belongs to. The same model that cuts the trees (evidence.ts). */
export class Places {
  readonly #places: Place[] = [];
  readonly #holding = new Map<number, Set<number>>();
  readonly #shares: Float64Array;
  readonly #firmness: number;

  /** @param firmness how strongly a group's words are held to be everybody's */
  constructor({ shares }: Pick<Evidence, 'shares'>, firmness: number) {
    this.#shares = shares;
    this.#firmness = firmness;
  }

  /** How many questions are known to be of no group: the more there are, the likelier the next one is of none. */
  alone = 0;

  /** @param questions the words of each question of a new group. @returns its number, from 0 */
  open(questions: readonly Int32Array[]): number {
    const place: Place = { counts: new Map(), length: 0, size: questions.length };
    const number = this.#places.length;
    for (const words of questions) {
      for (const word of words) {
        place.counts.set(word, (place.counts.get(word) ?? 0) + 1);
        const holding = this.#holding.get(word);
        if (holding === undefined) this.#holding.set(word, new Set([number]));
        else holding.add(number);
      }
      place.length += words.length;
    }
    this.#places.push(place);
    return number;
  }

  /** The group whose words these likely are, or undefined when they are of none, or of two alike. Only groups that have one of the words are asked. */
  find(words: Int32Array): number | undefined {
    const candidates = new Set<number>();
    for (const word of words) for (const place of this.#holding.get(word) ?? []) candidates.add(place);
    let [first, second, found] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, -1];
    for (const number of candidates) {
      const worth = this.#worth(words, this.#places[number]);
      if (worth > first) [first, second, found] = [worth, first, number];
      else if (worth > second) second = worth;
    }
    return first >= this.#worth(words, undefined) + MARGIN.alone && first >= second + MARGIN.second ? found : undefined;
  }

  /** The logarithm of how likely it is that these words are asked next, and of this group. */
  #worth(words: Int32Array, place: Place | undefined): number {
    let sum = place === undefined ? openingOf(this.#places.length + this.alone) : joiningOf(place.size);
    for (const word of words)
      sum += Math.log((place?.counts.get(word) ?? 0) + this.#firmness * (this.#shares[word] ?? 0));
    return sum - logRising(this.#firmness + (place?.length ?? 0), words.length);
  }
}
