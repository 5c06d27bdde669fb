import type { Regulation } from '../regulation/types.ts';
import { allow, type Decision, refuse } from '../request/outcome.ts';
import { findCredentialRequests } from './credentials.ts';
import { findInsults, type Place } from './insults.ts';
import { findOthersData } from './others-data.ts';

/** What stands in the way of sending a message, and by which clause. */
export interface Finding extends Place {
  readonly kind: 'insult' | 'credentials' | 'personal-data';
  readonly clause: string;
  readonly words: string;
}

/** Whose data a mark is: by default nobody's that the reader may be told. */
type IsOwn = (mark: string) => boolean;
const nobodys: IsOwn = () => false;

/**
 * Everything in an outgoing message that the regulation does not let staff write (kuty 2.6, 2.8, edoc 16, kz-portal 30-11).
 * `isOwn` knows the marks of whom the message is for (see others-data.ts).
 */
export function checkMessage(regulation: Regulation, text: string, isOwn: IsOwn = nobodys): Finding[] {
  const { insults, credentials, personalData } = regulation.messages;
  const at = (kind: Finding['kind'], clause: string) => (place: Place) => ({
    kind,
    clause,
    words: text.slice(place.from, place.to),
    from: place.from,
    to: place.to,
  });
  return [
    ...(insults === null ? [] : findInsults(text).map(at('insult', insults.clause))),
    ...(credentials === null ? [] : findCredentialRequests(text).map(at('credentials', credentials.clause))),
    ...(personalData === null ? [] : findOthersData(text, isOwn).map(at('personal-data', personalData.clause))),
  ].sort((a, b) => a.from - b.from);
}

/** Lets a message go, or stops it with the clause and the places; what was written stays with its author, who may correct it. */
export function decideMessage(regulation: Regulation, text: string, isOwn: IsOwn = nobodys): Decision<null> {
  const findings = checkMessage(regulation, text, isOwn);
  const first = findings[0];
  if (first === undefined) return allow(null);
  const words = [...new Set(findings.filter(({ kind }) => kind === first.kind).map((each) => `«${each.words}»`))]
    .slice(0, 5)
    .join(', ');
  const { clause } = first;
  return refuse('message-stopped', sentences[first.kind](words, clause), {
    clause,
    data: { findings },
  });
}

const insulting = (words: string, clause: string) => ({
  ru: `Сообщение не отправлено: в нём есть слова, которые могут оскорбить (пункт ${clause}): ${words}. Исправьте текст и отправьте снова.`,
  uk: `Повідомлення не надіслано: у ньому є слова, що можуть образити (пункт ${clause}): ${words}. Виправте текст і надішліть ще раз.`,
  kk: `Хабарлама жіберілмеді: онда адамды ренжітетін сөздер бар (${clause}-тармақ): ${words}. Мәтінді түзетіп, қайта жіберіңіз.`,
  en: `The message was not sent: it has words that may insult (clause ${clause}): ${words}. Correct the text and send it again.`,
});

const asksForSecrets = (words: string, clause: string) => ({
  ru: `Сообщение не отправлено: в нём запрашиваются данные для входа (пункт ${clause}): ${words}. Пароли и коды у людей не спрашивают.`,
  uk: `Повідомлення не надіслано: у ньому просять дані для входу (пункт ${clause}): ${words}. Паролів і кодів у людей не питають.`,
  kk: `Хабарлама жіберілмеді: онда кіру деректері сұралған (${clause}-тармақ): ${words}. Адамдардан құпиясөз бен код сұралмайды.`,
  en: `The message was not sent: it asks for what opens an account (clause ${clause}): ${words}. Nobody is asked for passwords or codes.`,
});

const tellsOfOthers = (words: string, clause: string) => ({
  ru: `Сообщение не отправлено: в нём персональные данные, и это данные не заявителя (пункт ${clause}): ${words}. Уберите их и отправьте снова.`,
  uk: `Повідомлення не надіслано: у ньому персональні дані, і це дані не заявника (пункт ${clause}): ${words}. Приберіть їх і надішліть ще раз.`,
  kk: `Хабарлама жіберілмеді: онда өтініш берушіге тиесілі емес дербес деректер бар (${clause}-тармақ): ${words}. Оларды алып тастап, қайта жіберіңіз.`,
  en: `The message was not sent: it has personal data that is not the requester’s (clause ${clause}): ${words}. Take it out and send it again.`,
});

const sentences = { insult: insulting, credentials: asksForSecrets, 'personal-data': tellsOfOthers } as const;
