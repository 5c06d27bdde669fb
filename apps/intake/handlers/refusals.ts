import { type Admission, type AdmissionRule, type Fault, sentence } from '@reglament/domain/admission';
import type { Language } from '@reglament/domain/regulation';
import type { Refusal } from '@reglament/platform/outcome';
import { type Refusals, refusalOfFields, sayRefusal } from './say-refusal.ts';

const known = {
  'unknown-hotline': {
    status: 404,
    detail: {
      ru: 'Такой горячей линии нет.',
      uk: 'Такої гарячої лінії немає.',
      kk: 'Мұндай жедел желі жоқ.',
      en: 'There is no such hotline.',
    },
  },
  'unknown-request': {
    status: 404,
    detail: {
      ru: 'Обращение с таким номером и контактом не найдено. Проверьте номер и адрес или телефон, указанный при подаче.',
      uk: 'Звернення з таким номером і контактом не знайдено. Перевірте номер і адресу або телефон, вказаний під час подання.',
      kk: 'Мұндай нөмірі мен байланысы бар өтініш табылмады. Нөмірді және өтініш бергенде көрсетілген мекенжайды немесе телефонды тексеріңіз.',
      en: 'No request was found with this number and contact. Check the number and the address or telephone given when filing.',
    },
  },
  'unknown-file': {
    status: 404,
    detail: {
      ru: 'У этого обращения нет такого файла.',
      uk: 'У цього звернення немає такого файлу.',
      kk: 'Бұл өтініште мұндай файл жоқ.',
      en: 'This request has no such file.',
    },
  },
  'no-recordings': {
    status: 404,
    detail: {
      ru: 'По этому регламенту записи разговоров не хранятся.',
      uk: 'За цим регламентом записи розмов не зберігаються.',
      kk: 'Бұл регламент бойынша әңгіме жазбалары сақталмайды.',
      en: 'Under this regulation no recordings of calls are kept.',
    },
  },
  'no-such-call': {
    status: 404,
    detail: {
      ru: 'У этого обращения нет такого звонка.',
      uk: 'У цього звернення немає такого дзвінка.',
      kk: 'Бұл өтініште мұндай қоңырау жоқ.',
      en: 'This request has no such call.',
    },
  },
  'unknown-recording': {
    status: 404,
    detail: {
      ru: 'У этого обращения нет такой записи.',
      uk: 'У цього звернення немає такого запису.',
      kk: 'Бұл өтініште мұндай жазба жоқ.',
      en: 'This request has no such recording.',
    },
  },
  'request-erased': {
    status: 409,
    detail: {
      ru: 'Персональные данные этого обращения удалены: новых записей и файлов к нему не принимают.',
      uk: 'Персональні дані цього звернення видалено: нових записів і файлів до нього не приймають.',
      kk: 'Бұл өтініштің жеке деректері жойылған: оған жаңа жазба мен файл қабылданбайды.',
      en: 'The personal data of this request were erased: no recording and no file can be added to it.',
    },
  },
  'no-disclosure': {
    status: 404,
    detail: {
      ru: 'Этот регламент не предусматривает передачи записей и переписки.',
      uk: 'Цей регламент не передбачає передавання записів і листування.',
      kk: 'Бұл регламентте жазбалар мен хат алмасуды беру қарастырылмаған.',
      en: 'This regulation knows no handing over of recordings and correspondence.',
    },
  },
  'not-named': {
    status: 403,
    detail: {
      ru: 'Записи и переписку передают только по требованию того, кого называет регламент.',
      uk: 'Записи й листування передають лише на вимогу того, кого називає регламент.',
      kk: 'Жазбалар мен хат алмасу тек регламентте аталған адамның талабы бойынша беріледі.',
      en: 'Recordings and correspondence are handed over only on the demand of whom the regulation names.',
    },
  },
  'unknown-disclosure': {
    status: 404,
    detail: {
      ru: 'Такого пакета нет.',
      uk: 'Такого пакета немає.',
      kk: 'Мұндай топтама жоқ.',
      en: 'There is no such package.',
    },
  },
  'no-such-number': {
    status: 404,
    detail: {
      ru: 'Обращения с таким номером нет.',
      uk: 'Звернення з таким номером немає.',
      kk: 'Мұндай нөмірлі өтініш жоқ.',
      en: 'There is no request of this number.',
    },
  },
  'disclosure-not-ready': {
    status: 409,
    detail: {
      ru: 'Пакет ещё собирается. Подождите немного.',
      uk: 'Пакет ще збирається. Зачекайте трохи.',
      kk: 'Топтама әлі жиналып жатыр. Сәл күте тұрыңыз.',
      en: 'The package is still being put together. Wait a moment.',
    },
  },
  'disclosure-erased': {
    status: 409,
    detail: {
      ru: 'Персональные данные этого обращения удалены, передавать нечего.',
      uk: 'Персональні дані цього звернення видалено, передавати нічого.',
      kk: 'Бұл өтініштің жеке деректері жойылған, беретін ештеңе жоқ.',
      en: 'The personal data of this request were erased: there is nothing to hand over.',
    },
  },
  'request-closed': {
    status: 409,
    detail: {
      ru: 'Обращение уже закрыто.',
      uk: 'Звернення вже закрито.',
      kk: 'Өтініш жабылған.',
      en: 'The request is already closed.',
    },
  },
  'idempotency-key-reused': {
    status: 409,
    detail: {
      ru: 'Этот ключ Idempotency-Key уже использован для другого обращения.',
      uk: 'Цей ключ Idempotency-Key уже використано для іншого звернення.',
      kk: 'Бұл Idempotency-Key кілті басқа өтініш үшін қолданылған.',
      en: 'This Idempotency-Key has already been used for a different request.',
    },
  },
  'no-complaints': {
    status: 404,
    detail: {
      ru: 'В этом регламенте жалоб на поддержку нет.',
      uk: 'У цьому регламенті скарг на службу підтримки немає.',
      kk: 'Бұл регламентте қолдау қызметіне шағым қарастырылмаған.',
      en: 'This regulation knows no complaints about the support.',
    },
  },
  'past-the-support': {
    status: 403,
    detail: {
      ru: 'Жалобы на поддержку не показывают тем, кто в ней работает.',
      uk: 'Скарг на службу підтримки не показують тим, хто в ній працює.',
      kk: 'Қолдау қызметіне түскен шағымдар сол қызметтің қызметкерлеріне көрсетілмейді.',
      en: 'Complaints about the support are not shown to those who work in it.',
    },
  },
  'unknown-complaint': {
    status: 404,
    detail: {
      ru: 'Такой жалобы нет.',
      uk: 'Такої скарги немає.',
      kk: 'Мұндай шағым жоқ.',
      en: 'There is no such complaint.',
    },
  },
  'complaint-answered': {
    status: 409,
    detail: {
      ru: 'На эту жалобу уже ответили.',
      uk: 'На цю скаргу вже відповіли.',
      kk: 'Бұл шағымға жауап берілген.',
      en: 'This complaint has been answered already.',
    },
  },
  'no-accounts': {
    status: 404,
    detail: {
      ru: 'У этой горячей линии нет личных кабинетов.',
      uk: 'У цієї гарячої лінії немає особистих кабінетів.',
      kk: 'Бұл жедел желіде жеке кабинеттер жоқ.',
      en: 'This hotline has no accounts.',
    },
  },
  'not-signed-in': {
    status: 401,
    detail: {
      ru: 'Войдите в кабинет: вход закончился или ещё не выполнен.',
      uk: 'Увійдіть до кабінету: вхід завершився або ще не виконаний.',
      kk: 'Кабинетке кіріңіз: кіру мерзімі аяқталған немесе сіз әлі кірмегенсіз.',
      en: 'Please sign in: your session has ended or has not begun.',
    },
  },
  'wrong-code': {
    status: 403,
    detail: {
      ru: 'Код не подходит. Проверьте цифры; если прошло больше четверти часа, запросите новый.',
      uk: 'Код не підходить. Перевірте цифри; якщо минуло більше чверті години, запросіть новий.',
      kk: 'Код сәйкес келмейді. Цифрларды тексеріңіз; он бес минуттан көп өтсе, жаңасын сұраңыз.',
      en: 'The code does not fit. Check the digits; after a quarter of an hour ask for a new one.',
    },
  },
  'too-many-codes': {
    status: 429,
    detail: {
      ru: 'На этот адрес запросили слишком много кодов. Подождите час или введите код из последнего письма.',
      uk: 'На цю адресу запросили забагато кодів. Зачекайте годину або введіть код з останнього листа.',
      kk: 'Бұл мекенжайға тым көп код сұралды. Бір сағат күтіңіз немесе соңғы хаттағы кодты енгізіңіз.',
      en: 'Too many codes were asked for with this address. Wait an hour, or enter the code of the last letter.',
    },
  },
  'no-leaving': {
    status: 404,
    detail: {
      ru: 'Регламент не предусматривает ухода через кабинет.',
      uk: 'Регламент не передбачає виходу через кабінет.',
      kk: 'Регламентте кабинет арқылы бас тарту қарастырылмаған.',
      en: 'The regulation knows no leaving through the account.',
    },
  },
  'unreadable-contact': {
    status: 422,
    detail: {
      ru: 'Это не адрес электронной почты и не номер телефона.',
      uk: 'Це не адреса електронної пошти й не номер телефону.',
      kk: 'Бұл электрондық пошта мекенжайы да, телефон нөмірі де емес.',
      en: 'This is neither an e-mail address nor a telephone number.',
    },
  },
  'nothing-to-erase': {
    status: 404,
    detail: {
      ru: 'С этим контактом ничего не хранится.',
      uk: 'За цим контактом нічого не зберігається.',
      kk: 'Бұл байланыс бойынша ештеңе сақталмаған.',
      en: 'Nothing is kept under this contact.',
    },
  },
  'still-open': {
    status: 409,
    detail: {
      ru: 'Среди обращений этого человека есть незакрытые. Сначала закройте их: пока над обращением работают, без контакта не ответить.',
      uk: 'Серед звернень цієї людини є незакриті. Спершу закрийте їх: доки над зверненням працюють, без контакту не відповісти.',
      kk: 'Бұл адамның өтініштерінің арасында жабылмағандары бар. Алдымен соларды жабыңыз: өтініш қаралып жатқанда байланыссыз жауап беру мүмкін емес.',
      en: 'Some of this person’s requests are still open. Close them first: while a request is worked on, nobody can be answered without a contact.',
    },
  },
  'still-blocked': {
    status: 409,
    detail: {
      ru: 'Этот человек заблокирован. Снимите блокировку или дождитесь её конца: без контакта её не применить.',
      uk: 'Цю людину заблоковано. Зніміть блокування або дочекайтеся його кінця: без контакту його не застосувати.',
      kk: 'Бұл адам бұғатталған. Бұғаттауды алыңыз немесе оның аяқталуын күтіңіз: байланыссыз оны қолдану мүмкін емес.',
      en: 'This person is blocked. Lift the block or wait for its end: without the contact it could not be applied.',
    },
  },
  'too-busy': {
    status: 429,
    detail: {
      ru: 'Сейчас поступает слишком много обращений. Повторите попытку через минуту: введённое не потеряно.',
      uk: 'Зараз надходить забагато звернень. Спробуйте ще раз за хвилину: введене не втрачено.',
      kk: 'Қазір өтініштер тым көп түсіп жатыр. Бір минуттан кейін қайталап көріңіз: енгізілген мәтін сақталады.',
      en: 'Too many requests are coming in. Try again in a minute: nothing you typed is lost.',
    },
  },
} as const satisfies Refusals<string>;

/** The refusal for a known code or a refused admission, with its sentence in the person's language. */
export function refusalOf(
  reason: keyof typeof known | 'unreadable-phone' | Exclude<Admission, { admitted: true }>,
  language: Language,
): Refusal {
  if (reason === 'unreadable-phone')
    return refusalOfFaults([faultAt('requester.phone', 'unreadablePhone', language)], language);
  if (typeof reason === 'string') return sayRefusal(known, reason, language);
  if (reason.code !== 'invalid-submission') {
    const status = reason.code === 'chat-without-instructions' ? 422 : 403;
    return { code: reason.code, status, detail: reason.sentence, clause: reason.clause };
  }
  return refusalOfFaults(reason.faults, language);
}

/** The refusal of something that breaks these rules, each at its field. */
export const refusalOfFaults = (faults: readonly Fault[], language: Language): Refusal =>
  refusalOfFields('invalid-submission', faults, language);

function faultAt(field: string, rule: AdmissionRule, language: Language) {
  return { field, rule, message: sentence(rule, language) };
}
