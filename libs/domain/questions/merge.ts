import { type Evidence, joined, priceOf, type Source, sourceOf, worthOf } from './evidence.ts';
import { Heap } from './heap.ts';

/** A word tells what a group is about when so many of its questions have it. */
const TELLING = 0.2;
/** How much likelier one source must be than two (e⁵): trees put most of what belongs together on one branch, so what is left is doubtful. */
const MARGIN = 5;

/**
 * Joins groups that one source explains better than two, wherever the trees had put them: the most convincing pair first, as long as
 * there is one. Lone questions stay alone.
 * @param groups the numbers of their questions
 * @param lone how many questions are alone, which is part of a group's price
 */
export function merge(
  groups: readonly (readonly number[])[],
  { words, shares, sizes }: Evidence,
  firmness: number,
  lone: number,
): readonly (readonly number[])[] {
  const members = groups.map((group) => [...group]);
  const sources: (Source | undefined)[] = members.map((group) =>
    sourceOf(
      group.map((at) => words[at] ?? new Int32Array()),
      group.reduce((sum, at) => sum + (sizes[at] ?? 1), 0),
    ),
  );
  const worths = sources.map((source) => (source === undefined ? 0 : worthOf(source, shares, firmness)));
  const tellingOf = (at: number) =>
    [...(sources[at]?.counts ?? [])].flatMap(([word, count]) =>
      count >= TELLING * (members[at]?.length ?? 1) ? [word] : [],
    );
  const holding = new Map<number, Set<number>>();
  const heap = new Heap();
  let open = groups.length + lone;
  const least = () => priceOf(open) + MARGIN;
  /** Compares a group with those that share a telling word, and from then on is found by its own. */
  const meet = (at: number) => {
    const source = sources[at];
    if (source === undefined) return;
    const telling = tellingOf(at);
    for (const other of new Set(telling.flatMap((word) => [...(holding.get(word) ?? [])]))) {
      const theirs = sources[other];
      if (theirs === undefined) continue;
      const gain = togetherOf(source, theirs, shares, firmness) - (worths[at] ?? 0) - (worths[other] ?? 0);
      if (gain >= least()) heap.push(other, at, gain);
    }
    for (const word of telling) {
      const known = holding.get(word);
      if (known === undefined) holding.set(word, new Set([at]));
      else known.add(at);
    }
  };
  for (let at = 0; at < groups.length; at += 1) meet(at);
  for (let pair = heap.pop(); pair !== undefined; pair = heap.pop()) {
    const [one, two] = [sources[pair.a], sources[pair.b]];
    if (one === undefined || two === undefined || pair.similarity < least()) continue;
    sources[pair.a] = undefined;
    sources[pair.b] = undefined;
    open -= 1;
    const source = joined(one, two);
    sources.push(source);
    worths.push(worthOf(source, shares, firmness));
    members.push([...(members[pair.a] ?? []), ...(members[pair.b] ?? [])]);
    meet(sources.length - 1);
  }
  return members.filter((_, at) => sources[at] !== undefined);
}

/** What two sources would be worth as one, without making it. */
function togetherOf(one: Source, two: Source, shares: Float64Array, firmness: number): number {
  const [large, small] = one.counts.size >= two.counts.size ? [one, two] : [two, one];
  const counts = new Map(large.counts);
  return worthOf(joined({ ...large, counts }, small), shares, firmness);
}
