import { clockHour, dayIn, durationIn, nounsIn, numberIn, percentIn } from '../words.ts';
import type { Sentences } from './texts.ts';

const requests = (n: number) =>
  nounsIn('uk', n, { one: 'звернення', few: 'звернення', many: 'звернень', other: 'звернення' });
const times = (n: number) => nounsIn('uk', n, { one: 'раз', few: 'рази', many: 'разів', other: 'разу' });
const number = (n: number) => numberIn('uk', n);
const percent = (part: number) => percentIn('uk', part);
const time = (ms: number) => durationIn('uk', ms / 1000);
const hours = (hour: number) => `з ${clockHour(hour)} до ${clockHour(hour + 1)}`;

export const uk: Sentences = {
  nothing: 'За цей час звернень не було.',
  received: (count) => `Надійшло ${requests(count)}.`,
  receivedMore: (count, by, before) =>
    `Надійшло ${requests(count)} — на ${percent(by)} більше, ніж за попередній період (${number(before)}).`,
  receivedFewer: (count, by, before) =>
    `Надійшло ${requests(count)} — на ${percent(by)} менше, ніж за попередній період (${number(before)}).`,
  receivedBefore: (count, before) => `Надійшло ${requests(count)}, за попередній період — ${number(before)}.`,
  receivedNearly: (count, before) =>
    `Надійшло ${requests(count)} — майже стільки ж, скільки за попередній період (${number(before)}).`,
  receivedSame: (count) => `Надійшло ${requests(count)} — стільки ж, скільки за попередній період.`,
  resolved: (count, open) => `Вирішено ${requests(count)}, відкритих на кінець періоду залишилося ${number(open)}.`,
  openGrew: (open, before) => `Відкритих звернень побільшало: ${number(open)} замість ${number(before)}.`,
  openFell: (open, before) => `Відкритих звернень поменшало: ${number(open)} замість ${number(before)}.`,
  allKept: (count) => `Усіх строків регламенту дотримано: ${number(count)} із ${number(count)}.`,
  kept: (share, kept, all) =>
    `Строків регламенту дотримано у ${percent(share)} випадків: ${number(kept)} із ${number(all)}.`,
  keptBefore: (share, kept, all, before) =>
    `Строків регламенту дотримано у ${percent(share)} випадків: ${number(kept)} із ${number(all)}; за попередній період — у ${percent(before)}.`,
  answer: (median, tail) =>
    `Першу відповідь у половині випадків дано не пізніше ніж за ${time(median)}, у 95 випадках зі 100 — не пізніше ніж за ${time(tail)}.`,
  answerBefore: (median, tail, before) =>
    `Першу відповідь у половині випадків дано не пізніше ніж за ${time(median)} (за попередній період — ${time(before)}), у 95 випадках зі 100 — не пізніше ніж за ${time(tail)}.`,
  resolution: (median, tail) =>
    `Половину звернень вирішено не пізніше ніж за ${time(median)}, 95 зі 100 — не пізніше ніж за ${time(tail)}, разом із неробочим часом.`,
  categoryGrew: (name, count, before) =>
    `Найбільше побільшало звернень на тему «${name}»: ${number(count)} замість ${number(before)}.`,
  categoryFell: (name, count, before) =>
    `Найбільше поменшало звернень на тему «${name}»: ${number(count)} замість ${number(before)}.`,
  category: (name, share) => `Головна тема — «${name}»: ${percent(share)} звернень.`,
  channel: (name, share) => `Основний канал — «${name}»: ${percent(share)} звернень.`,
  busiest: (day, count) => `Найзавантаженіший день — ${dayIn('uk', day)}: ${requests(count)}.`,
  busiestHour: (hour, count) => `Найчастіше зверталися ${hours(hour)}: за цю годину надійшло ${requests(count)}.`,
  worst: (clause, name, broken, all) =>
    `Найчастіше порушувався строк «${name}» (пункт ${clause}): ${times(broken)} із ${number(all)}.`,
  worstGrew: (clause, name, broken, before) =>
    `Найчастіше порушувався строк «${name}» (пункт ${clause}): ${times(broken)}, а за попередній період — ${number(before)}.`,
  question: (text, count) => `Найчастіше запитували: «${text}» — ${times(count)}.`,
  questionBefore: (text, count, before) =>
    `Найчастіше запитували: «${text}» — ${times(count)}, а за попередній період — ${number(before)}.`,
  reopened: (count) => `Відкрито знову ${requests(count)}: відповідь із першого разу не допомогла.`,
  writeArticle: (question) => `Опублікуйте відповідь на запитання «${question}»: його ставлять найчастіше.`,
  checkShift: (hour, clause, name) =>
    `Перевірте, хто чергує ${hours(hour)}: у цей час звернень найбільше, а строк «${name}» (пункт ${clause}) порушується найчастіше.`,
  checkPromise: (clause, name) => `Розберіть порушення строку «${name}» (пункт ${clause}): їх найбільше.`,
  clearBacklog: (count) => `Розберіть відкриті звернення: за період їх побільшало на ${number(count)}.`,
  shareLoad: (name, share) =>
    `Погляньте, як розподілено роботу: один працівник (${name}) вирішує ${percent(share)} звернень.`,
  readReopened: 'Перечитайте звернення, відкриті знову: з них видно, які відповіді не допомагають.',
  allWell: 'Змінювати нічого не потрібно: строків дотримано, відкритих звернень не побільшало.',
};
