// Registration numbers: two digits of the year, the tenant's running number in it, and a check digit (Damm's algorithm, which
// finds every single wrong digit and every swap of neighbours). Kept and sent without separators; shown and read out in groups.

import type { Language } from '../regulation/types.ts';

/** Rows of Damm's totally anti-symmetric quasigroup of order ten. */
const damm: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/** The running number is padded to six digits and may grow to ten. */
const sequenceDigits = 6;
const shortest = 2 + sequenceDigits + 1;
const longest = 2 + 10 + 1;

const checkDigit = (digits: string): number => {
  let interim = 0;
  for (const digit of digits) interim = damm[interim]?.[Number(digit)] ?? 0;
  return interim;
};

/** What a registration number says. `number` is the number itself, without separators. */
export interface ParsedNumber {
  readonly number: string;
  /** Full year, 2000–2099. */
  readonly year: number;
  readonly sequence: number;
}

/**
 * Makes the registration number of the `sequence`-th request of `year`: digits only, as it is stored and sent.
 * @throws RangeError when the year is outside 2000–2099 or the running number outside 1–9,999,999,999: a bug of the caller.
 */
export function formatNumber(year: number, sequence: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 2099) throw new RangeError(`year ${year} is outside 2000–2099`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 9_999_999_999)
    throw new RangeError(`running number ${sequence} is outside 1–9999999999`);
  const digits = String(year % 100).padStart(2, '0') + String(sequence).padStart(sequenceDigits, '0');
  return digits + checkDigit(digits);
}

/**
 * Reads a number as people type or dictate it: spaces, dashes, dots, slashes, a leading "№", "No" or "#", the letter O for zero,
 * full-width digits. Null when it is not a number of ours, a wrong check digit included.
 */
export function parseNumber(text: string): ParsedNumber | null {
  if (text.length > 60) return null;
  const digits = text
    .normalize('NFKC')
    .replace(/^\s*(?:№|#|no\.?|nr\.?|n)\s*/iu, '')
    .replace(/[\s\u200B-\u200D\uFEFF.,/_\-\u2010-\u2015\u2212]/gu, '')
    .replace(/[OoОо]/gu, '0');
  if (!/^\d+$/.test(digits) || digits.length < shortest || digits.length > longest || checkDigit(digits) !== 0)
    return null;
  const sequence = Number(digits.slice(2, -1));
  if (sequence === 0) return null;
  // The same request has one number only: a longer running number is never padded.
  if (digits.length > shortest && digits[2] === '0') return null;
  return { number: digits, year: 2000 + Number(digits.slice(0, 2)), sequence };
}

const groups = (number: string): string[] => {
  const parts: string[] = [];
  let at = 0;
  // Groups of three; a rest of four is read as two and two, so that no digit stands alone.
  while (number.length - at > 4) {
    parts.push(number.slice(at, at + 3));
    at += 3;
  }
  const rest = number.slice(at);
  if (rest.length === 4) parts.push(rest.slice(0, 2), rest.slice(2));
  else if (rest.length > 0) parts.push(rest);
  return parts;
};

/** The number as it is printed: `260 000 417`, in groups short enough to keep in mind. */
export const displayNumber = (number: string): string => groups(number).join('\u00A0');

const digitWords: Readonly<Record<Language, readonly string[]>> = {
  ru: ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  uk: ['нуль', 'один', 'два', 'три', 'чотири', 'п’ять', 'шість', 'сім', 'вісім', 'дев’ять'],
  kk: ['нөл', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};

/** The number as an operator reads it out: digit by digit, a comma where to take a breath. */
export const spokenNumber = (number: string, language: Language): string =>
  groups(number)
    .map((group) => [...group].map((digit) => digitWords[language][Number(digit)] ?? '').join(' '))
    .join(', ');
