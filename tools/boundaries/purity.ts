/**
 * What a rule may touch besides its arguments: the language itself, without its clock, its dice and the machine's settings. Imports are
 * checked elsewhere; a global needs no import, so each file of the core is read for the names that it leaves free.
 */
import { createRequire } from 'node:module';
import type * as Swc from '@swc/core';

const { parseSync } = createRequire(import.meta.url)('@swc/core') as { parseSync: typeof Swc.parseSync };

/** Whatever is not here is refused, so a global that the next Node brings is refused too: `process`, `fetch`, `setTimeout`, `crypto`. */
const PURE: ReadonlySet<string> = new Set(
  `undefined NaN Infinity Object Array Map Set WeakMap WeakSet String Number BigInt Boolean Symbol RegExp JSON Math Date Temporal Intl URL
   Iterator Error RangeError TypeError Uint8Array Uint16Array Uint32Array Int32Array Float32Array Float64Array`.split(
    /\s+/,
  ),
);

/** Of a pure name, what is not: it answers otherwise at another moment, in another place, or by chance. */
const IMPURE_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  Temporal: ['Now'],
};

/** Methods that read a date in the zone of the machine. */
const IN_MACHINES_ZONE = /^(get|set)(Hours|Minutes|Day|Date|Month|FullYear|TimezoneOffset)$/;
/** Methods that speak the machine's language unless told another. */
const IN_MACHINES_LANGUAGE = /^(toLocale\w*|localeCompare)$/;

interface Node {
  readonly type: string;
  readonly span: { readonly start: number };
  readonly [field: string]: unknown;
}
/** What may be wrong with a call: by its name, and by how many arguments it has. */
interface Called {
  readonly name: string;
  readonly given: number;
  readonly isNew: boolean;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
/** Types are gone when the program runs; of what begins with Ts only these hold an expression. */
const isOnlyType = ({ type }: Node): boolean =>
  type.startsWith('Ts') && !/^Ts(As|Const|Satisfies|NonNull|TypeAssertion|Enum|Instantiation)/.test(type);
/** swc marks a name that no declaration of the file explains with context 1. */
const freeName = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' && node.ctxt === 1 ? String(node.value) : null;

/** What the text of one file of the core touches that it may not: the line and a sentence for each. */
export function impurities(text: string): readonly { readonly line: number; readonly sentence: string }[] {
  const found: { line: number; sentence: string }[] = [];
  const bytes = Buffer.from(text);
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isNode(node)) {
      if (isOnlyType(node)) return;
      const sentence = wrongWith(node);
      // swc counts bytes, from 1.
      const line = () =>
        bytes
          .subarray(0, node.span.start - 1)
          .toString()
          .split('\n').length;
      if (sentence !== null) found.push({ line: line(), sentence });
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseSync(text, { syntax: 'typescript', target: 'es2024' }).body);
  return found;
}

function wrongWith(node: Node): string | null {
  const name = freeName(node);
  if (name !== null && !PURE.has(name))
    return `\`${name}\` is not the language’s own: take what it gives as an argument.`;
  if (node.type === 'MetaProperty') return 'A rule does not ask where it runs.';
  if (node.type === 'MemberExpression') return wrongMember(node);
  if (node.type === 'NewExpression' || node.type === 'CallExpression') return wrongCall(node);
  return null;
}

function wrongMember({ object, property }: Node): string | null {
  const member = isNode(property) ? String(property.value ?? '') : '';
  const owner = freeName(object);
  if (owner !== null && IMPURE_MEMBERS[owner]?.includes(member)) {
    return `\`${owner}.${member}\` answers otherwise the next time: take \`now\`, or the number drawn, as an argument.`;
  }
  return IN_MACHINES_ZONE.test(member) ? `\`${member}\` reads the machine’s time zone: name the zone.` : null;
}

function wrongCall(node: Node): string | null {
  const { name, given, isNew } = calledBy(node);
  if (name === 'import') return 'A rule loads nothing while it runs.';
  if (name === 'Date' && given === 0) return '`new Date()` reads the clock: take `now` as an argument.';
  if (name === 'Date' && (!isNew || given > 1))
    return 'A date made of parts is in the machine’s time zone: name the zone.';
  const isFormat = isMemberOf(node.callee, 'Intl');
  if (isFormat && given < (name === 'DateTimeFormat' ? 2 : 1)) {
    return `\`Intl.${name}\` speaks the machine’s language, and a date in its zone, unless it is told both.`;
  }
  if (IN_MACHINES_LANGUAGE.test(name) && given < (name === 'localeCompare' ? 2 : 1)) {
    return `\`${name}\` speaks the machine’s language unless it is told one.`;
  }
  return null;
}

const isMemberOf = (node: unknown, owner: string): boolean =>
  isNode(node) && node.type === 'MemberExpression' && freeName(node.object) === owner;

function calledBy(node: Node): Called {
  const callee = node.callee as Node;
  const given = Array.isArray(node.arguments) ? node.arguments.length : 0;
  const isNew = node.type === 'NewExpression';
  if (callee.type === 'Import') return { name: 'import', given, isNew };
  if (callee.type === 'MemberExpression' && isNode(callee.property))
    return { name: String(callee.property.value ?? ''), given, isNew };
  return { name: freeName(callee) ?? '', given, isNew };
}
