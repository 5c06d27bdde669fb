import { inLanguage, spokenMoment } from '../admission/index.ts';
import type { Language, Regulation, Text } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';

/** A line of a request's trail, as far as a summary tells of it. */
export interface Done {
  readonly at: Instant;
  readonly verb: string;
  /** Who did it, by name. */
  readonly by: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

type Said = Readonly<Record<Language, string>>;
type Naming = Readonly<Record<Language, (name: string) => string>>;

const same: Readonly<Record<string, Said>> = {
  register: {
    ru: 'обращение зарегистрировано',
    uk: 'звернення зареєстровано',
    kk: 'өтініш тіркелді',
    en: 'the request was registered',
  },
  reply: { ru: 'отправлен ответ', uk: 'надіслано відповідь', kk: 'жауап жіберілді', en: 'an answer was sent' },
  ask: { ru: 'запрошены сведения', uk: 'запитано відомості', kk: 'мәлімет сұралды', en: 'more information was asked' },
  'requester-answer': {
    ru: 'получено ваше сообщение',
    uk: 'отримано ваше повідомлення',
    kk: 'хабарламаңыз алынды',
    en: 'your message came',
  },
  resume: { ru: 'работа продолжена', uk: 'роботу продовжено', kk: 'жұмыс жалғасты', en: 'work went on' },
  reopen: {
    ru: 'обращение открыто снова',
    uk: 'звернення відкрито знову',
    kk: 'өтініш қайта ашылды',
    en: 'the request was opened again',
  },
  'record-session': {
    ru: 'проведён сеанс удалённого подключения',
    uk: 'проведено сеанс віддаленого підключення',
    kk: 'қашықтан қосылу сеансы өткізілді',
    en: 'a remote session was held',
  },
};

const calls: Readonly<Record<string, Said>> = {
  answered: {
    ru: 'поговорили по телефону',
    uk: 'поговорили телефоном',
    kk: 'телефонмен сөйлестік',
    en: 'we spoke by telephone',
  },
  'no-answer': {
    ru: 'звонили, никто не ответил',
    uk: 'телефонували, ніхто не відповів',
    kk: 'қоңырау шалдық, ешкім жауап бермеді',
    en: 'we called, nobody answered',
  },
  busy: {
    ru: 'звонили, номер был занят',
    uk: 'телефонували, номер був зайнятий',
    kk: 'қоңырау шалдық, нөмір бос болмады',
    en: 'we called, the line was busy',
  },
  'switched-off': {
    ru: 'звонили, телефон был выключен',
    uk: 'телефонували, телефон був вимкнений',
    kk: 'қоңырау шалдық, телефон өшірулі болды',
    en: 'we called, the telephone was switched off',
  },
  'wrong-number': {
    ru: 'звонили, номер оказался чужим',
    uk: 'телефонували, номер виявився чужим',
    kk: 'қоңырау шалдық, нөмір бөтен болып шықты',
    en: 'we called, the number was somebody else’s',
  },
};

const responsible: Naming = {
  ru: (name) => `обращением занимается ${name}`,
  uk: (name) => `зверненням займається ${name}`,
  kk: (name) => `өтінішпен ${name} айналысады`,
  en: (name) => `${name} is working on the request`,
};
const handedOver: Naming = {
  ru: (name) => `вопрос передан тем, кто ответит на него лучше: ${name}`,
  uk: (name) => `питання передано тим, хто відповість на нього краще: ${name}`,
  kk: (name) => `сұрақ оған жақсырақ жауап беретін тарапқа берілді: ${name}`,
  en: (name) => `the question was handed over to those who answer it best: ${name}`,
};
const answeredBy: Naming = {
  ru: (name) => `пришёл ответ: ${name}`,
  uk: (name) => `надійшла відповідь: ${name}`,
  kk: (name) => `жауап келді: ${name}`,
  en: (name) => `an answer came: ${name}`,
};
const postponed: Naming = {
  ru: (name) => `решение отложено по причине «${name}»`,
  uk: (name) => `рішення відкладено з причини «${name}»`,
  kk: (name) => `шешім «${name}» себебімен кейінге қалдырылды`,
  en: (name) => `the solution was postponed for the reason “${name}”`,
};
const diagnosed: Naming = {
  ru: (name) => `выполнен шаг диагностики «${name}»`,
  uk: (name) => `виконано крок діагностики «${name}»`,
  kk: (name) => `«${name}» анықтау қадамы орындалды`,
  en: (name) => `the step “${name}” of the diagnosis was done`,
};
const deadline: Naming = {
  ru: (moment) => `назначен срок: ${moment}`,
  uk: (moment) => `призначено строк: ${moment}`,
  kk: (moment) => `мерзім белгіленді: ${moment}`,
  en: (moment) => `a deadline was set: ${moment}`,
};
const classified: Naming = {
  ru: (name) => `обращение отнесено к теме «${name}»`,
  uk: (name) => `звернення віднесено до теми «${name}»`,
  kk: (name) => `өтініш «${name}» тақырыбына жатқызылды`,
  en: (name) => `the request was put under the subject “${name}”`,
};

const opening: Said = {
  ru: 'Что сделано по обращению:',
  uk: 'Що зроблено за зверненням:',
  kk: 'Өтініш бойынша не істелді:',
  en: 'What was done about the request:',
};
const finished: Naming = {
  ru: (wording) => `Обращение завершено: ${wording}.`,
  uk: (wording) => `Звернення завершено: ${wording}.`,
  kk: (wording) => `Өтініш аяқталды: ${wording}.`,
  en: (wording) => `The request is closed: ${wording}.`,
};

/** More than a letter is read for; the latest are told. */
const most = 30;

/**
 * What has been done about a request, line by line from its trail, in the requester's language or the tenant's first (edoc 15).
 * What staff do among themselves (reminders, escalations, what was put back) is not told.
 */
export function summaryOf(regulation: Regulation, language: Language, done: readonly Done[]): string {
  const spoken = regulation.languages.includes(language) ? language : regulation.languages[0];
  const lines = done.flatMap((line) => {
    const said = sentenceOf(regulation, spoken, line);
    return said === null ? [] : [`• ${spokenMoment(line.at, spoken, regulation.calendar.timeZone)}: ${said}`];
  });
  return [opening[spoken], ...lines.slice(-most)].join('\n');
}

/** What stands in the conversation when a request is closed because its requester was silent: the prescribed words and the summary. */
export function silenceMessage(regulation: Regulation, language: Language, summary: string): string {
  const spoken = regulation.languages.includes(language) ? language : regulation.languages[0];
  const wording = inLanguage(regulation.silence?.wording ?? null, spoken, regulation);
  return `${finished[spoken](wording)}\n\n${summary}`;
}

function sentenceOf(regulation: Regulation, language: Language, { verb, by, detail }: Done): string | null {
  const text = (key: string): string => (typeof detail[key] === 'string' ? detail[key] : '');
  const name = (list: readonly { readonly id: string; readonly name: Text }[], id: string): string =>
    inLanguage(list.find((one) => one.id === id)?.name ?? null, language, regulation);
  switch (verb) {
    case 'assign':
      return responsible[language](nameIn(detail.agent));
    case 'take':
      return responsible[language](by);
    case 'log-call':
      return calls[text('outcome')]?.[language] ?? null;
    case 'hand-over':
      return handedOver[language](name(regulation.vendors, text('vendor')));
    case 'vendor-answer':
      return answeredBy[language](name(regulation.vendors, text('vendor')));
    case 'postpone':
      return postponed[language](name(regulation.reasons, text('reason')));
    case 'diagnose':
      return diagnosed[language](name(regulation.diagnosis?.steps ?? [], text('step')));
    case 'set-deadline':
      return deadline[language](
        spokenMoment(Date.parse(text('dueAt')) as Instant, language, regulation.calendar.timeZone),
      );
    case 'reclassify':
      return classified[language](name([...regulation.categories.values()], text('category')));
    default:
      return same[verb]?.[language] ?? null;
  }
}

const nameIn = (agent: unknown): string =>
  typeof agent === 'object' && agent !== null && 'name' in agent ? String(agent.name) : '';
