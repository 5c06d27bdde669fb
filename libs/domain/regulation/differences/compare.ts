import { hoursInWords } from '../hours.ts';
import { textIn } from '../letters.ts';
import type { Channel, ClockRule, Language, LetterKind, Named, Regulation, Text } from '../types.ts';
import { CHANNEL_NAMES, LETTER_NAMES, NONE, ORDINARY_DAY, PARTS, QUEUE_ORDERS } from './names.ts';
import { type SentenceKey, say, type Values } from './sentences.ts';
import { dateInWords, dayInWords, partsInWords, targetInWords } from './spans.ts';

/** One difference, and the clause it belongs to where it belongs to one. */
export interface Difference {
  readonly clause: string | null;
  readonly sentence: string;
}

/** Both editions, and the language to speak of them in. */
export interface Pair {
  readonly before: Regulation;
  readonly after: Regulation;
  readonly language: Language;
}

type Part = keyof Regulation;
type Compare = (pair: Pair) => readonly Difference[];

/** Days that are told one by one; more of them are counted. */
const DAYS_TOLD = 10;

const difference = (pair: Pair, clause: string | null, key: SentenceKey, values: Values): Difference => ({
  clause,
  sentence: say(key, pair.language, values),
});
const partName = (part: string, language: Language): string => PARTS[part]?.[language] ?? part;

/** Values of any shape, maps too, in one form in which equal ones are equal. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part)) ?? 'null';
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Where a part has words of its own for what is different; the rest of it, and every other part, is told as changed. */
export const COMPARED: Partial<Record<Part, Compare>> = {
  name: (pair) => value(pair, 'name', textOf(pair, pair.before.name), textOf(pair, pair.after.name)),
  organisation: (pair) =>
    value(pair, 'organisation', textOf(pair, pair.before.organisation), textOf(pair, pair.after.organisation)),
  phone: (pair) => value(pair, 'phone', pair.before.phone, pair.after.phone),
  email: (pair) => value(pair, 'email', pair.before.email, pair.after.email),
  queueOrder: (pair) => {
    const words = ({ queueOrder }: Regulation) => QUEUE_ORDERS[queueOrder][pair.language];
    return value(pair, 'queueOrder', words(pair.before), words(pair.after));
  },
  clauses: compareClauses,
  calendar: compareCalendar,
  clocks: compareClocks,
  channels: compareChannels,
  letters: compareLetters,
  products: (pair) => compareNamed(pair, 'products', pair.before.products, pair.after.products),
  clientCategories: (pair) =>
    compareNamed(pair, 'clientCategories', pair.before.clientCategories, pair.after.clientCategories),
  kinds: (pair) => compareNamed(pair, 'kinds', pair.before.kinds, pair.after.kinds),
  skills: (pair) => compareNamed(pair, 'skills', pair.before.skills, pair.after.skills),
  entryPoints: (pair) => compareNamed(pair, 'entryPoints', pair.before.entryPoints, pair.after.entryPoints),
  vendors: (pair) => compareNamed(pair, 'vendors', pair.before.vendors, pair.after.vendors),
  reasons: (pair) => compareNamed(pair, 'reasons', pair.before.reasons, pair.after.reasons),
  categories: (pair) =>
    compareNamed(pair, 'categories', [...pair.before.categories.values()], [...pair.after.categories.values()]),
};

const textOf = ({ language }: Pair, text: Text): string => textIn(text, language);

function value(pair: Pair, part: Part, before: string | null, after: string | null): readonly Difference[] {
  if (before === after) return [];
  const none = NONE[pair.language];
  return [
    difference(pair, null, 'value', {
      name: partName(part, pair.language),
      before: before ?? none,
      after: after ?? none,
    }),
  ];
}

