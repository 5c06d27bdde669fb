import { inLanguage, spokenMoment } from '../admission/index.ts';
import type { ComposedLetter } from '../letters/compose.ts';
import type { Language, Regulation } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';

/** A complaint about the support, as its addressee reads it. */
export interface Complaint {
  readonly name: string;
  readonly email: string;
  /** The number of the request as the complainant wrote it; null where none was named. */
  readonly number: string | null;
  readonly text: string;
  readonly filedAt: Instant;
  readonly language: Language;
}

type Letter = Omit<ComposedLetter, 'kind'>;
type Values = Record<'name' | 'email' | 'number' | 'when' | 'clause', string>;

const words: Readonly<
  Record<Language, { subject: string; head: (v: Values) => string; answer: string; said: string }>
> = {
  ru: {
    subject: 'Жалоба на поддержку',
    head: (v) =>
      `${v.when} поступила жалоба (пункт ${v.clause}). Заявитель: ${v.name}, ${v.email}. Обращение: ${v.number}.`,
    answer: 'Ответ на вашу жалобу',
    said: 'Вы писали:',
  },
  uk: {
    subject: 'Скарга на службу підтримки',
    head: (v) =>
      `${v.when} надійшла скарга (пункт ${v.clause}). Скаржник: ${v.name}, ${v.email}. Звернення: ${v.number}.`,
    answer: 'Відповідь на вашу скаргу',
    said: 'Ви писали:',
  },
  kk: {
    subject: 'Қолдау қызметіне шағым',
    head: (v) => `${v.when} шағым түсті (${v.clause}-тармақ). Шағымданушы: ${v.name}, ${v.email}. Өтініш: ${v.number}.`,
    answer: 'Шағымыңызға жауап',
    said: 'Сіз былай деп жаздыңыз:',
  },
  en: {
    subject: 'A complaint about the support',
    head: (v) =>
      `A complaint came in on ${v.when} (clause ${v.clause}). From: ${v.name}, ${v.email}. Request: ${v.number}.`,
    answer: 'The answer to your complaint',
    said: 'You wrote:',
  },
};

const signOf = (regulation: Regulation, language: Language) =>
  `${inLanguage(regulation.name, language, regulation)}. ${inLanguage(regulation.organisation, language, regulation)}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The complaint as it goes to whom the regulation names, in the tenant's first language (kuty 1.2, edoc 16). */
export function composeComplaint(regulation: Regulation, clause: string, complaint: Complaint): Letter {
  const language = regulation.languages[0];
  const { subject, head } = words[language];
  // The sentence begins with the day of the week.
  const when = capitalised(spokenMoment(complaint.filedAt, language, regulation.calendar.timeZone));
  const values = { ...complaint, when, clause, number: complaint.number ?? '—' };
  return { language, subject, body: [head(values), complaint.text, signOf(regulation, language)].join('\n\n') };
}

/** The answer, in the language in which the complaint was filed. */
export function composeComplaintAnswer(regulation: Regulation, complaint: Complaint, text: string): Letter {
  const language = complaint.language;
  const { answer, said } = words[language];
  const body = [text, said, complaint.text, signOf(regulation, language)].join('\n\n');
  return { language, subject: answer, body };
}
