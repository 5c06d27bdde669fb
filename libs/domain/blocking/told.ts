import { inLanguage } from '../admission/index.ts';
import { LOCALES } from '../regulation/text.ts';
import type { Language, Regulation, Text } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { type AppealState, appealState, type Block } from './rules.ts';

/** What a blocked person is told: by which clause, for what, until when, and how to appeal. */
export interface ToldOfBlock extends Block {
  /** An id of the regulation's grounds. */
  readonly ground: string;
  /** The clause that was broken. */
  readonly groundClause: string;
}

/** A moment within a sentence: "7 декабря 2026 г. в 15:04", in the tenant's zone. */
const blockMoment = (at: Instant, language: Language, { calendar }: Regulation): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: calendar.timeZone,
  }).format(at);

/** The name of a ground; of one that the regulation no longer has, its clause's own words. */
function groundName(regulation: Regulation, told: Pick<ToldOfBlock, 'ground' | 'groundClause'>): Text {
  const named = regulation.blocking?.grounds.find(({ id }) => id === told.ground);
  return named?.name ?? regulation.clauses.get(told.groundClause)?.text ?? {};
}

interface Words {
  readonly refused: (ground: string, clause: string) => string;
  readonly ends: (until: string) => string;
  readonly appeal: Readonly<Record<AppealState, (until: string) => string>>;
}

const words: Readonly<Record<Language, Words>> = {
  ru: {
    refused: (ground, clause) =>
      `Поддержка сейчас не принимает от вас обращений и сообщений. Причина: ${ground} (пункт ${clause}).`,
    ends: (until) => `Блокировка закончится ${until}.`,
    appeal: {
      open: (until) =>
        `Если вы не согласны, её можно один раз обжаловать на странице «Мои обращения»; время на это истекает ${until}.`,
      waiting: () => 'Ваше обжалование рассматривают: ответ придёт письмом.',
      answered: () => 'Обжалование рассмотрели и блокировку оставили в силе.',
      over: () => 'Время на обжалование истекло.',
    },
  },
  uk: {
    refused: (ground, clause) =>
      `Підтримка зараз не приймає від вас звернень і повідомлень. Причина: ${ground} (пункт ${clause}).`,
    ends: (until) => `Блокування закінчиться ${until}.`,
    appeal: {
      open: (until) =>
        `Якщо ви не згодні, його можна один раз оскаржити на сторінці «Мої звернення»; час на це спливає ${until}.`,
      waiting: () => 'Ваше оскарження розглядають: відповідь надійде листом.',
      answered: () => 'Оскарження розглянули й блокування залишили чинним.',
      over: () => 'Час на оскарження сплив.',
    },
  },
  kk: {
    refused: (ground, clause) =>
      `Қолдау қызметі қазір сізден өтініш пен хабарлама қабылдамайды. Себебі: ${ground} (${clause}-тармақ).`,
    ends: (until) => `Бұғаттау аяқталатын уақыт: ${until}.`,
    appeal: {
      open: (until) =>
        `Келіспесеңіз, «Менің өтініштерім» бетінде бір рет шағым беруге болады; шағым беру мерзімі аяқталатын уақыт: ${until}.`,
      waiting: () => 'Шағымыңыз қаралып жатыр: жауабы хатпен келеді.',
      answered: () => 'Шағымыңыз қаралды, бұғаттау күшінде қалдырылды.',
      over: () => 'Шағым беру мерзімі өтіп кетті.',
    },
  },
  en: {
    refused: (ground, clause) =>
      `The support takes no requests and messages from you at present. The reason: ${ground} (clause ${clause}).`,
    ends: (until) => `The block ends on ${until}.`,
    appeal: {
      open: (until) =>
        `If you disagree, you may appeal once, on the page “My requests”; the time for it ends on ${until}.`,
      waiting: () => 'Your appeal is being looked at: the answer comes by letter.',
      answered: () => 'Your appeal was looked at, and the block stays in force.',
      over: () => 'The time for an appeal is over.',
    },
  },
};

/** The three sentences of a block: the refusal with its ground, its end, and how to appeal. */
export function blockSentences(regulation: Regulation, language: Language, told: ToldOfBlock, now: Instant) {
  const say = words[language];
  const moment = (at: Instant) => blockMoment(at, language, regulation);
  return {
    refused: say.refused(inLanguage(groundName(regulation, told), language, regulation), told.groundClause),
    ends: say.ends(moment(told.until)),
    appeal: say.appeal[appealState(told, now)](moment(told.appealUntil)),
  };
}

/** What somebody who is blocked is answered when they write (kz-portal 30-19). */
export function toldWhenBlocked(regulation: Regulation, language: Language, told: ToldOfBlock, now: Instant): string {
  const { refused, ends, appeal } = blockSentences(regulation, language, told, now);
  return `${refused} ${ends} ${appeal}`;
}
