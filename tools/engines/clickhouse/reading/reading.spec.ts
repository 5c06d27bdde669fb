import { checkReading } from './check.ts';
import { isAllowedFunction, isAllowedSource } from './functions.ts';
import { readerSettings, readReaders, withoutFormat } from './reader.ts';
import { readTree } from './tree.ts';

const select = (...columns: string[]): string =>
  [
    'SelectWithUnionQuery (children 1)',
    ' ExpressionList (children 1)',
    '  SelectQuery (children 1)',
    `   ExpressionList (children ${columns.length})`,
    ...columns.map((column) => `    ${column}`),
    '',
  ].join('\n');

test('a reader’s statement: the engine’s tree is read whole or not at all', () => {
  expect(readTree(select('Identifier a (alias b)'))).toMatchObject({ kind: 'SelectWithUnionQuery' });
  const column = readTree(select("Literal 'x' (alias y)"))?.children[0]?.children[0]?.children[0]?.children[0];
  expect(column).toEqual({ kind: 'Literal', label: "'x'", children: [] });
  // A name with a line break makes a line too many, or one that is not indented as it should be.
  expect(readTree(select('Identifier a\n    Identifier b'))).toBeUndefined();
  expect(readTree(select('Identifier a\n b'))).toBeUndefined();
  // A name that looks like the notation takes a neighbour for its child.
  expect(readTree(select('Identifier a (children 1)', 'Identifier b'))).toBeUndefined();
  expect(readTree(`${select('Identifier a')}1\n`)).toBeUndefined();
  expect(readTree('')).toBeUndefined();
});

test('a reader’s statement: only listed parts, functions and tables', () => {
  const judge = (...columns: string[]) => {
    try {
      checkReading(select(...columns), 'mine');
      return 'allowed';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  expect(judge('Identifier a', 'Literal 1')).toBe('allowed');
  expect(judge('TableIdentifier mine.events')).toBe('allowed');
  expect(judge('TableIdentifier theirs.events')).toContain('theirs.events');
  expect(judge('TableIdentifier minex.events')).toContain('may not use');
  expect(judge('ColumnsApplyTransformer')).toContain('ColumnsApplyTransformer');
  expect(judge('QueryParameter x')).toContain('QueryParameter');
  expect(judge('Function file')).toContain('the function file');
  expect(() => checkReading('ShowTables\n', 'mine')).toThrow('anything but SELECT');
});

test.each([
  ['countIf', true],
  ['COUNT', true],
  ['uniqExactIfOrNull', true],
  ['quantilesTDigestMerge', true],
  ['toStartOfInterval', true],
  ['file', false],
  ['joinGet', false],
  ['dictGetOrDefault', false],
  ['getSetting', false],
  ['sleepEachRow', false],
  ['throwIf', false],
  ['reverseDNSQuery', false],
  ['OrNull', false],
  ['constructor', false],
])('a reader’s function: %s is allowed: %s', (name, isAllowed) => {
  expect(isAllowedFunction(name)).toBe(isAllowed);
});

test('a reader’s source of rows may be numbers, and no table function that reads tables', () => {
  expect(['numbers', 'VALUES', 'merge', 'remote', 'view', 'mergeTreeIndex'].filter(isAllowedSource)).toEqual([
    'numbers',
    'VALUES',
  ]);
});

test('a reader’s settings: limits can be lowered, looks chosen, nothing else', () => {
  expect(readerSettings(new Map([['max_execution_time', '5']]))).toContain("max_execution_time = '5'");
  for (const value of ['500', '0', '-1', 'x']) {
    expect(readerSettings(new Map([['max_execution_time', value]]))).toContain("max_execution_time = '30'");
  }
  expect(readerSettings(new Map([['output_format_json_quote_64bit_integers', '0']]))).toContain('output_format');
  expect(() => readerSettings(new Map([['additional_table_filters', '{}']]))).toThrow('readonly mode');
});

test('a reader’s format stands behind the statement and goes to the answer', () => {
  expect(withoutFormat('SELECT 1\nFORMAT JSONEachRow;\n')).toEqual({ sql: 'SELECT 1', format: 'JSONEachRow' });
  expect(withoutFormat(' SELECT 1 ; ')).toEqual({ sql: ' SELECT 1', format: undefined });
});

test('readers: a name that is more than a name is not taken', () => {
  const account = (user: string) =>
    JSON.stringify({ accounts: [{ user, secret: 'long-enough', database: 'd' }], usersXml: '' });
  expect(readReaders(account('reader_one'))?.accounts).toHaveLength(1);
  expect(() => readReaders(account('one SQL SECURITY NONE'))).toThrow('Not a reader');
  expect(readReaders(undefined)).toBeUndefined();
});
