import type { Language } from '@reglament/domain/regulation';
import type { Statistics } from '../statistics/shapes.ts';
import { counted, dayIn, durationIn, numberIn, percentIn } from './words.ts';

/** What the sentences are computed from. */
export interface ReportFigures {
  readonly statistics: Statistics;
  readonly questions: readonly { readonly question: string; readonly count: number; readonly before: number }[];
}

type Texts = {
  readonly nothing: string;
  readonly received: (count: string) => string;
  /** `change` is a part of the month before, such as 0.25 for a quarter more. */
  readonly more: (percent: string, before: string) => string;
  readonly fewer: (percent: string, before: string) => string;
  readonly asMany: string;
  readonly resolved: (count: string, open: string, isOne: boolean) => string;
  readonly busiest: (day: string, count: string) => string;
  readonly channel: (name: string, share: string) => string;
  readonly category: (name: string, share: string) => string;
  readonly answer: (median: string, tail: string) => string;
  readonly resolution: (median: string, tail: string) => string;
  readonly kept: (share: string, kept: string, all: string) => string;
  readonly allKept: (count: string) => string;
  readonly worst: (clause: string, name: string, broken: string) => string;
  readonly question: (text: string, count: string) => string;
  readonly questionGrew: (before: string) => string;
  readonly advice: (name: string) => string;
};

const REQUESTS = {
  ru: { one: 'обращение', few: 'обращения', many: 'обращений', other: 'обращения' },
  uk: { one: 'звернення', few: 'звернення', many: 'звернень', other: 'звернення' },
  kk: { other: 'өтініш' },
  en: { one: 'request', other: 'requests' },
} as const;
const TIMES = {
  ru: { one: 'раз', few: 'раза', many: 'раз', other: 'раза' },
  uk: { one: 'раз', few: 'рази', many: 'разів', other: 'разу' },
  kk: { other: 'рет' },
  en: { one: 'time', other: 'times' },
} as const;

