import { type Grouped, groupQuestions, type Question, wordsOf } from '../questions/index.ts';

/** A group as it is remembered from earlier: by questions that were really asked, personal data masked. */
export interface KnownGroup {
  readonly id: string;
  /** The most typical first; at most `TYPICAL`. */
  readonly texts: readonly string[];
}

export interface FreshGroup {
  readonly name: string;
  readonly texts: readonly string[];
  /** Ids of questions, in the order given. */
  readonly members: readonly string[];
}

export interface Placement {
  /** The known group of a question, by the question's id. */
  readonly known: ReadonlyMap<string, string>;
  /** Groups that nobody asked in before. */
  readonly fresh: readonly FreshGroup[];
  /** What a known group's questions are typically, now that these were asked. */
  readonly typical: ReadonlyMap<string, readonly string[]>;
}

/** How many questions a group is remembered by: measured over three months, with forty it finds its own again better than with eight. */
export const TYPICAL = 40;
/** Of these at most so many are new each time: a group follows how people ask and stays what it was. */
const NEWER = 20;
/** Apart from anything that an id of a request can be. */
const REMEMBERED = 'remembered:';

/**
 * Puts questions into the groups that are known, and makes groups of the rest: what is remembered of each known group is asked
 * again among the new questions, and whoever is grouped with it belongs to it. Where several known groups meet in one, each question
 * goes to the one whose centre is nearest, so that groups which were parted stay apart. Deterministic.
 * @param group how questions are grouped: the built-in way, or one that stands on outside vectors
 */
export function placeQuestions(
  asked: readonly Question[],
  known: readonly KnownGroup[],
  group: (questions: readonly Question[]) => Grouped = groupQuestions,
): Placement {
  const remembered = new Map<string, string>();
  const anchors = known.flatMap(({ id, texts }) =>
    texts.map((text, at): Question => {
      const anchor = `${REMEMBERED}${id}:${at}`;
      remembered.set(anchor, id);
      return { id: anchor, text };
    }),
  );
  const { groups } = group([...anchors, ...asked]);
  const textOf = new Map(asked.map(({ id, text }) => [id, text]));
  const centres = new Centres(known);
  const placed = new Map<string, string>();
  const fresh: FreshGroup[] = [];
  for (const one of groups) {
    const owners = new Set(one.members.flatMap((id) => remembered.get(id) ?? []));
    const members = one.members.filter((id) => !remembered.has(id));
    const [only] = owners;
    if (only === undefined) {
      const name = nameOf(members, textOf);
      fresh.push({ name, texts: typicalOf(members, textOf, name), members });
    } else
      for (const id of members) {
        const nearest = owners.size === 1 ? only : centres.nearest(textOf.get(id) ?? '', owners);
        placed.set(id, nearest);
      }
  }
  const byGroup = Map.groupBy(placed.keys(), (id) => placed.get(id) ?? '');
  const typical = new Map(
    known.map(({ id, texts }) => {
      const more = typicalOf(byGroup.get(id) ?? [], textOf, texts[0] ?? '').slice(1);
      const kept = texts.slice(0, TYPICAL - Math.min(NEWER, more.length));
      return [id, [...new Set([...kept, ...more])].slice(0, TYPICAL)];
    }),
  );
  return { known: placed, fresh, typical };
}

/**
 * Which of a month's new groups is which of those that the same month had when it was looked at before: those that share most
 * questions first, each once. So a month that is still growing, or is grouped once more, keeps its ids.
 * @param before the questions of each group, by the group's id
 * @returns ids by the places in `fresh`
 */
