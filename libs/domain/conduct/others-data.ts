import type { Regulation } from '../regulation/types.ts';
import { findPersonalData } from '../request/personal-data.ts';
import type { Place } from './insults.ts';
import { findNames, nameStem } from './names.ts';

// Personal data in a message, and whose it is. What is compared are marks: short plain forms that are the same however a thing is written.

/** Personal data at a place of a text. It is somebody's own when every mark of it is. */
export interface PersonalPlace extends Place {
  readonly marks: readonly string[];
}

const address =
  /(?<![\p{L}])(?:вул|вулиц\p{L}+|ул|улиц\p{L}+|просп|проспект\p{L}*|пр-т|бульвар\p{L}*|б-р|пров|провул\p{L}+|пер|переул\p{L}+|street)[.,\s][^\n;:!?]{2,60}?(?:кв|квартир\p{L}+|пәтер\p{L}*|apt|flat)[.\s]{0,2}№?\s?\d{1,4}(?!\d)/giu;

/** Digits are compared by their end: with the country's code or without it, it is one number. */
const digitsMark = (text: string): string => `n:${text.replace(/\D/g, '').slice(-9)}`;
const nameMark = (word: string): string => `w:${nameStem(word)}`;
const addressMark = (text: string): string => `a:${(text.toLowerCase().match(/[\p{L}\d]{2,}|\d/gu) ?? []).join(' ')}`;

function markOf(kind: string, found: string): string {
  if (kind === 'email') return `e:${found.toLowerCase()}`;
  return digitsMark(found);
}

/** Telephones, addresses, numbers of documents and cards, full names, homes down to the flat. Secrets are another rule's. */
export function findPersons(text: string): PersonalPlace[] {
  const data = findPersonalData(text)
    .filter(({ kind }) => kind !== 'secret')
    .map(({ kind, from, to }) => ({ from, to, marks: [markOf(kind, text.slice(from, to))] }));
  const names = findNames(text).map(({ words, from, to }) => ({ from, to, marks: words.map(nameMark) }));
  const homes = [...text.slice(0, 20_000).matchAll(address)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    marks: [addressMark(match[0])],
  }));
  return [...data, ...names, ...homes].sort((a, b) => a.from - b.from);
}

/** What a requester told of themselves: contacts, and everything personal in their own words (of a child, say). At most 200 marks. */
export function ownMarks(
  contacts: { readonly name: string; readonly email: string | null; readonly phone: string | null },
  words: readonly string[],
): string[] {
  const { name, email, phone } = contacts;
  const own = [
    ...(name.match(/\p{L}[\p{L}’ʼ'-]+/gu) ?? []).flatMap((word) => [word, ...word.split('-')]).map(nameMark),
    ...(email === null ? [] : [markOf('email', email)]),
    ...(phone === null ? [] : [digitsMark(phone)]),
    ...words.flatMap(findPersons).flatMap(({ marks }) => marks),
  ];
  return [...new Set(own)].slice(0, 200);
}

/** What the hotline itself is reached by, and what its regulation names as nobody's: no person's data. */
export function publicMarks(regulation: Regulation): string[] {
  const { phone, email, vendors, complaints, conduct, messages } = regulation;
  const texts = [
    phone,
    email,
    complaints?.email,
    ...vendors.map((vendor) => vendor.email),
    ...(conduct?.addressees ?? []).map((addressee) => addressee.email),
    ...(messages.personalData?.known ?? []),
  ];
  return texts.flatMap((text) => {
    if (text === null || text === undefined) return [];
    const found = findPersons(text).flatMap(({ marks }) => marks);
    return /\d{3}/.test(text) ? [...found, digitsMark(text)] : found;
  });
}

/** The names of those who work here: staff may name one another. */
export const staffMarks = (names: readonly string[]): string[] =>
  names.flatMap((name) => name.split(/[\s-]+/)).map(nameMark);

/** The places of a text that hold somebody's personal data, other than theirs whose marks `isOwn` knows. */
export const findOthersData = (text: string, isOwn: (mark: string) => boolean): PersonalPlace[] =>
  findPersons(text).filter(({ marks }) => !marks.every(isOwn));
