import type { Language } from '../regulation/types.ts';
import type { ReportKind } from './figures.ts';

/** The period that a report is compared with, and the end of its own, in words that stand within a sentence. */
export interface PeriodWords {
  /** `in October`, `the week before`, `a week earlier` */
  readonly earlier: string;
  /** After "more": `than in October`. */
  readonly than: string;
  /** `at the end of November`. */
  readonly atEnd: string;
}

/** January first; each in the form that follows the preposition. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ru: words('январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'),
  uk: words('січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні'),
  kk: words(
    'қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда',
  ),
  en: words('January February March April May June July August September October November December'),
};

/** The vowel of a Kazakh month's last syllable decides how "of that in …" goes on: қазандағыдан, сәуірдегіден. */
const kazakhThan = (month: string): string => `${month}${/[ае]$/.exec(month)?.[0] === 'а' ? 'ғыдан' : 'гіден'}`;

const MONTH_WORDS: Readonly<Record<Language, (month: string) => Omit<PeriodWords, 'atEnd'>>> = {
  ru: (month) => ({ earlier: `в ${month}`, than: `чем в ${month}` }),
  uk: (month) => ({ earlier: `у ${month}`, than: `ніж у ${month}` }),
  kk: (month) => ({ earlier: month, than: kazakhThan(month) }),
  en: (month) => ({ earlier: `in ${month}`, than: `than in ${month}` }),
};

const WEEK_WORDS: Readonly<Record<Language, Omit<PeriodWords, 'atEnd'>>> = {
  ru: { earlier: 'неделей раньше', than: 'чем неделей раньше' },
  uk: { earlier: 'тижнем раніше', than: 'ніж тижнем раніше' },
  kk: { earlier: 'бір апта бұрын', than: 'бір апта бұрынғыдан' },
  en: { earlier: 'a week earlier', than: 'than a week earlier' },
};

const ENDS: Readonly<Record<Language, Readonly<Record<ReportKind, string>>>> = {
  ru: { day: 'к концу дня', week: 'к концу недели', month: 'к концу месяца' },
  uk: { day: 'на кінець дня', week: 'на кінець тижня', month: 'на кінець місяця' },
  kk: { day: 'күн соңында', week: 'апта соңында', month: 'ай соңында' },
  en: { day: 'at the end of the day', week: 'at the end of the week', month: 'at the end of the month' },
};

/** @param from the first day of the report's own period; it is compared with the month before, or with a week earlier */
export function periodWords(language: Language, kind: ReportKind, from: string): PeriodWords {
  const atEnd = ENDS[language][kind];
  if (kind !== 'month') return { ...WEEK_WORDS[language], atEnd };
  const place = (Number(from.slice(5, 7)) + 10) % 12;
  return { ...MONTH_WORDS[language](MONTHS[language][place] ?? ''), atEnd };
}

function words(line: string): readonly string[] {
  return line.split(' ');
}
