import { evidenceOf, firmnessOf } from './evidence.ts';
import { type Grouped, groupQuestions } from './group.ts';
import { Places } from './places.ts';
import { type Question, unitsOf } from './units.ts';

/** A group that exists: from an earlier month, or as a manager made it. */
export interface KnownGroup {
  readonly id: string;
  /** Texts that belong to it. A hundred tell as much as thousands. */
  readonly questions: readonly string[];
}

export interface Assigned {
  /** The ids of the questions that belong to each known group, in the order given; groups that nobody asked are left out. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** What belongs to none of them, in the order given. */
  readonly left: readonly Question[];
}

export interface Continued extends Grouped {
  /** The questions of each known group; `groups` are those that nobody knew before. */
  readonly known: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds for each question the known group that it belongs to, if it clearly does: likelier by a margin than being of none, and than
 * the second-best group. The order of questions and of groups decides nothing. Linear in both.
 */
export function assignQuestions(known: readonly KnownGroup[], questions: readonly Question[]): Assigned {
  const [units = [], ...examples] = unitsOf([
    questions,
    ...known.map(({ questions: texts }) => texts.map((text) => ({ id: text, text }))),
  ]);
  const evidence = evidenceOf([...examples.flat(), ...units].map(({ stems }) => stems));
  const places = new Places(evidence, firmnessOf(evidence));
  let next = 0;
  for (const own of examples) {
    places.open(evidence.words.slice(next, next + own.length));
    next += own.length;
  }
  const find = () => units.map((_, at) => places.find(evidence.words[next + at] ?? new Int32Array()));
  // How many are of none decides how likely it is to be of none.
  places.alone = find().filter((place) => place === undefined).length;
  const placeOf = new Map<string, number | undefined>();
  find().forEach((place, at) => {
    for (const { id } of units[at]?.members ?? []) placeOf.set(id, place);
  });
  const assigned = new Map<string, string[]>();
  for (const { id } of questions) {
    const group = known[placeOf.get(id) ?? -1]?.id;
    if (group === undefined) continue;
    const own = assigned.get(group);
    if (own === undefined) assigned.set(group, [id]);
    else own.push(id);
  }
  return { groups: assigned, left: questions.filter(({ id }) => placeOf.get(id) === undefined) };
}

/** A further month: its questions join the groups that are known, so a group keeps its identity; the others are grouped anew. */
export function continueGroups(known: readonly KnownGroup[], questions: readonly Question[]): Continued {
  const { groups, left } = assignQuestions(known, questions);
  return { known: groups, ...groupQuestions(left) };
}
