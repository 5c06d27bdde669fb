import { type ErrorCode, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Rule, type Saying, said } from './mistake-words/index.ts';
import type { Mistake } from './mistakes.ts';

export type Path = readonly (string | number)[];

/** Rules of the file as a text: there is nothing to say but that. */
type SyntaxRule = Extract<Rule, 'nameTwice' | 'tab' | 'unreadable' | `unreadable${string}`>;

/** A parsed YAML text: its plain value and where each part of it stands. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** Line (from 1) of the deepest part of the path that exists. */
  lineOf(path: Path): number;
  /** The clause the part stands on: its own or its nearest ancestor's `clause`. */
  clauseOf(path: Path): string | null;
}

/** What is told of the reader's own mistakes; of all others only that this is no YAML. */
const SYNTAX: Readonly<Partial<Record<ErrorCode, SyntaxRule>>> = {
  DUPLICATE_KEY: 'nameTwice',
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'unreadableIndent',
  MISSING_CHAR: 'unreadableEnd',
  BLOCK_AS_IMPLICIT_KEY: 'unreadableColon',
  MULTILINE_IMPLICIT_KEY: 'unreadableColon',
  BAD_SCALAR_START: 'unreadableSign',
  UNEXPECTED_TOKEN: 'unreadableSign',
};

/** A mistake at a part of the file, with the part's line and clause. */
export const mistakeAt = (source: Source, path: Path, says: Saying): Mistake => ({
  file: source.file,
  line: source.lineOf(path),
  clause: source.clauseOf(path),
  says,
});

/**
 * Reads YAML in its failsafe form: every plain value is text. So `2.10` stays 2.10, `no` stays "no" and a date stays a
 * date as written; the author needs no quotes to be understood.
 */
export function readSource(text: string, file: string): { source: Source; mistakes: Mistake[] } {
  const lines = new LineCounter();
  const doc = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: true, uniqueKeys: true });
  const mistakes = doc.errors.map(({ code, pos }): Mistake => {
    const says = said(SYNTAX[code] ?? 'unreadable');
    return { file, line: lines.linePos(pos[0]).line, clause: null, says };
  });
  const value: unknown = doc.errors.length > 0 ? null : doc.toJS({ maxAliasCount: 50 });
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  const source: Source = {
    file,
    value,
    lineOf: (path) => lineAt(offsetOf(doc.contents, path)),
    clauseOf: (path) => clauseOf(value, path),
  };
  return { source, mistakes };
}

/** Offset of the key (in a map) or the item (in a list) that the path leads to. */
function offsetOf(root: Node | null, path: Path): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

function clauseOf(root: unknown, path: Path): string | null {
  if (path[0] === 'clauses' && path.length > 1) return String(path[1]);
  let found: string | null = null;
  let node: unknown = root;
  for (const step of ['', ...path]) {
    if (step !== '') node = childOf(node, step);
    const clause = childOf(node, 'clause');
    if (typeof clause === 'string') found = clause;
  }
  return found;
}

/** The part of a plain value under a key; a single value counts as a list of one. */
export function childOf(node: unknown, key: string | number): unknown {
  if (typeof node === 'string') return key === 0 ? node : undefined;
  if (typeof node !== 'object' || node === null) return undefined;
  if (Object.hasOwn(node, key)) return (node as Record<string | number, unknown>)[key];
  return key === 0 && !Array.isArray(node) ? node : undefined;
}