function compareClauses(pair: Pair): readonly Difference[] {
  const { before, after } = pair;
  const numbers = new Set([...after.clauses.keys(), ...before.clauses.keys()]);
  return [...numbers].flatMap((number) => {
    const [was, is] = [before.clauses.get(number), after.clauses.get(number)];
    if (is === undefined)
      return was ? [difference(pair, number, 'clause-removed', { before: textOf(pair, was.text) })] : [];
    if (was === undefined) return [difference(pair, number, 'clause-added', { after: textOf(pair, is.text) })];
    const words = { before: textOf(pair, was.text), after: textOf(pair, is.text) };
    return words.before === words.after ? [] : [difference(pair, number, 'clause-reworded', words)];
  });
}

function compareCalendar(pair: Pair): readonly Difference[] {
  const { before, after, language } = pair;
  const clause = after.calendarClause;
  const found: Difference[] = [];
  const told = (key: SentenceKey, was: string, is: string): void => {
    if (was !== is) found.push(difference(pair, clause, key, { before: was, after: is }));
  };
  told('hours', hoursInWords(before.calendar, language), hoursInWords(after.calendar, language));
  told('zone', before.calendar.timeZone, after.calendar.timeZone);
  const dates = [...new Set([...before.calendar.exceptions.keys(), ...after.calendar.exceptions.keys()])]
    .filter(
      (date) => !isSameDay(before.calendar.exceptions.get(date), after.calendar.exceptions.get(date), found.length > 0),
    )
    .sort();
  if (dates.length > DAYS_TOLD) return [...found, difference(pair, clause, 'days', { after: String(dates.length) })];
  const words = ({ calendar }: Regulation, date: string): string => {
    const day = calendar.exceptions.get(date);
    return day === undefined ? ORDINARY_DAY[language] : dayInWords(day.hours, language);
  };
  for (const date of dates) {
    const values = { name: dateInWords(date, language), before: words(before, date), after: words(after, date) };
    found.push(difference(pair, clause, 'day', values));
  }
  return found;
}

type Day = ReturnType<Regulation['calendar']['exceptions']['get']>;

/** Where the ordinary hours are other ones, a short day of the production calendar is too: that is told with the hours. */
const isSameDay = (was: Day, is: Day, followsTheWeek: boolean): boolean =>
  same(was?.hours, is?.hours) ||
  (followsTheWeek && was?.reason === is?.reason && was?.hours.length !== 0 && is?.hours.length !== 0);

function compareClocks(pair: Pair): readonly Difference[] {
  const { before, after, language } = pair;
  const was = new Map(before.clocks.map((rule) => [rule.id, rule]));
  const is = new Map(after.clocks.map((rule) => [rule.id, rule]));
  const added = after.clocks.filter(({ id }) => !was.has(id));
  const removed = before.clocks.filter(({ id }) => !is.has(id));
  const named = (rule: ClockRule, of: Regulation) => ({ name: clockName(pair, rule, of) });
  return [
    ...after.clocks.flatMap((rule) => compareClock(pair, was.get(rule.id), rule)),
    ...added.map((rule) =>
      difference(pair, rule.clause, 'clock-added', {
        ...named(rule, after),
        after: targetInWords(rule, after.calendar, language),
      }),
    ),
    ...removed.map((rule) =>
      difference(pair, rule.clause, 'clock-removed', {
        ...named(rule, before),
        before: targetInWords(rule, before.calendar, language),
      }),
    ),
  ];
}

/** The clock's name; of a cell of a table of targets with the client and the kind of request that it is for. */
function clockName({ language }: Pair, { id, name, applies }: ClockRule, of: Regulation): string {
  const words = textIn(name, language);
  if (!id.includes('.')) return words;
  const named = (items: readonly Named[], ids: readonly string[]) =>
    items.filter((item) => ids.includes(item.id)).map((item) => textIn(item.name, language));
  const cell = [...named(of.clientCategories, applies.clientCategories), ...named(of.kinds, applies.kinds)];
  return `${words} (${cell.join(', ')})`;
}

