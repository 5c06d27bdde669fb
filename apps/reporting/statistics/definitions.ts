import type { Language } from '@reglament/domain/regulation';

/** What each figure counts, for the person who reads it. One entry per figure of `Statistics` and per metric of a list. */
export const definitions: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  received: {
    ru: 'Обращения, отправленные за период: считаются по моменту отправки, по часам горячей линии.',
    uk: 'Звернення, надіслані за період: рахуються за моментом надсилання, за годинником гарячої лінії.',
    kk: 'Кезең ішінде жіберілген өтініштер: жіберілген сәті бойынша, жедел желінің уақытымен саналады.',
    en: 'Requests sent within the period, counted at the moment of sending, on the hotline’s own clock.',
  },
  resolved: {
    ru: 'Обращения, решённые за период. Решённое, открытое снова и решённое ещё раз считается один раз за период.',
    uk: 'Звернення, вирішені за період. Вирішене, відкрите знову й вирішене ще раз рахується один раз за період.',
    kk: 'Кезең ішінде шешілген өтініштер. Шешіліп, қайта ашылып, тағы шешілгені кезеңде бір рет саналады.',
    en: 'Requests resolved within the period. One that was resolved, reopened and resolved again counts once per period.',
  },
  open: {
    ru: 'Обращения, полученные до конца периода и к этому моменту не закрытые; пока период идёт — открытые сейчас.',
    uk: 'Звернення, отримані до кінця періоду й на цей момент не закриті; доки період триває — відкриті зараз.',
    kk: 'Кезеңнің соңына дейін түсіп, сол сәтте жабылмаған өтініштер; кезең аяқталмаса — қазір ашықтары.',
    en: 'Requests received before the end of the period and not closed by then; while the period runs, those open now.',
  },
  queue: {
    ru: 'Открытые обращения, которые на конец периода (или сейчас) ждут модератора и никому не назначены.',
    uk: 'Відкриті звернення, які на кінець періоду (або зараз) чекають на модератора й нікому не призначені.',
    kk: 'Кезеңнің соңында (немесе қазір) модераторды күтіп тұрған, ешкімге тағайындалмаған ашық өтініштер.',
    en: 'Open requests that at the end of the period (or now) wait for the moderator and are given to nobody.',
  },
  cancelled: {
    ru: 'Обращения, отменённые за период с причиной из регламента.',
    uk: 'Звернення, скасовані за період із причиною з регламенту.',
    kk: 'Кезең ішінде регламенттегі себеппен тоқтатылған өтініштер.',
    en: 'Requests cancelled within the period, with a reason from the regulation.',
  },
  declined: {
    ru: 'Обращения, отклонённые за период как не относящиеся к горячей линии.',
    uk: 'Звернення, відхилені за період як такі, що не стосуються гарячої лінії.',
    kk: 'Кезең ішінде жедел желіге қатысы жоқ деп қабылданбаған өтініштер.',
    en: 'Requests declined within the period as not belonging to the hotline.',
  },
  withdrawn: {
    ru: 'Обращения, которые за период отозвал сам заявитель.',
    uk: 'Звернення, які за період відкликав сам заявник.',
    kk: 'Кезең ішінде өтініш берушінің өзі қайтарып алғандары.',
    en: 'Requests that the requester withdrew within the period.',
  },
  reopened: {
    ru: 'Закрытые обращения, открытые за период снова.',
    uk: 'Закриті звернення, відкриті за період знову.',
    kk: 'Кезең ішінде қайта ашылған жабық өтініштер.',
    en: 'Closed requests that were opened again within the period.',
  },
  'handed-over': {
    ru: 'Обращения, переданные за период разработчику системы.',
    uk: 'Звернення, передані за період розробникові системи.',
    kk: 'Кезең ішінде жүйені әзірлеушіге берілген өтініштер.',
    en: 'Requests handed over to the system’s developer within the period.',
  },
  'time-placement': {
    ru: 'От отправки обращения до появления в очереди модератора; обращения, вставшие в очередь за период.',
    uk: 'Від надсилання звернення до появи в черзі модератора; звернення, що стали в чергу за період.',
    kk: 'Өтініш жіберілгеннен модератордың кезегіне түскенге дейін; кезең ішінде кезекке тұрғандары.',
    en: 'From sending until the request stands in the moderator’s queue; requests queued within the period.',
  },
  'time-assignment': {
    ru: 'От появления в очереди до первого назначения исполнителя; обращения, назначенные за период.',
    uk: 'Від появи в черзі до першого призначення виконавця; звернення, призначені за період.',
    kk: 'Кезекке тұрғаннан орындаушы алғаш тағайындалғанға дейін; кезең ішінде тағайындалғандары.',
    en: 'From the queue until the first assignment to an agent; requests first assigned within the period.',
  },
  'time-answer': {
    ru: 'От отправки до первого ответа или решения; обращения, впервые получившие ответ за период.',
    uk: 'Від надсилання до першої відповіді чи вирішення; звернення, що вперше отримали відповідь за період.',
    kk: 'Жіберілгеннен алғашқы жауапқа немесе шешімге дейін; кезең ішінде алғаш жауап алғандары.',
    en: 'From sending until the first answer or the solution; requests first answered within the period.',
  },
  'time-resolution': {
    ru: 'От отправки до последнего решения за период, включая нерабочее время и ожидание.',
    uk: 'Від надсилання до останнього вирішення за період, разом із неробочим часом і очікуванням.',
    kk: 'Жіберілгеннен кезең ішіндегі соңғы шешімге дейін, жұмыстан тыс уақыт пен күтуді қоса.',
    en: 'From sending until the last solution within the period, closed hours and waiting included.',
  },
  kept: {
    ru: 'Сроки, соблюдённые за период: нужное событие произошло вовремя.',
    uk: 'Строки, дотримані за період: потрібна подія відбулася вчасно.',
    kk: 'Кезең ішінде сақталған мерзімдер: қажетті іс уақытында болды.',
    en: 'Promises kept within the period: what the clock waited for happened in time.',
  },
  broken: {
    ru: 'Сроки, истёкшие за период. Нарушение относится к моменту, когда срок вышел.',
    uk: 'Строки, що минули за період. Порушення належить до моменту, коли строк вийшов.',
    kk: 'Кезең ішінде өтіп кеткен мерзімдер. Бұзушылық мерзім біткен сәтке жатады.',
    en: 'Promises broken within the period. A breach belongs to the moment when the time was up.',
  },
  'clock-cancelled': {
    ru: 'Сроки, отпавшие за период: ждать стало нечего.',
    uk: 'Строки, що відпали за період: чекати стало нічого.',
    kk: 'Кезең ішінде күшін жойған мерзімдер: күтетін ештеңе қалмады.',
    en: 'Promises that fell away within the period: there was nothing left to wait for.',
  },
  warned: {
    ru: 'Сроки, о приближении которых предупреждали за период.',
    uk: 'Строки, про наближення яких попереджали за період.',
    kk: 'Кезең ішінде жақындағаны ескертілген мерзімдер.',
    en: 'Promises of which a warning was given within the period.',
  },
  running: {
    ru: 'Сроки, которые на конец периода шли или стояли на паузе и не были нарушены.',
    uk: 'Строки, які на кінець періоду йшли або стояли на паузі й не були порушені.',
    kk: 'Кезеңнің соңында жүріп тұрған немесе кідіртілген, бұзылмаған мерзімдер.',
    en: 'Promises that at the end of the period were running or paused and not broken.',
  },
  employee: {
    ru: 'Разные обращения, с которыми сотрудник за период сделал названное: получил, ответил, решил, назначил.',
    uk: 'Різні звернення, з якими працівник за період зробив назване: отримав, відповів, вирішив, призначив.',
    kk: 'Қызметкер кезең ішінде аталған істі жасаған бөлек өтініштер: алды, жауап берді, шешті, тағайындады.',
    en: 'Different requests with which the employee did the named thing within the period: was given, answered, resolved, assigned.',
  },
  question: {
    ru: 'Обращения за период, в которых спрашивают об одном и том же, какими бы словами это ни было сказано. Группа сохраняется от месяца к месяцу; менеджер может объединять, разделять, переименовывать и скрывать группы. Вопрос, который задали один раз, не входит ни в одну.',
    uk: 'Звернення за період, у яких питають про те саме, хоч би якими словами це було сказано. Група зберігається від місяця до місяця; менеджер може об’єднувати, розділяти, перейменовувати й приховувати групи. Питання, яке поставили один раз, не входить до жодної.',
    kk: 'Кезең ішінде бір нәрсе туралы сұрайтын өтініштер, қандай сөзбен айтылса да. Топ айдан айға сақталады; менеджер топтарды біріктіре, бөле, атын өзгерте және жасыра алады. Бір рет қана қойылған сұрақ ешбір топқа кірмейді.',
    en: 'Requests of the period that ask the same thing, in whatever words. A group stays itself from month to month; managers can merge, split, rename and hide groups. A question that was asked once belongs to none.',
  },
};

/** All definitions in one language. */
export const definitionsIn = (language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(definitions).map(([name, texts]) => [name, texts[language]]));
