import { firstNames } from './first-names.ts';
import type { Place } from './insults.ts';

// Full names of people in running text: a first name beside a surname, a patronymic, or a surname with initials. A capital letter alone
// proves nothing; streets, schools and prizes are named after people and are no one's personal data.

/** A person named in full; `words` are its words, patronymics and initials left out. */
export interface FoundName extends Place {
  readonly words: readonly string[];
}

const capital = "\\p{Lu}(?:[’ʼ'`]?\\p{Ll}){1,24}(?:[-‐]\\p{Lu}\\p{Ll}{1,24})?";
const run = new RegExp(`(?<![\\p{L}\\d])${capital}(?: ${capital}){1,4}(?![\\p{L}\\d])`, 'gu');
const withInitials = new RegExp(
  `(?<![\\p{L}\\d])(?:${capital} (?!U\\. ?S\\.)\\p{Lu}\\.(?: ?\\p{Lu}\\.)|(?!U\\. ?S\\.)\\p{Lu}\\. ?\\p{Lu}\\. ?${capital})(?!\\p{L})`,
  'gu',
);
const patronymic =
  /(?:(?:ович|евич|йович|ьович|їч)(?:а|у|ем|ем|ові|еві|е|і)?|(?:івн|ївн|овн|евн|иничн|ичн)(?:а|и|і|у|ою|о|ы|е|ой)|(?:ұлы|(?<=\p{L}{4})улы|қызы|кызы)(?:на|ның|нан|мен|н)?)$/u;
/** Before a name that is no person's here: a street, a school, a day. */
const namedAfter =
  /(?:вул(?:иц\p{Ll}*)?|ул(?:иц\p{Ll}*)?|просп(?:ект\p{Ll}*)?|пр-т\p{Ll}*|площ\p{Ll}*|пл|бульвар\p{Ll}*|б-р|пров(?:улок|улку)?|пер(?:еулок|еулке)?|набережн\p{Ll}*|ім(?:ені)?|им(?:ени)?|парк\p{Ll}*|street|st|square|named after)[.\s]*(?:\p{Lu}\. ?)*$/iu;
const afterThem = /^\s*(?:атындағы|көшесі|даңғылы|street|avenue)/iu;

/** Stems that are the same in every case of declension: «Олена», «Олені», «Олено» → «олен». */
export function nameStem(word: string): string {
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}]/gu, '')
    .replace(/(?:ові|еві|єві|ого|ому|ною)$/u, '');
  const bare = plain.replace(/(?:ом|ем|ым|им)$/u, '').replace(/[аеиіїоуюяєыэйь]+$/u, '');
  return (bare.length >= 3 ? bare : plain).slice(0, 7);
}

const known = new Set(firstNames.map(nameStem));
const isPatronymic = (word: string): boolean => word.length >= 6 && patronymic.test(word.toLowerCase());
const surnameEnd =
  /(?:енк(?:о|а|у|ові|ом)|(?:чук|щук|юк|ук|як|ак|ик|ець|ко|ло|ба|га|ка)(?:а|у|ові|ом)?|(?:ськ|цьк|ск|цк)(?:ий|ого|ому|им|а|ої|ій|у|ою|ая|ой|ую)|(?:ов|ев|єв|ин|ін|їн)(?:а|у|ым|им|ой|ою|ої|ій|е)?|баев\p{Ll}*|беков\p{Ll}*|ова|ева|иха)$/iu;

/** Every person named in full, in order. Linear in the text. */
export function findNames(text: string): FoundName[] {
  const bounded = text.slice(0, 20_000);
  const full = [...bounded.matchAll(run)].flatMap((match) => inRun(bounded, match[0], match.index));
  const initials = [...bounded.matchAll(withInitials)].flatMap((match): FoundName[] => {
    const place = { from: match.index, to: match.index + match[0].length };
    const words = match[0].split(/[ .]+/).filter((word) => word.length > 1);
    return full.some((name) => place.from < name.to && name.from < place.to) || !isPersons(bounded, place)
      ? []
      : [{ ...place, words }];
  });
  return [...full, ...initials].sort((a, b) => a.from - b.from);
}

/** Among capitalised words in a row, those that are one person's name. */
function inRun(text: string, found: string, at: number): FoundName[] {
  const words = found.split(' ');
  const first = words.findIndex((word) => known.has(nameStem(word)));
  const middle = words.findIndex(isPatronymic);
  const anchor = first >= 0 ? first : middle;
  if (anchor < 0) return [];
  const from = anchor > 0 && isSurname(words[anchor - 1]) ? anchor - 1 : anchor;
  let to = anchor + 1;
  if (isPatronymic(words[to] ?? '')) to += 1;
  // After the first name any capitalised word is a surname; before it only what ends like one: it may begin the sentence.
  if (from === anchor && to < words.length) to += 1;
  const name = words.slice(from, to);
  if (name.length < 2) return [];
  const start = at + words.slice(0, from).reduce((length, word) => length + word.length + 1, 0);
  const place = { from: start, to: start + name.join(' ').length };
  return isPersons(text, place) ? [{ ...place, words: name.filter((word) => !isPatronymic(word)) }] : [];
}

const isSurname = (word: string | undefined): boolean =>
  word !== undefined && surnameEnd.test(word) && !isPatronymic(word);

function isPersons(text: string, { from, to }: Place): boolean {
  return !namedAfter.test(text.slice(Math.max(0, from - 24), from)) && !afterThem.test(text.slice(to, to + 16));
}