function compareClock(pair: Pair, was: ClockRule | undefined, is: ClockRule): readonly Difference[] {
  if (was === undefined) return [];
  const { before, after, language } = pair;
  const name = clockName(pair, is, after);
  const tell = (key: SentenceKey, values: Values = {}) => difference(pair, is.clause, key, { name, ...values });
  const found: Difference[] = [];
  const renamed = { name: partName('clocks', language), before: textOf(pair, was.name), after: textOf(pair, is.name) };
  if (renamed.before !== renamed.after) found.push(difference(pair, is.clause, 'item-renamed', renamed));
  const target = {
    before: targetInWords(was, before.calendar, language),
    after: targetInWords(is, after.calendar, language),
  };
  if (target.before !== target.after) found.push(tell('clock-target', target));
  const warnings = { before: partsInWords(was.warnAt, language), after: partsInWords(is.warnAt, language) };
  if (warnings.before !== warnings.after) found.push(tell('clock-warnings', warnings));
  if (!same(was.onExpiry, is.onExpiry)) found.push(tell('clock-expiry'));
  if (!same(was.applies, is.applies)) found.push(tell('clock-applies'));
  if (was.toldToRequester !== is.toldToRequester) found.push(tell(is.toldToRequester ? 'clock-told' : 'clock-untold'));
  const run = ({ startsOn, stopsOn, cancelsOn, pauses, restart, dueBy }: ClockRule) => [
    ...[startsOn, stopsOn, cancelsOn, restart, dueBy],
    pauses.map(({ from, until }) => [from, until]),
  ];
  if (!same(run(was), run(is))) found.push(tell('clock-facts'));
  return found;
}

function compareChannels(pair: Pair): readonly Difference[] {
  const { before, after, language } = pair;
  const channels = new Set<Channel>([...after.channels.keys(), ...before.channels.keys()]);
  return [...channels].flatMap((channel) => {
    const [was, is] = [before.channels.get(channel), after.channels.get(channel)];
    const [wasOpen, isOpen] = [was?.open ?? false, is?.open ?? false];
    const name = CHANNEL_NAMES[channel][language];
    const clause = is?.clause ?? was?.clause ?? null;
    if (wasOpen !== isOpen) return [difference(pair, clause, isOpen ? 'channel-opened' : 'channel-closed', { name })];
    if (same(was, is)) return [];
    return [difference(pair, clause, 'item-changed', { name: partName('channels', language), after: name })];
  });
}

function compareLetters(pair: Pair): readonly Difference[] {
  const { before, after, language } = pair;
  const kinds = new Set<LetterKind>([...after.letters.keys(), ...before.letters.keys()]);
  return [...kinds].flatMap((kind) => {
    const [was, is] = [before.letters.get(kind), after.letters.get(kind)];
    if (same(was, is)) return [];
    return [difference(pair, is?.clause ?? was?.clause ?? null, 'letter', { name: LETTER_NAMES[kind][language] })];
  });
}

function compareNamed<T extends Named>(
  pair: Pair,
  part: Part,
  before: readonly T[],
  after: readonly T[],
): readonly Difference[] {
  const name = partName(part, pair.language);
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Map(after.map((item) => [item.id, item]));
  const changed = after.flatMap((item): Difference[] => {
    const old = was.get(item.id);
    const values = { name, after: textOf(pair, item.name) };
    const clause = clauseOf(item);
    if (old === undefined) return [difference(pair, clause, 'item-added', values)];
    const oldName = textOf(pair, old.name);
    const renamed =
      oldName === values.after ? [] : [difference(pair, clause, 'item-renamed', { ...values, before: oldName })];
    const conditions = same({ ...old, name: null }, { ...item, name: null })
      ? []
      : [difference(pair, clause, 'item-changed', values)];
    return [...renamed, ...conditions];
  });
  const removed = before
    .filter(({ id }) => !is.has(id))
    .map((item) => difference(pair, clauseOf(item), 'item-removed', { name, before: textOf(pair, item.name) }));
  return [...changed, ...removed];
}

function clauseOf(item: Named): string | null {
  const clause: unknown = 'clause' in item ? item.clause : null;
  return typeof clause === 'string' ? clause : null;
}
