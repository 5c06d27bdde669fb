import { inLanguage, spokenMoment } from '../admission/index.ts';
import type { ComposedLetter } from '../letters/compose.ts';
import type { Language, Regulation, Text } from '../regulation/types.ts';
import { displayNumber } from '../request/index.ts';
import type { Instant } from '../time/index.ts';

type Letter = Omit<ComposedLetter, 'kind'>;

interface Words {
  readonly signIn: { readonly subject: string; readonly code: (code: string) => string };
  /** For how long the code is good, and what to do when nobody asked for it. */
  readonly goodFor: (minutes: number) => string;
  readonly notYou: string;
  readonly left: { readonly subject: string; readonly when: (when: string, clause: string) => string };
  readonly withdrawn: (numbers: string) => string;
  readonly nothingOpen: string;
  readonly kept: string;
  readonly back: string;
}

const words: Readonly<Record<Language, Words>> = {
  ru: {
    signIn: { subject: 'Код для входа в кабинет', code: (code) => `Код для входа: ${code}` },
    goodFor: (minutes) =>
      `Введите его на той странице, где вы его запросили. Код действует ${minutes} минут и годится один раз. Никому его не сообщайте: поддержка о нём не спрашивает.`,
    notYou: 'Если вы не входили в кабинет, ничего делать не нужно: без этого кода никто не войдёт.',
    left: {
      subject: 'Вы прекратили пользоваться поддержкой',
      when: (when, clause) => `${when} вы прекратили пользоваться поддержкой (пункт ${clause}).`,
    },
    withdrawn: (numbers) => `Отозваны обращения: ${numbers}. Отвечать на них не будут.`,
    nothingOpen: 'Открытых обращений у вас не было.',
    kept: 'Что остаётся в записях:',
    back: 'Если вы обратитесь снова, правила покажут ещё раз и попросят их принять.',
  },
  uk: {
    signIn: { subject: 'Код для входу до кабінету', code: (code) => `Код для входу: ${code}` },
    goodFor: (minutes) =>
      `Введіть його на тій сторінці, де ви його запросили. Код діє ${minutes} хвилин і придатний один раз. Нікому його не повідомляйте: підтримка про нього не питає.`,
    notYou: 'Якщо ви не входили до кабінету, робити нічого не треба: без цього коду ніхто не ввійде.',
    left: {
      subject: 'Ви припинили користуватися підтримкою',
      when: (when, clause) => `${when} ви припинили користуватися підтримкою (пункт ${clause}).`,
    },
    withdrawn: (numbers) => `Відкликано звернення: ${numbers}. Відповідати на них не будуть.`,
    nothingOpen: 'Відкритих звернень у вас не було.',
    kept: 'Що залишається в записах:',
    back: 'Якщо ви звернетеся знову, правила покажуть ще раз і попросять їх прийняти.',
  },
  kk: {
    signIn: { subject: 'Кабинетке кіру коды', code: (code) => `Кіру коды: ${code}` },
    goodFor: (minutes) =>
      `Оны сұраған бетіңізде енгізіңіз. Код ${minutes} минут жарамды және бір рет қана қолданылады. Оны ешкімге айтпаңыз: қолдау қызметі оны сұрамайды.`,
    notYou: 'Кабинетке кірмеген болсаңыз, ештеңе істеудің қажеті жоқ: бұл кодсыз ешкім кіре алмайды.',
    left: {
      subject: 'Сіз қолдау қызметін пайдалануды тоқтаттыңыз',
      when: (when, clause) => `${when} сіз қолдау қызметін пайдалануды тоқтаттыңыз (${clause}-тармақ).`,
    },
    withdrawn: (numbers) => `Қайтарып алынған өтініштер: ${numbers}. Оларға жауап берілмейді.`,
    nothingOpen: 'Ашық өтініштеріңіз болған жоқ.',
    kept: 'Жазбаларда не қалады:',
    back: 'Қайта жүгінсеңіз, ережелер тағы көрсетіліп, қабылдауыңыз сұралады.',
  },
  en: {
    signIn: { subject: 'Your sign-in code', code: (code) => `Sign-in code: ${code}` },
    goodFor: (minutes) =>
      `Enter it on the page where you asked for it. It is good for ${minutes} minutes and for one use. Tell it to nobody: the support never asks for it.`,
    notYou: 'If you were not signing in, there is nothing to do: nobody gets in without this code.',
    left: {
      subject: 'You have stopped using the support',
      when: (when, clause) => `On ${when} you stopped using the support (clause ${clause}).`,
    },
    withdrawn: (numbers) => `These requests were withdrawn: ${numbers}. They will not be answered.`,
    nothingOpen: 'You had no open requests.',
    kept: 'What stays on record:',
    back: 'If you turn to the support again, the rules will be shown once more and must be accepted.',
  },
};

const spoken = (regulation: Regulation, language: Language): Language =>
  regulation.languages.includes(language) ? language : regulation.languages[0];

const signOf = (regulation: Regulation, language: Language) =>
  `${inLanguage(regulation.name, language, regulation)}. ${inLanguage(regulation.organisation, language, regulation)}`;

const letter = (language: Language, subject: string, ...paragraphs: readonly string[]): Letter => ({
  language,
  subject,
  body: paragraphs.filter((each) => each !== '').join('\n\n'),
});

/** The one-time code for the account page; `minutes` are of real time. */
export function composeSignIn(regulation: Regulation, wanted: Language, code: string, minutes: number): Letter {
  const language = spoken(regulation, wanted);
  const { signIn, goodFor, notYou } = words[language];
  return letter(language, signIn.subject, signIn.code(code), goodFor(minutes), notYou, signOf(regulation, language));
}

/** What was done when somebody left, and what stays, in words (kz-portal 30-3). The moment is told in the tenant's zone. */
export function composeLeaving(
  regulation: Regulation,
  wanted: Language,
  left: { readonly at: Instant; readonly clause: string; readonly numbers: readonly string[]; readonly kept: Text },
): Letter {
  const language = spoken(regulation, wanted);
  const say = words[language];
  return letter(
    language,
    say.left.subject,
    say.left.when(spokenMoment(left.at, language, regulation.calendar.timeZone), left.clause),
    left.numbers.length === 0 ? say.nothingOpen : say.withdrawn(left.numbers.map(displayNumber).join(', ')),
    `${say.kept}\n${inLanguage(left.kept, language, regulation)}`,
    say.back,
    signOf(regulation, language),
  );
}
