/** The languages that questions are read in. */
export type QuestionLanguage = 'ru' | 'uk' | 'kk' | 'en';

const LETTERS: readonly (readonly ['kk' | 'uk' | 'ru', RegExp])[] = [
  ['kk', /[әғқңөұүһ]/g],
  ['uk', /[їєґ]/g],
  ['ru', /[ыэё]/g],
];
/** What one letter counts: ы and э are Kazakh too, so a letter that only Kazakh has outweighs many of them. */
const WEIGHT = { kk: 5, uk: 3, ru: 1 } as const;
/** Short words that are common in one of the languages written in these letters and in none of the others. */
const WORDS: Readonly<Record<Exclude<QuestionLanguage, 'en'>, ReadonlySet<string>>> = {
  ru: new Set('что как где когда почему не это для если мне можно ли или есть нет мой моя меня при'.split(' ')),
  uk: new Set('що як де коли чому це для якщо мені можна чи або є немає мій моя мене при не та й'.split(' ')),
  kk: new Set('мен бар жок калай кайда неге бул ушін уш керек ма ме ба бе па пе емес болады'.split(' ')),
};

/**
 * The language a short text is written in, by its letters first and its common words second. A guess: what cannot be told
 * apart is read as Russian when it is Cyrillic and as English otherwise; grouping suffers little from a wrong guess.
 */
export function languageOf(text: string): QuestionLanguage {
  const lower = text.toLowerCase();
  if ((lower.match(/[а-яёіїєґәғқңөұүһ]/g)?.length ?? 0) * 2 < (lower.match(/[a-z]/g)?.length ?? 0)) return 'en';
  if (!/[а-яёіїєґәғқңөұүһ]/.test(lower)) return 'en';
  const points = { ru: 0, uk: 0, kk: 0 };
  for (const [language, letters] of LETTERS) {
    points[language] += WEIGHT[language] * (lower.match(letters)?.length ?? 0);
  }
  for (const word of lower.split(/[^\p{L}]+/u)) {
    for (const language of ['ru', 'uk', 'kk'] as const) if (WORDS[language].has(word)) points[language] += 1;
  }
  // Kazakh and Ukrainian share the letter і; Russian has none.
  if (/і/.test(lower)) points[points.kk > 0 ? 'kk' : 'uk'] += 1;
  const best = (['ru', 'uk', 'kk'] as const).reduce((a, b) => (points[b] > points[a] ? b : a));
  return best;
}