const TEXTS: Readonly<Record<Language, Texts>> = {
  ru: {
    nothing: 'За месяц обращений не было.',
    received: (count) => `За месяц поступило ${count}`,
    more: (percent, before) => `, на ${percent} больше, чем месяцем раньше (${before}).`,
    fewer: (percent, before) => `, на ${percent} меньше, чем месяцем раньше (${before}).`,
    asMany: ', столько же, сколько месяцем раньше.',
    resolved: (count, open) => `Решено ${count}; на конец месяца открытых осталось ${open}.`,
    busiest: (day, count) => `Самым загруженным днём было ${day}: ${count}.`,
    channel: (name, share) => `Чаще всего обращались так: «${name}» — ${share} от всех.`,
    category: (name, share) => `Главная тема месяца — «${name}»: ${share} обращений.`,
    answer: (median, tail) => `Половина первых ответов дана быстрее чем за ${median}, 95 из 100 — за ${tail}.`,
    resolution: (median, tail) => `Половина обращений решена быстрее чем за ${median}, 95 из 100 — за ${tail}.`,
    kept: (share, kept, all) => `Сроки регламента соблюдены в ${share} случаев: ${kept} из ${all}.`,
    allKept: (count) => `Все сроки регламента соблюдены: ${count} из ${count}.`,
    worst: (clause, name, broken) => `Чаще всего нарушался пункт ${clause} («${name}»): ${broken}.`,
    question: (text, count) => `Чаще других спрашивали: «${text}» — ${count}`,
    questionGrew: (before) => `; месяцем раньше — ${before}.`,
    advice: (name) => `Стоит начать с темы «${name}»: статья с ответом снимет больше всего обращений.`,
  },
  uk: {
    nothing: 'За місяць звернень не було.',
    received: (count) => `За місяць надійшло ${count}`,
    more: (percent, before) => `, на ${percent} більше, ніж місяцем раніше (${before}).`,
    fewer: (percent, before) => `, на ${percent} менше, ніж місяцем раніше (${before}).`,
    asMany: ', стільки ж, скільки місяцем раніше.',
    resolved: (count, open) => `Вирішено ${count}; на кінець місяця відкритих залишилося ${open}.`,
    busiest: (day, count) => `Найзавантаженішим днем було ${day}: ${count}.`,
    channel: (name, share) => `Найчастіше зверталися так: «${name}» — ${share} від усіх.`,
    category: (name, share) => `Головна тема місяця — «${name}»: ${share} звернень.`,
    answer: (median, tail) => `Половину перших відповідей дано швидше ніж за ${median}, 95 зі 100 — за ${tail}.`,
    resolution: (median, tail) => `Половину звернень вирішено швидше ніж за ${median}, 95 зі 100 — за ${tail}.`,
    kept: (share, kept, all) => `Строки регламенту дотримано в ${share} випадків: ${kept} із ${all}.`,
    allKept: (count) => `Усі строки регламенту дотримано: ${count} із ${count}.`,
    worst: (clause, name, broken) => `Найчастіше порушувався пункт ${clause} («${name}»): ${broken}.`,
    question: (text, count) => `Найчастіше запитували: «${text}» — ${count}`,
    questionGrew: (before) => `; місяцем раніше — ${before}.`,
    advice: (name) => `Варто почати з теми «${name}»: стаття з відповіддю зніме найбільше звернень.`,
  },
  kk: {
    nothing: 'Ай ішінде өтініш түскен жоқ.',
    received: (count) => `Ай ішінде ${count} түсті`,
    more: (percent, before) => `, бұл алдыңғы айдан ${percent}-ға көп (${before}).`,
    fewer: (percent, before) => `, бұл алдыңғы айдан ${percent}-ға аз (${before}).`,
    asMany: ', бұл алдыңғы аймен бірдей.',
    resolved: (count, open) => `Шешілгені — ${count}; айдың соңында ашық қалғаны — ${open}.`,
    busiest: (day, count) => `Ең қарбалас күн — ${day}: ${count}.`,
    channel: (name, share) => `Көбінесе мына жолмен жүгінді: «${name}» — барлығының ${share}-ы.`,
    category: (name, share) => `Айдың басты тақырыбы — «${name}»: өтініштердің ${share}-ы.`,
    answer: (median, tail) => `Алғашқы жауаптардың жартысы ${median} ішінде, 100-ден 95-і ${tail} ішінде берілді.`,
    resolution: (median, tail) => `Өтініштердің жартысы ${median} ішінде, 100-ден 95-і ${tail} ішінде шешілді.`,
    kept: (share, kept, all) => `Регламент мерзімдерінің ${share}-ы сақталды: ${all} ішінен ${kept}.`,
    allKept: (count) => `Регламенттің барлық мерзімі сақталды: ${count}.`,
    worst: (clause, name, broken) => `Ең жиі бұзылған тармақ — ${clause} («${name}»): ${broken}.`,
    question: (text, count) => `Ең жиі қойылған сұрақ: «${text}» — ${count}`,
    questionGrew: (before) => `; алдыңғы айда — ${before}.`,
    advice: (name) => `«${name}» тақырыбынан бастаған жөн: жауабы бар мақала өтініштерді ең көп азайтады.`,
  },
  en: {
    nothing: 'There were no requests this month.',
    received: (count) => `${count} came in this month`,
    more: (percent, before) => `, ${percent} more than in the month before (${before}).`,
    fewer: (percent, before) => `, ${percent} fewer than in the month before (${before}).`,
    asMany: ', as many as in the month before.',
    resolved: (count, open, isOne) =>
      `${count} ${isOne ? 'was' : 'were'} resolved; ${open} were open at the end of the month.`,
    busiest: (day, count) => `The busiest day was ${day}, with ${count}.`,
    channel: (name, share) => `Most came this way: ${name}, ${share} of all.`,
    category: (name, share) => `The main subject of the month was “${name}”: ${share} of the requests.`,
    answer: (median, tail) => `Half of the first answers were given within ${median}, 95 in 100 within ${tail}.`,
    resolution: (median, tail) => `Half of the requests were resolved within ${median}, 95 in 100 within ${tail}.`,
    kept: (share, kept, all) => `The regulation’s promises were kept in ${share} of cases: ${kept} of ${all}.`,
    allKept: (count) => `Every promise of the regulation was kept: ${count} of ${count}.`,
    worst: (clause, name, broken) => `Clause ${clause} (“${name}”) was broken most often: ${broken}.`,
    question: (text, count) => `The most frequent question: “${text}”, ${count}`,
    questionGrew: (before) => `; in the month before, ${before}.`,
    advice: (name) =>
      `“${name}” is the subject to begin with: an article with the answer would save the most requests.`,
  },
};

