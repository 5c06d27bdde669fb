import { inLanguage, spokenMoment } from '../admission/index.ts';
import type { ComposedLetter } from '../letters/compose.ts';
import type { Language, Regulation } from '../regulation/types.ts';
import { displayNumber } from '../request/number.ts';
import type { Instant } from '../time/index.ts';

/** What somebody outside the conversation is told of an incident. */
export interface IncidentTold {
  readonly to: string;
  readonly procedure: string;
  readonly clause: string;
  readonly number: string | null;
  readonly by: string;
  readonly openedAt: Instant;
  readonly note: string;
  readonly ground: string | null;
}

type Say = (values: Record<'what' | 'number' | 'by' | 'when' | 'clause' | 'law' | 'note' | 'ground', string>) => {
  subject: string;
  lines: readonly string[];
};
const optional = (words: string, value: string): readonly string[] => (value === '' ? [] : [words]);

const letters: Readonly<Record<Language, Say>> = {
  ru: (v) => ({
    subject: `Инцидент: ${v.what}`,
    lines: [
      `Сообщаем об инциденте: ${v.what}.`,
      `Когда: ${v.when}. Сообщает: ${v.by}.`,
      ...optional(`Обращение ${v.number}.`, v.number),
      `Что произошло: ${v.note}`,
      ...optional(`Основание: ${v.ground}`, v.ground),
      `Пункт ${v.clause}: ${v.law}`,
    ],
  }),
  uk: (v) => ({
    subject: `Інцидент: ${v.what}`,
    lines: [
      `Повідомляємо про інцидент: ${v.what}.`,
      `Коли: ${v.when}. Повідомляє: ${v.by}.`,
      ...optional(`Звернення ${v.number}.`, v.number),
      `Що сталося: ${v.note}`,
      ...optional(`Підстава: ${v.ground}`, v.ground),
      `Пункт ${v.clause}: ${v.law}`,
    ],
  }),
  kk: (v) => ({
    subject: `Оқиға: ${v.what}`,
    lines: [
      `Мына оқиға туралы хабарлаймыз: ${v.what}.`,
      `Қашан: ${v.when}. Хабарлаушы: ${v.by}.`,
      ...optional(`Өтініш ${v.number}.`, v.number),
      `Не болды: ${v.note}`,
      ...optional(`Негізі: ${v.ground}`, v.ground),
      `${v.clause}-тармақ: ${v.law}`,
    ],
  }),
  en: (v) => ({
    subject: `Incident: ${v.what}`,
    lines: [
      `This is to inform you of an incident: ${v.what}.`,
      `When: ${v.when}. Reported by: ${v.by}.`,
      ...optional(`Request ${v.number}.`, v.number),
      `What happened: ${v.note}`,
      ...optional(`Ground: ${v.ground}`, v.ground),
      `Clause ${v.clause}: ${v.law}`,
    ],
  }),
};

/** The letter to an addressee of the regulation, in the tenant's first language. @returns null where it knows no address */
export function composeIncidentLetter(
  regulation: Regulation,
  told: IncidentTold,
): (Omit<ComposedLetter, 'kind'> & { readonly recipient: string }) | null {
  const recipient = regulation.conduct?.addressees.find(({ id }) => id === told.to)?.email ?? null;
  const procedure = regulation.conduct?.procedures.find(({ id }) => id === told.procedure);
  if (recipient === null || procedure === undefined) return null;
  const language = regulation.languages[0];
  const { subject, lines } = letters[language]({
    what: inLanguage(procedure.name, language, regulation),
    number: told.number === null ? '' : displayNumber(told.number),
    by: told.by,
    when: spokenMoment(told.openedAt, language, regulation.calendar.timeZone),
    clause: told.clause,
    law: inLanguage(regulation.clauses.get(told.clause)?.text ?? null, language, regulation),
    note: told.note,
    ground: told.ground ?? '',
  });
  const sign = `${inLanguage(regulation.name, language, regulation)}. ${inLanguage(regulation.organisation, language, regulation)}`;
  return { recipient, language, subject, body: [...lines, sign].join('\n\n') };
}
