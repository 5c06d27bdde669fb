// Personal data and secrets in free text. Found by form, so that nobody reads what need not be read: staff see masked summaries,
// question groups see masked questions. A find is a span; masking replaces it by dots that read the same in every language.

export type PersonalDataKind = 'email' | 'phone' | 'card' | 'identity-number' | 'passport' | 'secret';

export interface PersonalDataSpan {
  readonly kind: PersonalDataKind;
  /** UTF-16 offsets, `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

interface Finder {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** Group 1 is the data when the pattern has one; else the whole match. */
  readonly accepts?: (found: string) => boolean;
}

/** Luhn's check, with which every payment card ends. */
const isCard = (found: string): boolean => {
  const digits = found.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const gap = '[ \\u00A0.\\-‐‑–]?';
const notDigitBefore = '(?<![\\d+])';
const notDigitAfter = '(?!\\d)';
const digitsInGroups = (...sizes: number[]): string => sizes.map((size) => `\\d{${size}}`).join(gap);

/** A whole number with its area: ten digits, or eleven with the leading 8 or 7. */
const isLongDistance = (found: string): boolean => /^\d{10,11}$/.test(found.replace(/\D/g, ''));

// Words that announce a secret, in four languages; then a colon, dash, "is" or just a space; then the secret itself.
const secretWords =
  'парол[ьяюем]{1,2}|пароль|пароля|паролем|пин[ -]?код|пінкод|пін[ -]?код|код[ау]?\\s+(?:из|с)\\s+смс|код[ау]?\\s+(?:із|з)\\s+смс|смс[ -]?код|кодовое\\s+слово|кодове\\s+слово|ключова\\s+фраза|' +
  'құпия\\s?сөз[іiімдің]{0,5}|құпиясөз[ім]{0,2}|құпия\\s+код|password|passwd|pwd|passphrase|pin\\s?code|pin|cvv2?|cvc2?|secret|token|токен';
const secretJoin = '(?:\\s*(?:[:=—–]|\\s-\\s|->)\\s*|\\s+(?:is|это|це|бұл|такой|такий|мой|мій|менің)\\s*[:—–-]?\\s*)';

const finders: readonly Finder[] = [
  {
    kind: 'secret',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:${secretWords})(?![\\p{L}])${secretJoin}["'«“„]?([^\\s"'»”“,;]{2,64})`,
      'giu',
    ),
  },
  // "пароль qwerty123": without a colon only what looks like a password, a digit or sign among letters.
  {
    kind: 'secret',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:${secretWords})\\s+["'«“„]?((?=[^\\s]{0,63}[\\d!@#$%^&*_])(?=[^\\s]{0,63}\\S)[^\\s"'»”“,;]{4,64})`,
      'giu',
    ),
  },
  { kind: 'email', pattern: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,6}[\p{L}]{2,24}/giu },
  {
    kind: 'card',
    pattern: new RegExp(`${notDigitBefore}\\d(?:[ \\u00A0\\-]?\\d){12,18}${notDigitAfter}`, 'g'),
    accepts: isCard,
  },
  // SNILS 123-456-789 00.
  { kind: 'identity-number', pattern: /(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)/g },
  // Passports: Russian 1234 567890 and 12 34 №567890, Ukrainian АВ 123456, Kazakh N12345678; a bare number after the word.
  { kind: 'passport', pattern: /(?<!\d)\d{2}\s?\d{2}\s(?:№\s?|N\s?)?\d{6}(?!\d)/g },
  { kind: 'passport', pattern: /(?<![\p{L}\d])[А-ЯІЇЄҐ]{2}\s?№?\s?\d{6}(?!\d)/gu },
  { kind: 'passport', pattern: /(?<![\p{L}\d])N\s?\d{8}(?!\d)/gu },
  {
    kind: 'passport',
    pattern:
      /(?:паспорт\p{L}{0,3}|төлқұжат\p{L}{0,4}|passport|id[- ]?карт\p{L}{0,3}|жеке куәлік\p{L}{0,4})[\s:№#-]{0,4}(?:серия|серія|номер|нөмірі|no\.?|number)?[\s:№#]{0,3}([А-ЯІЇЄA-Z]{0,2}[\d ]{6,12}\d)/giu,
  },
  // Telephones: +7, 8, +380, 00…; Kazakh 7xx; Ukrainian 0xx; brackets, dots and dashes as people write them.
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\d\\p{L}])(?:\\+|00)${gap}(?:7|380|77)${gap}\\(?${gap}\\d{2,4}${gap}\\)?${gap}\\d{2,3}${gap}\\d{2}${gap}\\d{2}${notDigitAfter}`,
      'gu',
    ),
  },
  { kind: 'phone', pattern: /(?<![\d\p{L}])\+\d{1,3}(?:[ \u00A0.\-()]{0,2}\d){7,12}(?!\d)/gu },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\d\\p{L}+])(?:8|7)${gap}\\(?${gap}\\d{3}${gap}\\)?${gap}(?:${digitsInGroups(3, 2, 2)}|${digitsInGroups(2, 2, 3)})${notDigitAfter}`,
      'gu',
    ),
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\d\\p{L}+])(?:38${gap})?\\(?0${gap}\\d{2}${gap}\\)?${gap}(?:${digitsInGroups(3, 2, 2)}|${digitsInGroups(2, 2, 3)})${notDigitAfter}`,
      'gu',
    ),
  },
  { kind: 'phone', pattern: /(?<![\d\p{L}+])\(?9\d{2}\)?[ \u00A0-]\d{3}[ \u00A0-]\d{2}[ \u00A0-]\d{2}(?!\d)/gu },
  { kind: 'phone', pattern: /(?<=(?:тел|телефон|моб|т|phone|tel|ұялы)\.?:?\s?)\d{2,3}[ -]\d{2}[ -]\d{2}(?!\d)/giu },
  // Area codes of two to five digits in brackets, or after a zero; toll-free lines.
  {
    kind: 'phone',
    pattern: /(?<![\d\p{L}+])(?:[780][ \u00A0-]?)?\(\d{2,5}\)[ \u00A0-]?\d{1,3}(?:[ \u00A0-]?\d{2,3}){1,3}(?!\d)/gu,
    accepts: isLongDistance,
  },
  {
    kind: 'phone',
    pattern: /(?<![\d\p{L}+])0[ \u00A0-]?\d{2,4}(?:[ \u00A0-]\d{1,3}){2,3}(?!\d)/gu,
    accepts: isLongDistance,
  },
  { kind: 'phone', pattern: /(?<![\d\p{L}+.,])\d{2} \d{3} \d{2} \d{2}(?!\d)/gu },
  // IIN of Kazakhstan and Russian INN of a person (12), Ukrainian tax number and Russian INN (10): bare runs of digits.
  { kind: 'identity-number', pattern: /(?<![\d\p{L}])\d{12}(?!\d)/gu },
  { kind: 'identity-number', pattern: /(?<![\d\p{L}])\d{10}(?!\d)/gu },
];

/** No text is searched beyond this; contracts bound a question well below it. */
const searched = 20_000;

/** Every span of personal data or secrets, in order, not overlapping; earlier finders win. */
export function findPersonalData(text: string): PersonalDataSpan[] {
  // Full-width digits and plus signs are read as ordinary ones, one for one, so that places stay the same.
  const bounded = text
    .slice(0, searched)
    .replace(/[０-９＋]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const spans: PersonalDataSpan[] = [];
  for (const { kind, pattern, accepts } of finders)
    for (const match of bounded.matchAll(pattern)) {
      const found = match[1] ?? match[0];
      const from = match.index + (match[1] === undefined ? 0 : match[0].lastIndexOf(found));
      const to = from + found.length;
      if (accepts !== undefined && !accepts(found)) continue;
      if (!spans.some((other) => from < other.to && other.from < to)) spans.push({ kind, from, to });
    }
  return spans.sort((a, b) => a.from - b.from);
}

const masks: Readonly<Record<PersonalDataKind, string>> = {
  email: '•••@•••',
  phone: '+•••',
  card: '•••• ••••',
  'identity-number': '••••••',
  passport: '•• ••••••',
  secret: '•••',
};

/** The text with every find replaced by dots. What lies beyond 20,000 characters is cut off, since nobody has looked at it. */
export function maskPersonalData(text: string): string {
  const bounded = text.slice(0, searched);
  let masked = '';
  let at = 0;
  for (const span of findPersonalData(bounded)) {
    masked += bounded.slice(at, span.from) + masks[span.kind];
    at = span.to;
  }
  return masked + bounded.slice(at);
}

/**
 * The first words of a text on one line, personal data masked, at most `max` UTF-16 units; cut between words where it can be,
 * never inside a character, and marked with "…".
 */
export function summarise(text: string, max = 160): string {
  const line = maskPersonalData(text)
    .replace(/[\s\p{Cc}\u200B\uFEFF]+/gu, ' ')
    .trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > max / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}
