import { clockHour, dayIn, durationIn, nounsIn, numberIn, percentIn } from '../words.ts';
import type { Sentences } from './texts.ts';

const requests = (n: number) =>
  nounsIn('ru', n, { one: 'обращение', few: 'обращения', many: 'обращений', other: 'обращения' });
const times = (n: number) => nounsIn('ru', n, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' });
/** After «в … случаях из …» and «до …»: the number alone. */
const number = (n: number) => numberIn('ru', n);
const percent = (part: number) => percentIn('ru', part);
const time = (ms: number) => durationIn('ru', ms / 1000);
const hours = (hour: number) => `с ${clockHour(hour)} до ${clockHour(hour + 1)}`;

export const ru: Sentences = {
  nothing: 'За это время обращений не было.',
  received: (count) => `Поступило ${requests(count)}.`,
  receivedMore: (count, by, before) =>
    `Поступило ${requests(count)} — на ${percent(by)} больше, чем за предыдущий период (${number(before)}).`,
  receivedFewer: (count, by, before) =>
    `Поступило ${requests(count)} — на ${percent(by)} меньше, чем за предыдущий период (${number(before)}).`,
  receivedBefore: (count, before) => `Поступило ${requests(count)}, за предыдущий период — ${number(before)}.`,
  receivedNearly: (count, before) =>
    `Поступило ${requests(count)} — почти столько же, сколько за предыдущий период (${number(before)}).`,
  receivedSame: (count) => `Поступило ${requests(count)} — столько же, сколько за предыдущий период.`,
  resolved: (count, open) => `Решено ${requests(count)}, открытых на конец периода осталось ${number(open)}.`,
  openGrew: (open, before) => `Открытых обращений стало больше: ${number(open)} вместо ${number(before)}.`,
  openFell: (open, before) => `Открытых обращений стало меньше: ${number(open)} вместо ${number(before)}.`,
  allKept: (count) => `Все сроки регламента соблюдены: ${number(count)} из ${number(count)}.`,
  kept: (share, kept, all) =>
    `Сроки регламента соблюдены в ${percent(share)} случаев: ${number(kept)} из ${number(all)}.`,
  keptBefore: (share, kept, all, before) =>
    `Сроки регламента соблюдены в ${percent(share)} случаев: ${number(kept)} из ${number(all)}; за предыдущий период — в ${percent(before)}.`,
  answer: (median, tail) =>
    `Первый ответ в половине случаев дан не позже чем через ${time(median)}, в 95 случаях из 100 — не позже чем через ${time(tail)}.`,
  answerBefore: (median, tail, before) =>
    `Первый ответ в половине случаев дан не позже чем через ${time(median)} (за предыдущий период — ${time(before)}), в 95 случаях из 100 — не позже чем через ${time(tail)}.`,
  resolution: (median, tail) =>
    `Половина обращений решена не позже чем через ${time(median)}, 95 из 100 — не позже чем через ${time(tail)}, считая нерабочее время.`,
  categoryGrew: (name, count, before) =>
    `Больше всего прибавилось обращений по теме «${name}»: ${number(count)} вместо ${number(before)}.`,
  categoryFell: (name, count, before) =>
    `Больше всего убавилось обращений по теме «${name}»: ${number(count)} вместо ${number(before)}.`,
  category: (name, share) => `Главная тема — «${name}»: ${percent(share)} обращений.`,
  channel: (name, share) => `Основной канал — «${name}»: ${percent(share)} обращений.`,
  busiest: (day, count) => `Самый загруженный день — ${dayIn('ru', day)}: ${requests(count)}.`,
  busiestHour: (hour, count) => `Чаще всего обращались ${hours(hour)}: за этот час пришло ${requests(count)}.`,
  worst: (clause, name, broken, all) =>
    `Чаще других нарушался срок «${name}» (пункт ${clause}): ${times(broken)} из ${number(all)}.`,
  worstGrew: (clause, name, broken, before) =>
    `Чаще других нарушался срок «${name}» (пункт ${clause}): ${times(broken)}, а за предыдущий период — ${number(before)}.`,
  question: (text, count) => `Чаще других спрашивали: «${text}» — ${times(count)}.`,
  questionBefore: (text, count, before) =>
    `Чаще других спрашивали: «${text}» — ${times(count)}, а за предыдущий период — ${number(before)}.`,
  reopened: (count) => `Открыто снова ${requests(count)}: ответ с первого раза не помог.`,
  writeArticle: (question) => `Опубликуйте ответ на вопрос «${question}»: его задают чаще других.`,
  checkShift: (hour, clause, name) =>
    `Проверьте, кто дежурит ${hours(hour)}: в это время обращений больше всего, а срок «${name}» (пункт ${clause}) нарушается чаще других.`,
  checkPromise: (clause, name) => `Разберите нарушения срока «${name}» (пункт ${clause}): их больше всего.`,
  clearBacklog: (count) => `Разберите открытые обращения: за период их прибавилось на ${number(count)}.`,
  shareLoad: (name, share) =>
    `Посмотрите, как распределена работа: один сотрудник (${name}) решает ${percent(share)} обращений.`,
  readReopened: 'Перечитайте обращения, открытые снова: по ним видно, какие ответы не помогают.',
  allWell: 'Менять ничего не нужно: сроки соблюдаются, открытых обращений не прибавилось.',
};