export function sameAsBefore(
  fresh: readonly FreshGroup[],
  before: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<number, string> {
  const idOf = new Map([...before].flatMap(([id, members]) => members.map((member) => [member, id] as const)));
  const shared = fresh.flatMap(({ members }, at) => {
    const counts = new Map<string, number>();
    for (const member of members) {
      const id = idOf.get(member);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].map(([id, count]) => ({ at, id, count }));
  });
  shared.sort((a, b) => b.count - a.count || a.at - b.at || (a.id < b.id ? -1 : 1));
  const same = new Map<number, string>();
  const taken = new Set<string>();
  for (const { at, id } of shared) {
    if (same.has(at) || taken.has(id)) continue;
    same.set(at, id);
    taken.add(id);
  }
  return same;
}

/** What a group is remembered by that is made by hand of these questions: its name first. */
export function rememberedBy(texts: readonly string[]): readonly string[] {
  const textOf = new Map(texts.map((text, at) => [String(at), text]));
  const ids = [...textOf.keys()];
  return typicalOf(ids, textOf, nameOf(ids, textOf));
}

/**
 * The question that is asked in the words that most of the group use, as they are written: a typing error, an aside, a rare word speak
 * against it. Of equals the one asked most, then the shortest, then the first by letters.
 */
function nameOf(ids: readonly string[], textOf: ReadonlyMap<string, string>): string {
  const texts = new Map<string, number>();
  const holders = new Map<string, number>();
  for (const id of ids) {
    const text = textOf.get(id) ?? '';
    texts.set(text, (texts.get(text) ?? 0) + 1);
    for (const stem of new Set(wordsOf(text).stems)) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  }
  const candidates = [...texts].map(([text, count]) => {
    const stems = new Set(wordsOf(text).stems);
    const held = [...stems].reduce((sum, stem) => sum + (holders.get(stem) ?? 0), 0);
    return { text, count, likeness: held / Math.sqrt(Math.max(1, stems.size)) };
  });
  candidates.sort(
    (a, b) =>
      b.likeness - a.likeness || b.count - a.count || a.text.length - b.text.length || (a.text < b.text ? -1 : 1),
  );
  return candidates[0]?.text ?? '';
}

/** The name first, then the wordings that most people used, each once; of equals the first by letters. */
function typicalOf(ids: readonly string[], textOf: ReadonlyMap<string, string>, name: string): readonly string[] {
  const wordings = new Map<string, { text: string; count: number }>();
  for (const id of ids) {
    const text = textOf.get(id) ?? '';
    const key = keyOf(text);
    const same = wordings.get(key);
    if (same === undefined) wordings.set(key, { text, count: 1 });
    else {
      same.count += 1;
      if (text < same.text) same.text = text;
    }
  }
  wordings.delete(keyOf(name));
  const often = [...wordings.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  return [name, ...often.map(({ text }) => text)].slice(0, TYPICAL);
}

const keyOf = (text: string): string => wordsOf(text).stems.toSorted().join(' ');

/** The middle of each known group: its words' stems, by how many of its remembered questions hold them. */
class Centres {
  readonly #centres = new Map<string, ReadonlyMap<string, number>>();
  /** Words that many groups hold tell little. */
  readonly #holders = new Map<string, number>();

  constructor(known: readonly KnownGroup[]) {
    for (const { id, texts } of known) {
      const centre = new Map<string, number>();
      for (const text of texts)
        for (const stem of new Set(wordsOf(text).stems)) centre.set(stem, (centre.get(stem) ?? 0) + 1 / texts.length);
      this.#centres.set(id, centre);
      for (const stem of centre.keys()) this.#holders.set(stem, (this.#holders.get(stem) ?? 0) + 1);
    }
  }

  /** Of these groups the one whose words the text shares most; of equals the first by id. */
  nearest(text: string, among: ReadonlySet<string>): string {
    const stems = new Set(wordsOf(text).stems);
    let best = { id: '', likeness: -1 };
    for (const id of [...among].sort()) {
      const centre = this.#centres.get(id) ?? new Map<string, number>();
      let shared = 0;
      let square = 0;
      for (const [stem, part] of centre) {
        const telling = Math.log(1 + this.#centres.size / (this.#holders.get(stem) ?? 1));
        square += (part * telling) ** 2;
        if (stems.has(stem)) shared += part * telling * telling;
      }
      const likeness = square === 0 ? 0 : shared / Math.sqrt(square);
      if (likeness > best.likeness) best = { id, likeness };
    }
    return best.id;
  }
}
