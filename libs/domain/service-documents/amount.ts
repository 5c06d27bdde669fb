/** Gender matters for one and two: два рубля, две копейки, две тысячи. */
type Gender = 'masculine' | 'feminine';

const ONES: Readonly<Record<Gender, readonly string[]>> = {
  masculine: ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  feminine: ['', 'одна', 'две', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
};
const TEENS = [
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const TENS = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const HUNDREDS = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];

type Forms = readonly [one: string, few: string, many: string];
const ROUBLE: Forms = ['рубль', 'рубля', 'рублей'];
const KOPECK: Forms = ['копейка', 'копейки', 'копеек'];
const GROUPS: readonly { readonly size: number; readonly forms: Forms; readonly gender: Gender }[] = [
  { size: 1_000_000_000, forms: ['миллиард', 'миллиарда', 'миллиардов'], gender: 'masculine' },
  { size: 1_000_000, forms: ['миллион', 'миллиона', 'миллионов'], gender: 'masculine' },
  { size: 1_000, forms: ['тысяча', 'тысячи', 'тысяч'], gender: 'feminine' },
];

const plural = new Intl.PluralRules('ru');
function formOf(count: number, [one, few, many]: Forms): string {
  const rule = plural.select(count);
  return rule === 'one' ? one : rule === 'few' ? few : many;
}

function below1000(count: number, gender: Gender): string[] {
  const rest = count % 100;
  const last = rest >= 10 && rest < 20 ? [TEENS[rest - 10]] : [TENS[Math.floor(rest / 10)], ONES[gender][rest % 10]];
  return [HUNDREDS[Math.floor(count / 100)], ...last].filter(
    (word): word is string => word !== undefined && word !== '',
  );
}

/**
 * An amount in Russian words, as invoices write it: `Тысяча двести один рубль 05 копеек` begins with the number in full.
 * @param kopecks a whole number from 0 up to a billion roubles and more; kopecks stay digits
 */
export function amountInRussian(kopecks: number): string {
  const roubles = Math.floor(kopecks / 100);
  const words: string[] = [];
  let rest = roubles;
  for (const { size, forms, gender } of GROUPS) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count > 0) words.push(...below1000(count, gender), formOf(count, forms));
  }
  words.push(...below1000(rest, 'masculine'));
  const number = words.length === 0 ? 'ноль' : words.join(' ');
  const change = kopecks % 100;
  const text = `${number} ${formOf(roubles, ROUBLE)} ${String(change).padStart(2, '0')} ${formOf(change, KOPECK)}`;
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** `1 201,05` with a space that does not break. */
export const roubles = (kopecks: number): string =>
  new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(kopecks / 100);
