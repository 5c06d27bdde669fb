/** What a reader may ask, judged on the engine's own reading of the statement: listed things only, all else is refused. */
import { ClickHouseError } from '../errors.ts';
import { isAllowedFunction, isAllowedSource } from './functions.ts';
import { type Node, readTree } from './tree.ts';

/** Parts of a SELECT that say nothing but what their children say. */
const KINDS = new Set([
  'SelectWithUnionQuery',
  'SelectIntersectExceptQuery',
  'SelectQuery',
  'ExpressionList',
  'Subquery',
  'WithElement',
  'TablesInSelectQuery',
  'TablesInSelectQueryElement',
  'TableExpression',
  'TableJoin',
  'ArrayJoin',
  'OrderByElement',
  'InterpolateElement',
  'WindowListElement',
  'WindowDefinition',
  'Asterisk',
  'QualifiedAsterisk',
  'Literal',
  'Identifier',
  'TableIdentifier',
  'Function',
]);

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** Refused as ClickHouse refuses what somebody has no right to. */
const denied = (what: string): ClickHouseError =>
  new ClickHouseError(497, 'ACCESS_DENIED', `A reader's account may not use ${what}.`);

function checkName({ kind, label }: Node, database: string): void {
  if (!PLAIN_NAME.test(label)) throw denied('this name');
  if (kind !== 'TableIdentifier' || !label.includes('.')) return;
  // A name without a database is one of the reader's own views, or of a WITH: nothing else is there.
  if (!label.startsWith(`${database}.`)) throw denied(`the table ${label}`);
}

function checkFunction(node: Node, parent: Node | undefined): void {
  const name = node.label;
  if (parent?.kind === 'TableExpression') {
    if (!isAllowedSource(name)) throw denied(`the table function ${name}`);
    return;
  }
  if (!isAllowedFunction(name)) throw denied(`the function ${name}`);
  // `x IN name` may mean a table that stands there like a column.
  const right = node.children[0]?.children[1];
  if (/in$/i.test(name) && right?.kind === 'Identifier') throw denied('IN with a name; write IN (SELECT …)');
}

function checkNode(node: Node, parent: Node | undefined, database: string): void {
  if (!KINDS.has(node.kind)) throw denied(node.kind);
  if (node.kind === 'Identifier' || node.kind === 'TableIdentifier') checkName(node, database);
  if (node.kind === 'Function') checkFunction(node, parent);
  for (const child of node.children) checkNode(child, node, database);
}

/**
 * @param explained what `EXPLAIN AST` says of the statement
 * @param database the only one whose tables may be named
 * @throws ClickHouseError 497 for anything but one SELECT of listed parts
 */
export function checkReading(explained: string, database: string): void {
  const root = readTree(explained);
  if (root === undefined) throw denied('this statement');
  if (root.kind !== 'SelectWithUnionQuery') throw denied(`anything but SELECT (${root.kind})`);
  // A file to write to, settings and a format stand beside the list of selects.
  if (root.children.length !== 1) throw denied('INTO OUTFILE, SETTINGS or FORMAT inside a statement');
  checkNode(root, undefined, database);
}
