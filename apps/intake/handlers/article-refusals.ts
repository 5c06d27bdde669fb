import type { ArticleRefusal } from '@reglament/domain/articles';
import type { Language } from '@reglament/domain/regulation';
import type { Refusal } from '@reglament/platform/outcome';
import { type Refusals, sayRefusal } from './say-refusal.ts';

type Known = ArticleRefusal | 'unknown-article' | 'too-many-articles';

const known: Refusals<Known> = {
  'unknown-article': {
    status: 404,
    detail: {
      ru: 'Такой статьи нет, или её больше не показывают.',
      uk: 'Такої статті немає, або її більше не показують.',
      kk: 'Мұндай мақала жоқ немесе ол енді көрсетілмейді.',
      en: 'There is no such article, or it is shown no more.',
    },
  },
  'article-changed': {
    status: 409,
    detail: {
      ru: 'Пока вы правили статью, её изменил кто-то другой. Скопируйте свой текст и откройте статью заново.',
      uk: 'Поки ви редагували статтю, її змінив хтось інший. Скопіюйте свій текст і відкрийте статтю знову.',
      kk: 'Сіз мақаланы түзетіп жатқанда оны басқа біреу өзгертті. Мәтініңізді көшіріп алып, мақаланы қайта ашыңыз.',
      en: 'Somebody else changed the article while you were editing it. Copy your text and open the article again.',
    },
  },
  'article-not-allowed-now': {
    status: 409,
    detail: {
      ru: 'Со статьёй в её нынешнем состоянии этого сделать нельзя.',
      uk: 'Зі статтею в її теперішньому стані цього зробити не можна.',
      kk: 'Мақаланың қазіргі күйінде бұлай істеуге болмайды.',
      en: 'This cannot be done to the article as it stands now.',
    },
  },
  'article-language': {
    status: 422,
    detail: {
      ru: 'Статью пишут на языках этой линии.',
      uk: 'Статтю пишуть мовами цієї лінії.',
      kk: 'Мақала осы желінің тілдерінде жазылады.',
      en: 'An article is written in the languages of this hotline.',
    },
  },
  'article-empty': {
    status: 422,
    detail: {
      ru: 'Напишите заголовок и текст хотя бы на одном языке.',
      uk: 'Напишіть заголовок і текст хоча б однією мовою.',
      kk: 'Тақырып пен мәтінді кемінде бір тілде жазыңыз.',
      en: 'Write a title and a text in one language at least.',
    },
  },
  'review-date': {
    status: 422,
    detail: {
      ru: 'День проверки — не раньше сегодняшнего и не дальше трёх лет.',
      uk: 'День перевірки — не раніше сьогоднішнього і не далі трьох років.',
      kk: 'Тексеру күні бүгіннен ерте де, үш жылдан кеш те болмауы керек.',
      en: 'The day of review is today or later, within three years.',
    },
  },
  'too-many-articles': {
    status: 409,
    detail: {
      ru: 'В справочном центре слишком много статей: дополните одну из тех, что есть.',
      uk: 'У довідковому центрі забагато статей: доповніть одну з наявних.',
      kk: 'Анықтама орталығында мақала тым көп: бар мақаланың бірін толықтырыңыз.',
      en: 'The help centre holds too many articles: add to one of those that are there.',
    },
  },
};

/** The refusal for a code, in the reader's language. */
export const articleRefusal = (code: Known, language: Language): Refusal => sayRefusal(known, code, language);
