import { textIn } from '../letters.ts';
import type { Language, Regulation } from '../types.ts';
import { COMPARED, canonical, type Difference, type Pair } from './compare.ts';
import { PARTS } from './names.ts';
import { say } from './sentences.ts';

/** What is different under one clause; the clause is null for what stands under none. */
export interface ClauseDifferences {
  readonly clause: string | null;
  /** The clause's own words, in the newer edition where it still has it. */
  readonly text: string | null;
  readonly sentences: readonly string[];
}

/** Not told: the tenant is the same, the edition is new by its nature, and the clause of the hours is told with them. */
const SILENT: ReadonlySet<string> = new Set(['tenant', 'edition', 'calendarClause']);
/** Worked out from the clocks, whose own difference is told. */
const DERIVED: Readonly<Record<string, readonly string[]>> = { calls: ['repeatAfter'], silence: ['within'] };

/**
 * What a newer edition changes, in words, clause by clause in the order of its clauses; what stands under no clause comes first. Every
 * part of the regulation is compared: what has no words of its own is told as a changed section. Empty where nothing is different.
 */
export function differencesInWords(
  before: Regulation,
  after: Regulation,
  language: Language,
): readonly ClauseDifferences[] {
  const pair: Pair = { before, after, language };
  const parts = new Set([...Object.keys(after), ...Object.keys(before)]) as Set<keyof Regulation>;
  const found = [...parts].flatMap((part) => (SILENT.has(part) ? [] : differencesOf(part, pair)));
  const order = [null, ...after.clauses.keys(), ...before.clauses.keys()];
  return [...Map.groupBy(found, ({ clause }) => clause)]
    .map(([clause, differences]) => ({
      clause,
      text: clauseText(pair, clause),
      sentences: [...new Set(differences.map(({ sentence }) => sentence))],
    }))
    .sort((a, b) => order.indexOf(a.clause) - order.indexOf(b.clause));
}

function differencesOf(part: keyof Regulation, pair: Pair): readonly Difference[] {
  const told = (regulation: Regulation): unknown => {
    const value: unknown = regulation[part];
    const derived = DERIVED[part] ?? [];
    return typeof value === 'object' && value !== null && !(value instanceof Map) && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([key]) => !derived.includes(key)))
      : value;
  };
  const [was, is] = [told(pair.before), told(pair.after)];
  if (canonical(was) === canonical(is)) return [];
  const own = COMPARED[part]?.(pair) ?? [];
  if (own.length > 0) return own;
  const name = PARTS[part]?.[pair.language] ?? part;
  const sentence = say('section', pair.language, { name });
  return [{ clause: clauseIn(is) ?? clauseIn(was), sentence }];
}

function clauseIn(value: unknown): string | null {
  const clause: unknown = typeof value === 'object' && value !== null && 'clause' in value ? value.clause : null;
  return typeof clause === 'string' ? clause : null;
}

function clauseText({ before, after, language }: Pair, clause: string | null): string | null {
  const known = clause === null ? undefined : (after.clauses.get(clause) ?? before.clauses.get(clause));
  return known === undefined ? null : textIn(known.text, language);
}

const CLAUSE: Readonly<Record<Language, string>> = {
  ru: 'Пункт {clause}. {sentence}',
  uk: 'Пункт {clause}. {sentence}',
  kk: '{clause}-тармақ. {sentence}',
  en: 'Clause {clause}. {sentence}',
};
const MORE = '…';

/** The differences as a short text, a line each, for people who are told of a new edition. Never longer than `limit` characters. */
export function differencesInShort(
  differences: readonly ClauseDifferences[],
  language: Language,
  limit: number,
): string {
  const lines = differences.flatMap(({ clause, sentences }) =>
    sentences.map((sentence) =>
      clause === null
        ? sentence
        : CLAUSE[language].replace('{clause}', () => clause).replace('{sentence}', () => sentence),
    ),
  );
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > limit - MORE.length - 1) return text === '' ? line.slice(0, limit) : `${text}\n${MORE}`;
    text = longer;
  }
  return text;
}
