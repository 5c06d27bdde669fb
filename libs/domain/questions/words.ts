import snowball from 'snowball-stemmers';
import { languageOf, type QuestionLanguage } from './language.ts';

const stemmers = { ru: snowball.newStemmer('russian'), en: snowball.newStemmer('english') };

/** Endings of Ukrainian words, the longest first: enough to bring the forms of one word together. */
const UK =
  /(уватися|юватися|ювання|ування|еться|ється|ються|уться|аться|яться|ками|ання|ення|іння|ість|ості|ого|ому|ими|іми|ій|ою|ею|єю|ами|ями|ах|ях|ів|їв|ом|ем|єм|ти|ла|ло|ли|ть|ий|ій|ої|ую|юю|у|ю|а|я|о|е|є|и|і|ї|й|ь)$/;
/** Endings of Kazakh words, taken off one after the other: a word carries several. */
const KK =
  /(лар|лер|дар|дер|тар|тер|ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|мен|бен|пен|ды|ді|ты|ті|ны|ні|ым|ім|ым|ың|ің|сы|сі|ы|і|мын|мін|сың|сің|ңыз|ңіз|мыз|міз|уға|уге|ған|ген|қан|кен|ып|іп|п|у|шы|ші|лық|лік|дық|дік|тық|тік)$/;
const SHORTEST = { uk: 4, kk: 3 } as const;

/** Politeness and the words that questions are made of: they say nothing about what is asked. */
const EMPTY = new Set(
  (
    'здравствуйте здравствуй привет добрый день вечер утро пожалуйста спасибо подскажите скажите помогите можно хочу хотел хотела хотелось бы узнать ' +
    'что как это в на с и по у к о а но за из от до для не ли же вы вас вам мне меня я мы мой моя мое мои мою моей моего он она они его ее их то так при все если или там тут бы ' +
    'добрий день доброго ранку вітаю дякую будь ласка підкажіть скажіть що як це в на з і й та по у до від за для не чи ви вас вам мені мене я ми мій моя моє мої його її їх то так при все якщо або ' +
    'сәлеметсіз бе сәлем рахмет өтінемін айтыңызшы маған менің мен сіз сіздің бұл осы және үшін ма ме ба бе па пе ' +
    'hello hi hey please thanks thank you can could would i me my mine we our your the a an is are am was be been do does did to of in on for with and or it its this that there have has had will at from by as if so just tell know want need like'
  ).split(/\s+/),
);

/** How a word is put down so that its forms meet. */
function stemOf(word: string, language: QuestionLanguage): string {
  if (language === 'ru' || language === 'en') return stemmers[language].stem(word);
  let stem = word;
  const [endings, rounds] = language === 'uk' ? ([UK, 1] as const) : ([KK, 3] as const);
  for (let round = 0; round < rounds; round += 1) {
    const shorter = stem.replace(endings, '');
    if (shorter.length < SHORTEST[language]) break;
    stem = shorter;
  }
  return stem;
}

export interface Words {
  readonly language: QuestionLanguage;
  /** Stems in the order of the text, without the words that every question is made of; all words when nothing else is left. */
  readonly stems: readonly string[];
}

/** A question brought down to what it asks: lower case, no signs, no digits, no politeness, stems. */
export function wordsOf(text: string): Words {
  const language = languageOf(text);
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/['’ʼ`]/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY.has(word));
  const kept = telling.length > 0 ? telling : words;
  return { language, stems: kept.map((word) => stemOf(word, language)) };
}
