import type * as english from '../en/clocks.ts';
import { coded, list } from '../values.ts';
import { why } from './never.ts';

export const clocks: typeof english.clocks = {
  neverStops: () => 'Цей строк ніколи не зупиниться: `stops` порожній.',
  outlivesRequest: ({ facts }) =>
    `Цей строк ніколи не зупиниться після ${coded(facts)}: назвіть це в \`stops\` або \`cancels\`.`,
  stopsAndCancels: ({ fact }) => `\`${fact}\` і зупиняє, і скасовує цей строк.`,
  pauseWithoutEnd: ({ fact }) => `Пауза, яку починає \`${fact}\`, ніколи не скінчиться.`,
  nothingToPromise: () => 'Тривалості цього строку не задано, тому обіцяти тому, хто звернувся, нічого.',
  nothingToWarnOf: () => 'Тривалості цього строку не задано, тому попереджати немає про що.',
  neverExpires: () => 'Тривалості цього строку не задано, тому він ніколи не мине.',
  ofNoRequest: ({ clock }) => `Строку \`${clock}\` не може мати жодне звернення.`,
  twoClocks: ({ category, one, other }) =>
    `Два строки на один випадок: звернення \`${category}\` мало б і \`${one}\`, і \`${other}\`.`,
  twoClocksOfClient: ({ category, client, one, other }) =>
    `Два строки на один випадок: звернення \`${category}\` від клієнта категорії \`${client}\` мало б і \`${one}\`, і \`${other}\`.`,
  holeInTable: ({ client, kinds }) => `У таблиці немає строку для \`${client}\`: ${list(kinds)}.`,
  tableWithApplies: () => 'У таблиці строків уже сказано, для яких вона клієнтів і видів звернень.',
  warningsOutOfOrder: () => 'Попередження мають стояти за зростанням, кожне один раз.',
  workingDaysElapsed: () => 'Робочі дні рахують за робочим часом: зазначте `time: working`.',
  namesNoMoment: ({ fact, known }) =>
    `Подія \`${fact}\` не називає моменту, у який міг би минути строк; його називають: ${list(known)}.`,
  startsOnOther: ({ fact }) =>
    `Строк, кінець якого задає \`${fact}\`, має починатися з \`${fact}\` і ні з чого іншого.`,
  momentCannotPause: () =>
    'Строк, що минає в призначений людиною момент, не можна призупинити: замість цього призначають новий момент.',
  escalateToWhom: () => '`escalate`: зазначте в `to`, кого сповістити: `moderator`, `manager` чи `administrator`.',
  remindWhom: () => '`remind`: зазначте в `to`, кому нагадати: `agent` чи `moderator`.',
  forWhichReason: ({ action }) => `\`${action}\`: зазначте причину в \`reason\`.`,
  resumesOther: () =>
    '`resume` повертає до роботи те, що відкладено: така дія можлива лише для строку з `within: set by work.postponed`.',
  postponedForEver: () =>
    'Звернення можна відкласти до призначеного моменту, але жоден строк не повертає їх до роботи: потрібен строк із `within: set by work.postponed` і з `resume`, коли він мине.',
  neverStarts: ({ never }) => `Цей строк ніколи не почнеться: ${why(never)}.`,
  neverKept: ({ never }) => `Цього строку ніколи не буде дотримано: ${why(never)}.`,
  pauseNeverBegins: ({ never }) => `Ця пауза ніколи не почнеться: ${why(never)}.`,
  pauseNeverEnds: ({ fact, never }) => `Пауза, яку починає \`${fact}\`, ніколи не скінчиться: ${why(never)}.`,
  noFact: ({ fact, known }) => `Події \`${fact}\` немає. Події: ${list(known)}.`,
  factWithVersion: ({ fact, plain }) => `Події \`${fact}\` немає. Напишіть без версії: \`${plain}\`.`,
  nothingToCompare: ({ fact, key }) => `Подія \`${fact}\` не має \`${key}\`: порівнювати в ній нічого.`,
  noneSuchToCompare: ({ fact, key, known }) =>
    `Подія \`${fact}\` не має \`${key}\` для порівняння; має: ${list(known)}.`,
  neverSuchValue: ({ fact, key, value, values }) =>
    `\`${key}\` події \`${fact}\` не буває \`${value}\`; можливі значення: ${list(values)}.`,
};