/** From this share on, one category is worth an article of its own. */
const WORTH_AN_ARTICLE = 0.25;

/** The month in sentences, each computed from the figures; a figure that is not there says nothing. */
export function sentencesOf({ statistics, questions }: ReportFigures, language: Language): string[] {
  const texts = TEXTS[language];
  const { received, previous } = statistics;
  const requests = (count: number) => counted(language, count, REQUESTS[language]);
  if (received.total === 0 && statistics.resolved === 0) return [texts.nothing];
  const sentences = [
    `${texts.received(requests(received.total))}${comparison(received.total, previous.received, texts, language)}`,
    texts.resolved(requests(statistics.resolved), numberIn(language, statistics.open), statistics.resolved === 1),
  ];
  const busiest = statistics.series.reduce((best, day) => (day.received > best.received ? day : best), {
    date: '',
    received: 0,
  });
  if (busiest.received > 0) sentences.push(texts.busiest(dayIn(language, busiest.date), requests(busiest.received)));
  const [channel] = received.byChannel;
  if (channel) sentences.push(texts.channel(channel.name, percentIn(language, channel.share)));
  const [category] = received.byCategory;
  if (category) sentences.push(texts.category(category.name, percentIn(language, category.share)));
  for (const name of ['answer', 'resolution'] as const) {
    const { p50, p95 } = statistics.times[name];
    if (p50 === null || p95 === null) continue;
    sentences.push(texts[name](durationIn(language, p50 / 1000), durationIn(language, p95 / 1000)));
  }
  sentences.push(...promises(statistics, texts, language));
  const [question] = questions;
  if (question && question.count > 1) {
    const before = question.before > 0 ? texts.questionGrew(numberIn(language, question.before)) : '.';
    sentences.push(`${texts.question(question.question, counted(language, question.count, TIMES[language]))}${before}`);
  }
  if (category && category.share >= WORTH_AN_ARTICLE) sentences.push(texts.advice(category.name));
  return sentences;
}

function comparison(now: number, before: number, texts: Texts, language: Language): string {
  if (before === 0) return '.';
  if (now === before) return texts.asMany;
  const percent = percentIn(language, Math.abs(now - before) / before);
  return (now > before ? texts.more : texts.fewer)(percent, numberIn(language, before));
}

function promises({ clocks }: Statistics, texts: Texts, language: Language): string[] {
  const kept = clocks.reduce((sum, clock) => sum + clock.kept, 0);
  const broken = clocks.reduce((sum, clock) => sum + clock.broken, 0);
  if (kept + broken === 0) return [];
  const all = numberIn(language, kept + broken);
  if (broken === 0) return [texts.allKept(all)];
  const worst = clocks.reduce((most, clock) => (clock.broken > most.broken ? clock : most));
  // 999 of 1000 is not "100 %": a broken promise must not be rounded away.
  const share = Math.floor((kept / (kept + broken)) * 100) / 100;
  return [
    texts.kept(percentIn(language, share), numberIn(language, kept), all),
    texts.worst(worst.clause, worst.name, counted(language, worst.broken, TIMES[language])),
  ];
}
