import type { Language } from '../regulation/types.ts';
import { conclude } from './conclude.ts';
import type { ReportFigures, ReportKind } from './figures.ts';
import { labels } from './labels.ts';
import { daysIn, longDayIn, monthIn } from './words.ts';

/** A letter to the managers, in plain text. */
export interface ReportLetter {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

interface Words {
  readonly subject: Readonly<Record<ReportKind, (hotline: string, period: string) => string>>;
  readonly hello: Readonly<Record<ReportKind, (hotline: string, period: string) => string>>;
  readonly attached: string;
  readonly more: (address: string) => string;
  readonly automatic: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ru: {
    subject: {
      day: (hotline, period) => `${hotline}: итоги дня, ${period}`,
      week: (hotline, period) => `${hotline}: итоги недели, ${period}`,
      month: (hotline, period) => `${hotline}: отчёт за месяц, ${period}`,
    },
    hello: {
      day: (hotline, period) => `Здравствуйте! «${hotline}»: итоги работы за ${period}.`,
      week: (hotline, period) => `Здравствуйте! «${hotline}»: итоги работы за прошлую неделю, ${period}.`,
      month: (hotline, period) => `Здравствуйте! «${hotline}»: готов отчёт за месяц, ${period}.`,
    },
    attached: 'Отчёт приложен: документ для чтения и печати и таблицы с данными.',
    more: (address) => `Все цифры и обращения за ними: ${address}`,
    automatic: 'Письмо составлено платформой по данным горячей линии; отвечать на него не нужно.',
  },
  uk: {
    subject: {
      day: (hotline, period) => `${hotline}: підсумки дня, ${period}`,
      week: (hotline, period) => `${hotline}: підсумки тижня, ${period}`,
      month: (hotline, period) => `${hotline}: звіт за місяць, ${period}`,
    },
    hello: {
      day: (hotline, period) => `Вітаємо! «${hotline}»: підсумки роботи за ${period}.`,
      week: (hotline, period) => `Вітаємо! «${hotline}»: підсумки роботи за минулий тиждень, ${period}.`,
      month: (hotline, period) => `Вітаємо! «${hotline}»: готовий звіт за місяць, ${period}.`,
    },
    attached: 'Звіт додано: документ для читання й друку та таблиці з даними.',
    more: (address) => `Усі цифри та звернення за ними: ${address}`,
    automatic: 'Листа складено платформою за даними гарячої лінії; відповідати на нього не потрібно.',
  },
  kk: {
    subject: {
      day: (hotline, period) => `${hotline}: күн қорытындысы, ${period}`,
      week: (hotline, period) => `${hotline}: апта қорытындысы, ${period}`,
      month: (hotline, period) => `${hotline}: айлық есеп, ${period}`,
    },
    hello: {
      day: (hotline, period) => `Сәлеметсіз бе! «${hotline}»: ${period} күнгі жұмыс қорытындысы.`,
      week: (hotline, period) => `Сәлеметсіз бе! «${hotline}»: өткен аптаның жұмыс қорытындысы, ${period}.`,
      month: (hotline, period) => `Сәлеметсіз бе! «${hotline}»: айлық есеп дайын, ${period}.`,
    },
    attached: 'Есеп қоса берілді: оқуға және басып шығаруға арналған құжат пен деректер кестесі.',
    more: (address) => `Барлық көрсеткіш пен олардың өтініштері: ${address}`,
    automatic: 'Хатты платформа жедел желінің деректері бойынша жазды; оған жауап берудің қажеті жоқ.',
  },
  en: {
    subject: {
      day: (hotline, period) => `${hotline}: the day, ${period}`,
      week: (hotline, period) => `${hotline}: the week, ${period}`,
      month: (hotline, period) => `${hotline}: the month, ${period}`,
    },
    hello: {
      day: (hotline, period) => `Hello! “${hotline}”: how the work went on ${period}.`,
      week: (hotline, period) => `Hello! “${hotline}”: how the work went last week, ${period}.`,
      month: (hotline, period) => `Hello! “${hotline}”: the report of the month is ready, ${period}.`,
    },
    attached: 'The report is attached: a document to read and print, and the data as tables.',
    more: (address) => `All figures, and the requests behind them: ${address}`,
    automatic: 'The platform wrote this letter from the hotline’s data; there is no need to answer it.',
  },
};

/** How many of the reasons a short letter gives. */
const REASONS = 3;

/**
 * The letter of a day, a week or a month: the report's own sentences, so the numbers are the report's.
 * @param address where the figures are seen, an absolute address
 */
export function composeReportLetter(figures: ReportFigures, language: Language, address: string): ReportLetter {
  const { kind, hotline, from, to } = figures;
  const words = WORDS[language];
  const { changed, why, todo } = conclude(figures, language);
  const period = periodIn(language, kind, from, to);
  const list = (heading: string, sentences: readonly string[]) =>
    sentences.length === 0 ? [] : [`${heading}\n${sentences.map((sentence) => `• ${sentence}`).join('\n')}`];
  const label = labels[language];
  return {
    language,
    subject: words.subject[kind](hotline, period),
    body: [
      words.hello[kind](hotline, period),
      changed.join('\n'),
      ...list(label.why, kind === 'month' ? [] : why.slice(0, REASONS)),
      ...list(label.todo, todo),
      ...(kind === 'month' ? [words.attached] : []),
      words.more(address),
      words.automatic,
    ].join('\n\n'),
  };
}

/** `12 November 2026`, `9–15 November 2026`, `November 2026`. */
function periodIn(language: Language, kind: ReportKind, from: string, to: string): string {
  if (kind === 'month') return monthIn(language, from.slice(0, 7));
  if (kind === 'day') return longDayIn(language, from);
  return daysIn(language, from, to);
}
