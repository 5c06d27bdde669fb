import { cluster } from './cluster.ts';
import { evidenceOf } from './evidence.ts';
import { nameOf } from './name.ts';
import { type Question, unitsOf } from './units.ts';

export interface QuestionGroup {
  /** The most typical question that was really asked. Personal data is the caller's to mask before grouping. */
  readonly name: string;
  readonly count: number;
  /** In the order given. */
  readonly members: readonly string[];
}

export interface Grouped {
  /** The most frequent first. */
  readonly groups: readonly QuestionGroup[];
  /** Questions that nobody else asked. */
  readonly alone: readonly string[];
}

const FEWEST = 2;

/**
 * Groups questions by what they ask, whatever their words' forms, order, case, typing errors, alphabet and politeness. Deterministic:
 * the order in which questions are given decides nothing but the order of members. Linear in the number of different questions; the
 * same question asked a thousand times costs as much as once.
 */
export function groupQuestions(questions: readonly Question[]): Grouped {
  const units = unitsOf(questions);
  const stems = units.map((unit) => unit.stems);
  const groups: QuestionGroup[] = [];
  const isGrouped = new Uint8Array(units.length);
  const order = new Map(questions.map(({ id }, at) => [id, at]));
  const idsOf = (some: readonly Question[]) =>
    some.map(({ id }) => id).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const add = (members: readonly number[]) => {
    const own = members.flatMap((at) => units[at] ?? []);
    const all = own.flatMap(({ members: same }) => same);
    // Whoever said nothing, or whose words were erased, asks nothing that another asks.
    if (all.length < FEWEST || own.every((unit) => unit.stems.length === 0)) return;
    for (const at of members) isGrouped[at] = 1;
    groups.push({ name: nameOf(own), count: all.length, members: idsOf(all) });
  };
  const evidence = evidenceOf(
    stems,
    units.map(({ members }) => members.length),
  );
  for (const members of cluster({ stems, evidence })) add(members);
  units.forEach((_, at) => {
    if (isGrouped[at] === 0) add([at]);
  });
  groups.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return {
    groups,
    alone: idsOf(units.flatMap(({ members }, at) => (isGrouped[at] === 0 ? members : []))),
  };
}
