import { maskPersonalData } from '../request/personal-data.ts';

/** Words after which people say their names, and closing words above a signature. Upper or lower case. */
const BEFORE_A_NAME =
  /(?<![\p{L}])(?:меня\s+зовут|мо[её]\s+имя|моя\s+фамилия|это\s+пишет|с\s+уважением|мене\s+звати|моє\s+ім['’ʼ]я|моє\s+прізвище|з\s+повагою|менің\s+(?:атым|есімім)|есімім|аты-жөнім|құрметпен|my\s+name\s+is|(?:best\s+|kind\s+)?regards)[\s,:—–-]{1,4}/giu;
/** Up to three words of a name; the first may be written small, since people in a hurry do. */
const A_NAME = /\p{L}[\p{L}'’ʼ-]+(?:\s+(?:\p{Lu}[\p{L}'’ʼ-]+|\p{Lu}\.)){0,2}/uy;
/** A name with its patronymic, in any order: Иванова Мария Петровна, Мария Петровна, Нұрлан Серікұлы. */
const WITH_PATRONYMIC =
  /(?<!\p{L})(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+){1,2}\p{Lu}\p{Ll}+(?:ович|евич|йович|ьович|овна|евна|ична|івна|ївна|ұлы|улы|қызы|кызы)(?:\p{Ll}{1,2})?(?:\s+\p{Lu}\p{Ll}+)?(?!\p{L})/gu;
/** Иванов И. П., И.П. Иванов. */
const WITH_INITIALS =
  /(?<![\p{L}.])(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?\p{Lu}\.|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+)/gu;
/** Numbers of contracts, bills, orders and tickets, with the sign before them. */
const NUMBERED = /(?:№|N°|#)\s*[\p{L}\d][\p{L}\d/.-]{0,30}/gu;
/** A run of digits that long belongs to one person or one paper, and tells nothing of what is asked. */
const DIGITS = /(?<![\p{L}\d])\d[\d/-]{3,}\d(?![\p{L}\d])/gu;

const MASK = '•••';

/**
 * A question as it may be shown among others: beside what `maskPersonalData` finds, names that people give of themselves,
 * names with a patronymic or initials, and numbers of documents are dots. What cannot be known by its form stays: no list of names is asked.
 */
export function maskQuestion(text: string): string {
  let masked = maskPersonalData(text)
    .replace(NUMBERED, `№ ${MASK}`)
    .replace(WITH_PATRONYMIC, MASK)
    .replace(WITH_INITIALS, MASK)
    .replace(DIGITS, MASK);
  for (const { index, 0: words } of [...masked.matchAll(BEFORE_A_NAME)].toReversed()) {
    A_NAME.lastIndex = index + words.length;
    const name = A_NAME.exec(masked)?.[0];
    if (name !== undefined)
      masked = masked.slice(0, index + words.length) + MASK + masked.slice(index + words.length + name.length);
  }
  return masked;
}
