export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** The most similar pair first; equal ones in the order of their numbers, so that the result never depends on chance. */
export class Heap {
  readonly #items: Pair[] = [];

  push(a: number, b: number, similarity: number): void {
    const items = this.#items;
    items.push({ a, b, similarity });
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
