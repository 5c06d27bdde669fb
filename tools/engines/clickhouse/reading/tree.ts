/** The engine's own reading of a statement (`EXPLAIN AST`) as a tree. */

export interface Node {
  readonly kind: string;
  /** What stands behind the kind: a name, a value; empty for most. */
  readonly label: string;
  readonly children: readonly Node[];
}

interface Line {
  readonly depth: number;
  readonly kind: string;
  readonly label: string;
  /** How many children the engine says the node has. */
  readonly announced: number;
}

/** Blanks for depth, the kind, then what the kind says of itself. */
const LINE = /^( *)([A-Za-z][\w:]*)(?: (.*))?$/;
const CHILDREN = /(?:^| )\(children (\d+)\)$/;
const ALIAS = /(?:^| )\(alias [^()\s]+\)$/;

function readLine(text: string): Line | undefined {
  const [, blanks, kind, rest = ''] = LINE.exec(text) ?? [];
  if (blanks === undefined || kind === undefined) return undefined;
  const announced = Number(CHILDREN.exec(rest)?.[1] ?? 0);
  const label = rest.replace(CHILDREN, '').replace(ALIAS, '').trim();
  return { depth: blanks.length, kind, label, announced };
}

/**
 * Reads the tree, or gives undefined when the text is not exactly one tree. A name with a line break in it, or with
 * words of the engine's own notation, would make a false line: then the numbers of children no longer agree, and such a
 * statement is nobody's honest query.
 */
export function readTree(text: string): Node | undefined {
  const lines: Line[] = [];
  for (const raw of text.replace(/\n+$/, '').split('\n')) {
    const line = readLine(raw);
    if (line === undefined) return undefined;
    lines.push(line);
  }
  let at = 0;
  const read = (depth: number): Node | undefined => {
    const line = lines[at];
    if (line === undefined || line.depth !== depth) return undefined;
    at++;
    const children: Node[] = [];
    for (let n = 0; n < line.announced; n++) {
      const child = read(depth + 1);
      if (child === undefined) return undefined;
      children.push(child);
    }
    return { kind: line.kind, label: line.label, children };
  };
  const root = read(0);
  return at === lines.length ? root : undefined;
}
