/** So many letters of a stem count: endings that make a word of another kind are beyond them. */
const LONGEST = 6;
/** A stem that is the beginning of another, by so many letters at most, is the same word. */
const SHORTEST_BEGINNING = 4;
const LONGER_BY = 2;
/** A typing error is suspected in a stem of so many letters, when another differs by one letter and is so many times as common. */
const SHORTEST_MISTAKEN = 5;
const MORE_COMMON = 3;

/**
 * What each stem of a collection is read as: rare ones that differ by one letter from a common one as that one (typing errors), longer
 * ones as the shorter one that they begin with. Learnt from the collection, so names and terms of a trade are spelt its way.
 * @param counts in how many texts each stem occurs
 */
export function spellingsOf(counts: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const byGap = new Map<string, string[]>();
  for (const [stem, count] of counts) {
    if (count < MORE_COMMON || stem.length < SHORTEST_MISTAKEN - 1) continue;
    for (const gap of gapsOf(stem)) {
      const known = byGap.get(gap);
      if (known === undefined) byGap.set(gap, [stem]);
      else known.push(stem);
    }
  }
  const corrected = new Map<string, string>();
  for (const [stem, count] of counts) {
    if (stem.length < SHORTEST_MISTAKEN) continue;
    let best = stem;
    for (const gap of gapsOf(stem)) {
      for (const other of byGap.get(gap) ?? []) {
        const times = counts.get(other) ?? 0;
        if (other === stem || times < MORE_COMMON * count || !isOneOff(stem, other)) continue;
        const bestTimes = counts.get(best) ?? 0;
        if (best === stem || times > bestTimes || (times === bestTimes && other < best)) best = other;
      }
    }
    corrected.set(stem, best);
  }
  const short = (stem: string) => (corrected.get(stem) ?? stem).slice(0, LONGEST);
  const known = new Set([...counts.keys()].map(short));
  const result = new Map<string, string>();
  for (const stem of counts.keys()) {
    let root = short(stem);
    for (let length = Math.max(SHORTEST_BEGINNING, root.length - LONGER_BY); length < root.length; length += 1) {
      if (known.has(root.slice(0, length))) {
        root = root.slice(0, length);
        break;
      }
    }
    result.set(stem, root);
  }
  return result;
}

/** The stem itself and everything that is left when one letter is taken away: two that are one letter apart have one of them in common. */
function gapsOf(stem: string): readonly string[] {
  return [stem, ...Array.from(stem, (_, at) => stem.slice(0, at) + stem.slice(at + 1))];
}

/** Whether one letter is missing, too many, another, or changed places with the next. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
