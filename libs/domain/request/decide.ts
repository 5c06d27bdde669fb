import type { Language, Reason, Regulation, Vendor } from '../regulation/types.ts';
import { type Performer, type Status, transitionOf, type Verb, verbs } from './life-cycle.ts';
import { allow, type Decision, inLanguage, refuse } from './outcome.ts';
import { statusNames, verbNames } from './words.ts';

/** The work on a request, as far as rules need it. */
export interface Work {
  readonly status: Status;
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly version: number;
}

/** Who wants to do something. Roles are those of the staff; none for the requester and the platform. */
export interface Doer {
  readonly kind: 'staff' | 'requester' | 'platform';
  readonly id: string;
  readonly roles: readonly string[];
}

const performs = (doer: Doer, work: Work, performer: Performer): boolean => {
  if (performer === 'requester' || performer === 'platform') return doer.kind === performer;
  if (doer.kind !== 'staff') return false;
  if (performer === 'moderator') return doer.roles.includes('moderator');
  if (performer === 'responsible') return work.agentId === doer.id;
  return doer.roles.includes('agent') && work.agentId === doer.id;
};

/** The status after `verb`, or why it may not be done: the life cycle's table and nothing else. */
export function decide(work: Work, verb: Verb, doer: Doer): Decision<{ readonly status: Status }> {
  const row = transitionOf(work.status, verb);
  if (row === undefined) {
    const of = (language: Language): [string, string] => [
      verbNames[language][verb],
      statusNames[language][work.status],
    ];
    const [ru, uk, kk, en] = [of('ru'), of('uk'), of('kk'), of('en')];
    return refuse(
      'not-allowed-now',
      {
        ru: `Действие «${ru[0]}» сейчас недоступно: состояние обращения — «${ru[1]}».`,
        uk: `Дія «${uk[0]}» зараз недоступна: стан звернення — «${uk[1]}».`,
        kk: `«${kk[0]}» әрекеті қазір қолжетімсіз: өтініштің күйі — «${kk[1]}».`,
        en: `“${en[0]}” is not possible now: the request is ${en[1]}.`,
      },
      { data: { status: work.status, verb } },
    );
  }
  if (row.by.some((performer) => performs(doer, work, performer)))
    return allow({ status: work.agentId === null && row.toUnassigned !== undefined ? row.toUnassigned : row.to });
  if (row.by.includes('responsible') || (doer.roles.includes('agent') && row.by.includes('own-agent')))
    return refuse(
      'not-yours',
      {
        ru: 'Обращением занимается другой сотрудник.',
        uk: 'Зверненням займається інший працівник.',
        kk: 'Бұл өтінішпен басқа қызметкер айналысып жатыр.',
        en: 'Somebody else is working on this request.',
      },
      { data: { agent: work.agentName } },
    );
  return refuse('role-not-allowed', {
    ru: 'Ваша роль не позволяет это сделать.',
    uk: 'Ваша роль не дозволяє це зробити.',
    kk: 'Сіздің рөліңіз мұны істеуге мүмкіндік бермейді.',
    en: 'Your role does not allow this.',
  });
}

/** The verbs that the doer may use now: what a screen offers. */
export const allowedVerbs = (work: Work, doer: Doer): Verb[] => verbs.filter((verb) => decide(work, verb, doer).ok);

/**
 * Lets an assignment through only for the one who saw the request as it is. Whoever comes second is told who has it.
 * `seen` is the version on the person's screen.
 */
export function decideAssignment(work: Work, seen: number): Decision<null> {
  if (work.version === seen) return allow(null);
  const who = work.agentName;
  if (work.agentId !== null && who !== null)
    return refuse(
      'already-assigned',
      {
        ru: `Пока вы выбирали, обращение уже назначили: им занимается ${who}.`,
        uk: `Поки ви обирали, звернення вже призначили: ним займається ${who}.`,
        kk: `Сіз таңдап жатқанда өтініш тағайындалып қойды: онымен ${who} айналысады.`,
        en: `Someone was faster: ${who} has the request.`,
      },
      { data: { agent: { id: work.agentId, name: who }, version: work.version } },
    );
  return refuse(
    'stale-version',
    {
      ru: 'Обращение изменилось, пока вы на него смотрели. Посмотрите ещё раз и повторите.',
      uk: 'Звернення змінилося, поки ви на нього дивилися. Перегляньте ще раз і повторіть.',
      kk: 'Сіз қарап отырғанда өтініш өзгерді. Қайта қарап, әрекетті қайталаңыз.',
      en: 'The request has changed since you looked at it. Look again and repeat.',
    },
    { data: { status: work.status, version: work.version } },
  );
}

/** The reason of the regulation under this id, if it serves this use and this kind of doer may choose it. */
export function decideReason(
  regulation: Regulation,
  use: Reason['use'],
  id: string,
  by: 'staff' | 'platform',
): Decision<Reason> {
  const usable = regulation.reasons.filter(
    (reason) => reason.use === use && (by === 'platform' || reason.chosenBy === 'staff'),
  );
  const reason = usable.find((candidate) => candidate.id === id);
  if (reason !== undefined) return allow(reason);
  const names = (language: Language): string =>
    usable.map((each) => `«${inLanguage(each.name, language, regulation.languages[0])}»`).join(', ') || '—';
  return refuse(
    'unknown-reason',
    {
      ru: `Такой причины в регламенте нет. Можно выбрать: ${names('ru')}.`,
      uk: `Такої причини в регламенті немає. Можна обрати: ${names('uk')}.`,
      kk: `Регламентте мұндай себеп жоқ. Таңдауға болады: ${names('kk')}.`,
      en: `The regulation has no such reason. Choose one of: ${names('en')}.`,
    },
    { data: { reasons: usable.map((each) => each.id) } },
  );
}

/** The vendor a request may be handed over to: known to the regulation and bound by a contract (ovk 2.6). */
export function decideVendor(regulation: Regulation, id: string): Decision<Vendor> {
  const vendor = regulation.vendors.find((candidate) => candidate.id === id);
  if (vendor === undefined)
    return refuse(
      'unknown-vendor',
      {
        ru: 'Такого разработчика в регламенте нет.',
        uk: 'Такого розробника в регламенті немає.',
        kk: 'Регламентте мұндай әзірлеуші жоқ.',
        en: 'The regulation names no such developer.',
      },
      { data: { vendors: regulation.vendors.map((each) => each.id) } },
    );
  if (vendor.contracted) return allow(vendor);
  const name = (language: Language): string => inLanguage(vendor.name, language, regulation.languages[0]);
  return refuse(
    'vendor-not-contracted',
    {
      ru: `Передать нельзя: договора на такие вопросы с «${name('ru')}» нет (пункт ${vendor.clause}). Обращение можно отклонить с этой причиной.`,
      uk: `Передати не можна: договору на такі питання з «${name('uk')}» немає (пункт ${vendor.clause}). Звернення можна відхилити з цієї причини.`,
      kk: `Беруге болмайды: мұндай сұрақтар бойынша «${name('kk')}» ұйымымен шарт жоқ (${vendor.clause}-тармақ). Өтінішті осы себеппен қабылдамауға болады.`,
      en: `It cannot be handed over: there is no contract for such questions with ${name('en')} (clause ${vendor.clause}). It may be declined for this reason.`,
    },
    { clause: vendor.clause },
  );
}

/** How long the one who assigned may take it back, milliseconds of platform time. */
export const undoWithin = 2 * 60_000;
