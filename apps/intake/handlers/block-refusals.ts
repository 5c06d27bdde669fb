import type { Language } from '@reglament/domain/regulation';
import type { Refusal } from '@reglament/platform/outcome';
import { type Refusals, sayRefusal } from './say-refusal.ts';

const known = {
  'no-blocking': {
    status: 404,
    detail: {
      ru: 'В регламенте этой линии никого не блокируют.',
      uk: 'У регламенті цієї лінії нікого не блокують.',
      kk: 'Бұл желінің регламентінде ешкім бұғатталмайды.',
      en: 'The regulation of this hotline blocks nobody.',
    },
  },
  'nobody-to-block': {
    status: 409,
    detail: {
      ru: 'Данные этого человека стёрты, блокировать некого.',
      uk: 'Дані цієї людини стерто, блокувати нікого.',
      kk: 'Бұл адамның деректері өшірілген, бұғаттайтын ешкім жоқ.',
      en: 'This person’s data have been erased: there is nobody to block.',
    },
  },
  'already-blocked': {
    status: 409,
    detail: {
      ru: 'Этот человек уже заблокирован.',
      uk: 'Цю людину вже заблоковано.',
      kk: 'Бұл адам бұғатталып қойған.',
      en: 'This person is blocked already.',
    },
  },
  'unknown-ground': {
    status: 422,
    detail: {
      ru: 'Такого основания для блокировки в регламенте нет.',
      uk: 'Такої підстави для блокування в регламенті немає.',
      kk: 'Регламентте бұғаттаудың мұндай негізі жоқ.',
      en: 'The regulation has no such ground for a block.',
    },
  },
  'unknown-term': {
    status: 422,
    detail: {
      ru: 'На такой срок регламент блокировать не разрешает.',
      uk: 'На такий строк регламент блокувати не дозволяє.',
      kk: 'Регламент мұндай мерзімге бұғаттауға рұқсат бермейді.',
      en: 'The regulation does not let anybody be blocked for this term.',
    },
  },
  'unknown-block': {
    status: 404,
    detail: {
      ru: 'Такой блокировки нет.',
      uk: 'Такого блокування немає.',
      kk: 'Мұндай бұғаттау жоқ.',
      en: 'There is no such block.',
    },
  },
  'block-ended': {
    status: 409,
    detail: {
      ru: 'Эта блокировка уже закончилась или снята.',
      uk: 'Це блокування вже закінчилося або зняте.',
      kk: 'Бұл бұғаттау аяқталған немесе алынған.',
      en: 'This block has ended or was lifted already.',
    },
  },
  'no-appeal': {
    status: 409,
    detail: {
      ru: 'Обжалования, которое ждёт ответа, здесь нет.',
      uk: 'Оскарження, що чекає на відповідь, тут немає.',
      kk: 'Мұнда жауап күтіп тұрған шағым жоқ.',
      en: 'There is no appeal here that waits for an answer.',
    },
  },
  'own-block': {
    status: 409,
    detail: {
      ru: 'Вы сами заблокировали этого человека. Снять блокировку вы можете, а оставить её в силе должен решить кто-то другой.',
      uk: 'Ви самі заблокували цю людину. Зняти блокування ви можете, а залишити його чинним має вирішити хтось інший.',
      kk: 'Бұл адамды өзіңіз бұғаттағансыз. Бұғаттауды ала аласыз, бірақ оны күшінде қалдыруды басқа біреу шешуі тиіс.',
      en: 'You blocked this person yourself. You may lift the block; leaving it in force is for somebody else to decide.',
    },
  },
  'not-blocked': {
    status: 404,
    detail: {
      ru: 'Вы не заблокированы, обжаловать нечего.',
      uk: 'Вас не заблоковано, оскаржувати нічого.',
      kk: 'Сіз бұғатталмағансыз, шағым беретін ештеңе жоқ.',
      en: 'You are not blocked: there is nothing to appeal.',
    },
  },
  'appeal-made': {
    status: 409,
    detail: {
      ru: 'Эту блокировку вы уже обжаловали. Это можно сделать один раз.',
      uk: 'Це блокування ви вже оскаржили. Зробити це можна один раз.',
      kk: 'Бұл бұғаттауға шағым беріп қойғансыз. Шағым бір рет қана беріледі.',
      en: 'You have appealed this block already. It can be done once.',
    },
  },
  'appeal-too-late': {
    status: 409,
    detail: {
      ru: 'Время на обжалование истекло.',
      uk: 'Час на оскарження сплив.',
      kk: 'Шағым беру мерзімі өтіп кетті.',
      en: 'The time for an appeal is over.',
    },
  },
} as const satisfies Refusals<string>;

/** The refusal for a code, in the reader's language. */
export const blockRefusal = (code: keyof typeof known, language: Language): Refusal =>
  sayRefusal(known, code, language);
