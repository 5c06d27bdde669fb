import { inLanguage } from '../admission/index.ts';
import type { ComposedLetter } from '../letters/compose.ts';
import type { Language, Regulation } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { blockSentences, type ToldOfBlock } from './told.ts';

/** What a letter about a block is written for; `text` are the words of the staff member, `page` is where one appeals. */
export type BlockLetter =
  | { readonly about: 'blocked'; readonly text: string; readonly page: string }
  | { readonly about: 'lifted' | 'lifted-on-appeal' | 'upheld'; readonly text: string };

interface Words {
  readonly subject: Readonly<Record<BlockLetter['about'], string>>;
  readonly done: Readonly<Record<Exclude<BlockLetter['about'], 'blocked'>, string>>;
  readonly because: string;
  readonly page: string;
}

const again = {
  ru: 'Поддержка снова принимает ваши обращения и сообщения.',
  uk: 'Підтримка знову приймає ваші звернення й повідомлення.',
  kk: 'Қолдау қызметі өтініштеріңіз бен хабарламаларыңызды қайтадан қабылдайды.',
  en: 'The support takes your requests and messages again.',
} as const satisfies Record<Language, string>;

const words: Readonly<Record<Language, Words>> = {
  ru: {
    subject: {
      blocked: 'Ваши обращения заблокированы',
      lifted: 'Блокировка снята',
      'lifted-on-appeal': 'Блокировка снята по вашему обжалованию',
      upheld: 'Ответ на обжалование блокировки',
    },
    done: {
      lifted: `Блокировка снята. ${again.ru}`,
      'lifted-on-appeal': `Ваше обжалование рассмотрели и блокировку сняли. ${again.ru}`,
      upheld: 'Ваше обжалование рассмотрел не тот сотрудник, который вас заблокировал. Блокировка остаётся в силе.',
    },
    because: 'Пояснение поддержки:',
    page: 'Обжаловать и посмотреть, как идут дела по вашим обращениям, можно здесь:',
  },
  uk: {
    subject: {
      blocked: 'Ваші звернення заблоковано',
      lifted: 'Блокування знято',
      'lifted-on-appeal': 'Блокування знято за вашим оскарженням',
      upheld: 'Відповідь на оскарження блокування',
    },
    done: {
      lifted: `Блокування знято. ${again.uk}`,
      'lifted-on-appeal': `Ваше оскарження розглянули й блокування зняли. ${again.uk}`,
      upheld: 'Ваше оскарження розглянув не той працівник, який вас заблокував. Блокування залишається чинним.',
    },
    because: 'Пояснення підтримки:',
    page: 'Оскаржити й подивитися, як ідуть справи за вашими зверненнями, можна тут:',
  },
  kk: {
    subject: {
      blocked: 'Өтініштеріңіз бұғатталды',
      lifted: 'Бұғаттау алынды',
      'lifted-on-appeal': 'Шағымыңыз бойынша бұғаттау алынды',
      upheld: 'Бұғаттауға берген шағымыңызға жауап',
    },
    done: {
      lifted: `Бұғаттау алынды. ${again.kk}`,
      'lifted-on-appeal': `Шағымыңыз қаралып, бұғаттау алынды. ${again.kk}`,
      upheld: 'Шағымыңызды сізді бұғаттаған қызметкер емес, басқа қызметкер қарады. Бұғаттау күшінде қалады.',
    },
    because: 'Қолдау қызметінің түсініктемесі:',
    page: 'Шағым беріп, өтініштеріңіздің жай-күйін мына жерден көруге болады:',
  },
  en: {
    subject: {
      blocked: 'Your requests have been blocked',
      lifted: 'The block has been lifted',
      'lifted-on-appeal': 'The block has been lifted on your appeal',
      upheld: 'The answer to your appeal',
    },
    done: {
      lifted: `The block has been lifted. ${again.en}`,
      'lifted-on-appeal': `Your appeal was looked at, and the block has been lifted. ${again.en}`,
      upheld: 'Your appeal was looked at by somebody else than the one who blocked you. The block stays in force.',
    },
    because: 'The support explains:',
    page: 'You may appeal, and see how your requests stand, here:',
  },
};

/** A letter about a block in the person's language, or the tenant's first (kz-portal 30-19). */
export function composeBlockLetter(
  regulation: Regulation,
  wanted: Language,
  told: ToldOfBlock,
  matter: BlockLetter,
  now: Instant,
): Omit<ComposedLetter, 'kind'> {
  const language = regulation.languages.includes(wanted) ? wanted : regulation.languages[0];
  const say = words[language];
  const { refused, ends, appeal } = blockSentences(regulation, language, told, now);
  const explained = `${say.because}\n${matter.text}`;
  const signed = [regulation.name, regulation.organisation].map((each) => inLanguage(each, language, regulation));
  const paragraphs =
    matter.about === 'blocked'
      ? [refused, explained, `${ends} ${appeal}`, `${say.page} ${matter.page}`]
      : [say.done[matter.about], explained, ...(matter.about === 'upheld' ? [ends] : [])];
  return { language, subject: say.subject[matter.about], body: [...paragraphs, signed.join('. ')].join('\n\n') };
}
