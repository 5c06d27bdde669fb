import { clockHour, dayIn, durationIn, NO_BREAK, nounsIn, numberIn, percentIn, weekdayIn } from '../words.ts';
import type { SentencesOf } from './texts.ts';

const requests = (n: number) =>
  nounsIn('ru', n, { one: 'обращение', few: 'обращения', many: 'обращений', other: 'обращения' });
const times = (n: number) => nounsIn('ru', n, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' });
const number = (n: number) => numberIn('ru', n);
const percent = (part: number) => percentIn('ru', part);
const time = (ms: number) => durationIn('ru', ms / 1000);
const hours = (hour: number) => `с${NO_BREAK}${clockHour(hour)} до${NO_BREAK}${clockHour(hour + 1)}`;
const promise = (clause: string, name: string) => `«${name}» (пункт${NO_BREAK}${clause})`;

export const ru: SentencesOf = ({ earlier, than, atEnd }) => ({
  nothing: 'За это время обращений не было.',
  received: (count) => `Поступило ${requests(count)}.`,
  receivedMore: (count, by, before) =>
    `Поступило ${requests(count)} — на ${percent(by)} больше, ${than} (${number(before)}).`,
  receivedFewer: (count, by, before) =>
    `Поступило ${requests(count)} — на ${percent(by)} меньше, ${than} (${number(before)}).`,
  receivedBefore: (count, before) => `Поступило ${requests(count)}, ${earlier} — ${number(before)}.`,
  receivedNearly: (count, before) =>
    `Поступило ${requests(count)} — почти столько же, сколько ${earlier} (${number(before)}).`,
  receivedSame: (count) => `Поступило ${requests(count)} — столько же, сколько ${earlier}.`,
  resolved: (count, otherwise, open) => {
    const left = open === 0 ? `${atEnd} открытых не осталось` : `${atEnd} открытых осталось ${number(open)}`;
    const other = otherwise === 0 ? '' : `, ещё ${number(otherwise)} закрыто без решения`;
    return `Решено ${requests(count)}${other}; ${left}.`;
  },
  openGrew: (open, before) => `Открытых обращений стало больше: ${number(open)}, а ${earlier} — ${number(before)}.`,
  openFell: (open, before) => `Открытых обращений стало меньше: ${number(open)}, а ${earlier} — ${number(before)}.`,
  allKept: (count) => `Все сроки регламента соблюдены: ${number(count)} из ${number(count)}.`,
  kept: (share, kept, all) =>
    `Сроки регламента соблюдены в ${percent(share)} случаев: ${number(kept)} из ${number(all)}.`,
  keptSame: (share, kept, all) =>
    `Сроки регламента соблюдены в ${percent(share)} случаев (${number(kept)} из ${number(all)}), как и ${earlier}.`,
  keptMore: (share, kept, all, before) =>
    `Сроки регламента соблюдены в ${percent(share)} случаев (${number(kept)} из ${number(all)}) — чаще, ${than} (${percent(before)}).`,
  keptLess: (share, kept, all, before) =>
    `Сроки регламента соблюдены в ${percent(share)} случаев (${number(kept)} из ${number(all)}) — реже, ${than} (${percent(before)}).`,
  answer: (median, tail) => `Половина первых ответов дана за ${time(median)}, 95 из 100 — за ${time(tail)}.`,
  answerFaster: (median, tail, before) =>
    `Отвечать стали быстрее: половина первых ответов дана за ${time(median)}, а ${earlier} — за ${time(before)}. За ${time(tail)} ответили в 95 случаях из 100.`,
  answerSlower: (median, tail, before) =>
    `Отвечать стали медленнее: половина первых ответов дана за ${time(median)}, а ${earlier} — за ${time(before)}. За ${time(tail)} ответили в 95 случаях из 100.`,
  answerFew: (median, longest) => `Первый ответ обычно давали за ${time(median)}, дольше всего — за ${time(longest)}.`,
  resolution: (median, tail) =>
    `Половина обращений решена за ${time(median)}, 95 из 100 — за ${time(tail)}, считая нерабочее время.`,
  resolutionFew: (median, longest) =>
    `На решение обычно уходило ${time(median)}, самое долгое заняло ${time(longest)}, считая нерабочее время.`,
  categoryGrew: (name, count, before) =>
    `Прибавилось прежде всего обращений на тему «${name}»: ${number(count)}, а ${earlier} — ${number(before)}.`,
  categoryFell: (name, count, before) =>
    `Убавилось прежде всего обращений на тему «${name}»: ${number(count)}, а ${earlier} — ${number(before)}.`,
  category: (name, share) => `Чаще всего обращались на тему «${name}»: ${percent(share)} обращений.`,
  channelGrew: (name, share, before) =>
    `Канал «${name}» стали выбирать чаще: ${percent(share)} обращений, а ${earlier} — ${percent(before)}.`,
  busiest: (day, count, usual) =>
    `Больше всего пришло ${dayIn('ru', day)} (${weekdayIn('ru', day)}): ${requests(count)}, а в обычный рабочий день — ${number(usual)}.`,
  busiestHour: (hour, count) => `Чаще всего обращались ${hours(hour)}: ${requests(count)} за этот час.`,
  worst: (clause, name, broken, all) =>
    `Чаще других нарушался срок ${promise(clause, name)}: ${times(broken)} из ${number(all)}.`,
  worstBefore: (clause, name, broken, all, before) =>
    `Чаще других нарушался срок ${promise(clause, name)}: ${times(broken)} из ${number(all)}, а ${earlier} — ${number(before)}.`,
  worstHour: (hour, count, broken) =>
    `Из этих нарушений на время ${hours(hour)} приходится ${number(count)} из ${number(broken)}.`,
  question: (text, count) => `Чаще других спрашивали: «${text}» — ${times(count)}.`,
  questionBefore: (text, count, before) =>
    `Чаще других спрашивали: «${text}» — ${times(count)}, а ${earlier} — ${number(before)}.`,
  reopened: (count) => `Открыто снова ${requests(count)}: ответ с первого раза не помог.`,
  writeArticle: (question) => `Опубликуйте ответ на вопрос «${question}»: его задают чаще других, а статьи о нём нет.`,
  readArticle: (article, question) =>
    `Перечитайте статью «${article}»: она есть, но чаще всего по-прежнему спрашивают: «${question}».`,
  checkShift: (hour, clause, name) =>
    `Проверьте, хватает ли людей ${hours(hour)}: на это время приходится больше всего нарушений срока ${promise(clause, name)}.`,
  checkPromise: (clause, name) => `Разберите нарушения срока ${promise(clause, name)}: их больше всего.`,
  clearBacklog: (count) => `Разберите открытые обращения: их на ${number(count)} больше, ${than}.`,
  shareLoad: (name, share) =>
    `Посмотрите, как распределена работа: один сотрудник (${name}) решает ${percent(share)} обращений.`,
  readReopened: 'Перечитайте обращения, открытые снова: по ним видно, какие ответы не помогают.',
  allWell: 'Менять ничего не нужно: сроки соблюдаются, открытых обращений не прибавилось.',
  noBacklog: 'Менять ничего не нужно: открытых обращений не прибавилось.',
});
