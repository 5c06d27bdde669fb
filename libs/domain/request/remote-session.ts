import type { RemoteSessionRule } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { allow, type Decision, inLanguage, refuse } from './outcome.ts';

/** A session of remote administration as it is recorded on a request (ovk 2.8, initiative 2.5). */
export interface RemoteSession {
  readonly tool: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** Who agreed to it, and how: a consent id of the regulation. */
  readonly consent: { readonly by: string; readonly how: string };
}

/** Refuses a session without consent, one that ends before it starts or in the future, and words that are not the regulation's. */
export function decideSession(
  rule: RemoteSessionRule,
  asked: Omit<RemoteSession, 'consent'> & { readonly consent: RemoteSession['consent'] | null },
  now: Instant,
): Decision<RemoteSession> {
  const { clause } = rule;
  const { consent } = asked;
  if (consent === null || consent.by.trim() === '')
    return refuse(
      'session-without-consent',
      {
        ru: 'Без согласия клиента сеанс записать нельзя: укажите, кто согласился и как.',
        uk: 'Без згоди клієнта сеанс записати не можна: вкажіть, хто погодився і як.',
        kk: 'Клиенттің келісімінсіз сеансты жазуға болмайды: кім және қалай келіскенін көрсетіңіз.',
        en: 'A session cannot be recorded without consent: say who agreed to it and how.',
      },
      { clause },
    );
  if (asked.endedAt < asked.startedAt)
    return refuse(
      'session-ends-before-start',
      {
        ru: 'Сеанс не может закончиться раньше, чем начался.',
        uk: 'Сеанс не може закінчитися раніше, ніж почався.',
        kk: 'Сеанс басталмай тұрып аяқтала алмайды.',
        en: 'A session cannot end before it starts.',
      },
      { clause },
    );
  if (asked.endedAt > now)
    return refuse(
      'session-in-future',
      {
        ru: 'Сеанс ещё не закончился: записать можно только то, что уже было.',
        uk: 'Сеанс ще не закінчився: записати можна лише те, що вже було.',
        kk: 'Сеанс әлі аяқталған жоқ: тек болып өткенін жазуға болады.',
        en: 'The session has not ended yet: only what has been is recorded.',
      },
      { clause },
    );
  if (!rule.tools.some(({ id }) => id === asked.tool)) return unknownChoice(rule.tools, clause);
  if (!rule.consents.some(({ id }) => id === consent.how)) return unknownChoice(rule.consents, clause);
  return allow({ ...asked, consent: { by: consent.by.trim(), how: consent.how } });
}

/** Something was chosen that the regulation does not list. */
export function unknownChoice(among: RemoteSessionRule['tools'], clause: string) {
  const list = (language: 'ru' | 'uk' | 'kk' | 'en') =>
    among.map(({ name }) => `«${inLanguage(name, language, 'ru')}»`).join(', ');
  return refuse(
    'unknown-choice',
    {
      ru: `Такого в регламенте нет. Можно выбрать: ${list('ru')}.`,
      uk: `Такого в регламенті немає. Можна обрати: ${list('uk')}.`,
      kk: `Регламентте мұндай жоқ. Таңдауға болады: ${list('kk')}.`,
      en: `The regulation has no such thing. Choose one of: ${list('en')}.`,
    },
    { clause, data: { choices: among.map(({ id }) => id) } },
  );
}
