import snowball from 'snowball-stemmers';
import { languageOf, type QuestionLanguage } from './language.ts';

const stemmers = { ru: snowball.newStemmer('russian'), en: snowball.newStemmer('english') };

/** Endings of Ukrainian words, the longest first: enough to bring the forms of one word together. */
const UK =
  /(уватися|юватися|ювання|ування|еться|ється|ються|уться|аться|яться|ками|ання|ення|іння|ість|ості|ого|ому|ими|іми|ій|ою|ею|єю|ами|ями|ах|ях|ів|їв|ом|ем|єм|ти|ла|ло|ли|ть|ий|ій|ої|ую|юю|у|ю|а|я|о|е|є|и|і|ї|й|ь)$/;
/** Endings of Kazakh words by the order in which a word takes them: case and person, possession, number, and those of verbs. */
const KK = [
  /(ның|нің|дың|дің|тың|тің|нан|нен|дан|ден|тан|тен|мен|бен|пен|нда|нде|да|де|та|те|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|мын|мін|сың|сің|мыз|міз|шы|ші)$/,
  /(ыңыз|іңіз|ымыз|іміз|ымда|імде|ыма|іме|ыңа|іңе|ына|іне|ыңды|іңді|ымды|імді|ым|ім|ың|ің|ын|ін|сы|сі|ңыз|ңіз|ы|і|м)$/,
  /(лар|лер|дар|дер|тар|тер)$/,
  /(уға|уге|ған|ген|қан|кен|атын|етін|ып|іп|ды|ді|ты|ті|са|се|у|п)$/,
] as const;
const SHORTEST = { uk: 4, kk: 3 } as const;

/** Politeness and the words that questions are made of: they say nothing about what is asked. */
const EMPTY: Readonly<Record<QuestionLanguage, ReadonlySet<string>>> = {
  ru: listed(
    'здравствуйте здравствуй привет добрый доброе день вечер утро пожалуйста спасибо подскажите скажите помогите можно хочу хотел хотела хотелось бы узнать что как это этот эта в во на с со и по у к о а но за из от до для не ли же вы вас вам мне меня я мы нас наш мой моя мое мои мою моей моего свой свою он она они его ее их то так при все если или там тут чтобы у про',
  ),
  uk: listed(
    'добрий день доброго ранку вітаю дякую будь ласка підкажіть скажіть хочу можна що як це цей ця в у на з із зі і й та а але по до від за для не чи же ви вас вам мені мене я ми нас наш мій моя моє мої свій його її їх то так при все якщо або там тут щоб про',
  ),
  kk: listed(
    'сәлеметсіз бе сәлем рахмет өтінемін айтыңызшы маған менің мен менде сіз сіздің бұл осы сол және үшін туралы ма ме ба бе па пе қалай қандай болады болып бар деп еді екен керек қажет келеді берші ға ге қа ке на не да де та те ды ді ты ті ны ні ның нің дың дің тың тің дан ден тан тен нан нен',
  ),
  en: listed(
    'hello hi hey please thanks thank you can could would i me my mine we our your the a an is are am was be been do does did to of in on for with and or it its this that there have has had will at from by as if so just tell know want need like',
  ),
};

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** One alphabet for all: the same word, name or brand meets itself whatever letters it is written in, and Ukrainian meets Russian. */
const LATIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'абвгдезийклмнопрстуфыіїәғқңөұүһ'].map((letter, at) => [
      letter,
      [...'abvgdeziiklmnoprstufiiiagknouuh'][at] ?? '',
    ]),
  ),
  ...{
    ж: 'zh',
    х: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sh',
    ъ: '',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
    є: 'e',
    ґ: 'g',
    ё: 'e',
  },
};

/** How a word is put down so that its forms meet. */
function stemOf(word: string, language: QuestionLanguage): string {
  return fold(rawStemOf(word, scriptOf(word, language)));
}

/** A Latin word in a Cyrillic text is read as English. */
const scriptOf = (word: string, language: QuestionLanguage): QuestionLanguage =>
  /\p{sc=Cyrillic}/u.test(word) ? language : 'en';

function fold(stem: string): string {
  let latin = '';
  for (const letter of stem
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC'))
    latin += LATIN[letter] ?? letter;
  return latin.replaceAll(/(.)\1+/gu, '$1').replaceAll('y', 'i');
}

function rawStemOf(word: string, language: QuestionLanguage): string {
  if (language === 'ru' || language === 'en') return stemmers[language].stem(word);
  if (language === 'uk') {
    const shorter = word.replace(UK, '');
    return shorter.length < SHORTEST.uk ? word : shorter;
  }
  let stem = word;
  for (const endings of KK) {
    const shorter = stem.replace(endings, '');
    if (shorter.length >= SHORTEST.kk) stem = shorter;
  }
  return stem.replace(/г$/, 'к').replace(/ғ$/, 'қ').replace(/б$/, 'п');
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/['’ʼ`]/g, '');

export interface Words {
  readonly language: QuestionLanguage;
  /** Stems in the order of the text, without the words that every question is made of; all words when nothing else is left. */
  readonly stems: readonly string[];
}

/** A question brought down to what it asks: lower case, no signs, no digits, no politeness, stems. */
export function wordsOf(text: string): Words {
  const language = languageOf(text);
  const words = lettersOf(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY[scriptOf(word, language)].has(word));
  const kept = telling.length > 0 ? telling : words;
  return { language, stems: kept.map((word) => stemOf(word, language)) };
}
