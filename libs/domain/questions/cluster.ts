import { cut, type Evidence } from './evidence.ts';
import { link } from './link.ts';
import { merge } from './merge.ts';
import { neighboursOf } from './neighbours.ts';
import { Places } from './places.ts';
import { smooth } from './smooth.ts';
import { vectorsOf } from './vectors.ts';

/** How far a question looks around, and how alike two must be to be neighbours at all. */
const NEAR = { count: 20, least: 0.12 } as const;
/** How often questions borrow words of their neighbours. */
const ROUNDS = 2;
/** So many questions are compared with each other at once; of more, a sample founds the groups and the others find their places in them. */
const AT_ONCE = 6_000;

/** Texts brought down to words, and what their words say. */
export interface Asked {
  readonly stems: readonly (readonly string[])[];
  readonly evidence: Evidence;
}

/** The groups of different texts, as their numbers; texts that are in none are alone. Each number is in one group at most. */
export function cluster({ stems, evidence }: Asked): readonly (readonly number[])[] {
  let waiting = stems.map((_, at) => at);
  const groups: number[][] = [];
  const alone: number[] = [];
  let places: Places | undefined;
  let firmness = 1;
  while (waiting.length > 0) {
    const founders = waiting.slice(0, AT_ONCE);
    const found = clusterAtOnce(founders, stems, evidence);
    if (places === undefined) firmness = found.firmness;
    places ??= new Places(evidence, firmness);
    for (const members of found.groups) {
      if (members.length === 1) alone.push(...members);
      else {
        places.open(members.map((at) => evidence.words[at] ?? new Int32Array()));
        groups.push([...members]);
      }
    }
    places.alone = alone.length;
    waiting = waiting.slice(AT_ONCE).filter((at) => !settle(at, groups, places, evidence));
  }
  if (stems.length <= AT_ONCE) return groups;
  const still = alone.filter((at) => !settle(at, groups, places, evidence));
  return merge(groups, evidence, firmness, still.length);
}

function settle(at: number, groups: number[][], places: Places | undefined, evidence: Evidence): boolean {
  const place = places?.find(evidence.words[at] ?? new Int32Array());
  if (place !== undefined) groups[place]?.push(at);
  return place !== undefined;
}

function clusterAtOnce(
  members: readonly number[],
  stems: readonly (readonly string[])[],
  evidence: Evidence,
): { readonly groups: readonly (readonly number[])[]; readonly firmness: number } {
  let vectors = vectorsOf(members.map((at) => stems[at] ?? []));
  let neighbours = neighboursOf(vectors, NEAR.count, NEAR.least);
  for (let round = 0; round < ROUNDS; round += 1) {
    vectors = smooth(vectors, neighbours);
    neighbours = neighboursOf(vectors, NEAR.count, NEAR.least);
  }
  const own: Evidence = {
    ...evidence,
    words: members.map((at) => evidence.words[at] ?? new Int32Array()),
    sizes: Float64Array.from(members, (at) => evidence.sizes[at] ?? 1),
  };
  const { of, groups, firmness } = cut(own, link(vectors, neighbours, NEAR.least));
  const found: number[][] = Array.from({ length: groups }, () => []);
  members.forEach((member, at) => {
    found[of[at] ?? 0]?.push(member);
  });
  const lone = found.filter(({ length }) => length === 1);
  const several = found.filter(({ length }) => length > 1);
  return { groups: [...merge(several, evidence, firmness, lone.length), ...lone], firmness };
}
