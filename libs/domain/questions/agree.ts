import { type Branches, largestBranches } from './branches.ts';
import type { Join } from './link.ts';

/** The share of the voices by which a branch stands. */
const MOST = 0.5;

/**
 * One cut of the trees out of several: a branch is one group where most of them have it within one. What holds a branch together holds
 * its parts together too, so the largest branches that stand are the groups.
 * @param cuts the group of each question, in each cut
 * @param voices how much each cut has to say
 */
export function agree(cuts: readonly Int32Array[], voices: readonly number[], joins: readonly Join[]): Branches {
  const rows = cuts[0]?.length ?? 0;
  const votes = new Float64Array(joins.length);
  cuts.forEach((cut, at) => {
    const of = new Int32Array(rows + joins.length).fill(-1);
    of.set(cut);
    joins.forEach(({ a, b }, join) => {
      if (of[a] === -1 || of[a] !== of[b]) return;
      of[rows + join] = of[a] ?? -1;
      votes[join] = (votes[join] ?? 0) + (voices[at] ?? 0);
    });
  });
  const enough = MOST * voices.reduce((sum, voice) => sum + voice, 0);
  return largestBranches(rows, joins, (node) => node < rows || (votes[node - rows] ?? 0) >= enough);
}
