/**
 * The titles of the tests in a file, found by reading its text: `test('…')`, `it('…')` and their `.each` tables. It reads
 * literals only: a placeholder whose value is computed stays `…`, a `${tenant}` is every tenant.
 */

/** Where a literal or bracket that begins at `from` ends (exclusive); the end of the text where it does not. */
function endOf(text: string, from: number): number {
  const open = text[from] ?? '';
  if ('\'"`'.includes(open)) {
    for (let at = from + 1; at < text.length; at += 1) {
      if (text[at] === '\\') at += 1;
      else if (text[at] === open) return at + 1;
    }
    return text.length;
  }
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if ('\'"`([{'.includes(sign)) at = endOf(text, at) - 1;
    else if (')]}'.includes(sign)) return at + 1;
    else if (text.startsWith('//', at)) at = indexOrEnd(text, '\n', at);
    else if (text.startsWith('/*', at)) at = indexOrEnd(text, '*/', at) + 1;
  }
  return text.length;
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}

/** The members of an array literal, as they are written. */
function membersOf(array: string): string[] {
  const members: string[] = [];
  let begin = 1;
  for (let at = 1; at < array.length; at += 1) {
    const sign = array[at] ?? '';
    if ('\'"`([{'.includes(sign)) at = endOf(array, at) - 1;
    else if (sign === ',' || at === array.length - 1) {
      const member = withoutComments(array.slice(begin, at));
      if (member !== '') members.push(member);
      begin = at + 1;
    }
  }
  return members;
}

const withoutComments = (text: string): string => text.replace(/^(?:\s*(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/))+/, '').trim();

const literalOf = (text: string): string | null => {
  const quoted = /^(['"`])([\s\S]*)\1$/.exec(text);
  if (quoted?.[2] !== undefined) return quoted[2].replaceAll(/\\(.)/g, '$1');
  return /^-?\d[\d_.]*$/.test(text) ? text : null;
};

/** The rows of a `.each` table: written there, or as a constant of the same file. */
function rowsOf(argument: string, file: string): (string | null)[][] {
  const name = /^\w+$/.exec(argument)?.[0];
  const declared = name === undefined ? undefined : new RegExp(`(?:const|let) ${name}\\b[^=;]*=\\s*\\[`).exec(file);
  const begin = declared === undefined || declared === null ? -1 : declared.index + declared[0].length - 1;
  const table = begin < 0 ? argument : file.slice(begin, endOf(file, begin));
  if (!table.startsWith('[')) return [];
  return membersOf(table).map((row) => (row.startsWith('[') ? membersOf(row).map(literalOf) : [literalOf(row)]));
}

function filled(title: string, row: readonly (string | null)[]): string {
  const values = [...row];
  return title.replaceAll(/%[sdifjo]/g, () => values.shift() ?? '…');
}

/** All titles of one test file, with the tables written out. */
export function titlesOf(file: string, tenants: readonly string[]): string[] {
  const titles: string[] = [];
  for (const call of file.matchAll(/(?<![\w.])(?:test|it)(?:\.(?:only|concurrent))?(\.each)?\s*\(/g)) {
    const open = call.index + call[0].length - 1;
    const end = endOf(file, open);
    const argument = withoutComments(file.slice(open + 1, end - 1)).replace(/,$/, '');
    if (call[1] === undefined) {
      titles.push(...written(argument, tenants));
      continue;
    }
    const next = /^\s*\(/.exec(file.slice(end));
    if (next === null) continue;
    const rows = rowsOf(argument, file);
    for (const title of written(file.slice(end + next[0].length), tenants)) {
      titles.push(...(rows.length === 0 ? [title] : rows.map((row) => filled(title, row))));
    }
  }
  return titles;
}

/** The string at the beginning of `text`, once for every tenant where the tenant is put in. */
function written(text: string, tenants: readonly string[]): string[] {
  const begin = /^(?:\s|\/\/[^\n]*\n)*(?=['"`])/.exec(text)?.[0].length;
  if (begin === undefined) return [];
  const title = literalOf(text.slice(begin, endOf(text, begin)));
  if (title === null) return [];
  return /\$\{tenant\}/.test(title) ? tenants.map((tenant) => title.replaceAll(/\$\{tenant\}/g, tenant)) : [title];
}
