import type { Join } from './link.ts';

/** The group of each question, numbered from 0, and how many groups there are. */
export interface Branches {
  readonly of: Int32Array;
  readonly groups: number;
}

/**
 * The largest branches that stand are the groups: read from the root down, whatever is below such a branch belongs to it.
 * @param stands whether a node may be a group: a question below `rows`, a join from there on
 */
export function largestBranches(rows: number, joins: readonly Join[], stands: (node: number) => boolean): Branches {
  const of = new Int32Array(rows + joins.length).fill(-1);
  let groups = 0;
  for (let node = of.length - 1; node >= 0; node -= 1) {
    if (of[node] === -1 && stands(node)) {
      of[node] = groups;
      groups += 1;
    }
    const join = joins[node - rows];
    if (join === undefined) continue;
    of[join.a] = of[node] ?? -1;
    of[join.b] = of[node] ?? -1;
  }
  return { of: of.subarray(0, rows), groups };
}
