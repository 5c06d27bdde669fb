import { clockHour, dayIn, durationIn, NO_BREAK, nounsIn, numberIn, percentIn, weekdayIn } from '../words.ts';
import type { SentencesOf } from './texts.ts';

const requests = (n: number) =>
  nounsIn('uk', n, { one: 'звернення', few: 'звернення', many: 'звернень', other: 'звернення' });
const times = (n: number) => nounsIn('uk', n, { one: 'раз', few: 'рази', many: 'разів', other: 'разу' });
const number = (n: number) => numberIn('uk', n);
const percent = (part: number) => percentIn('uk', part);
const time = (ms: number) => durationIn('uk', ms / 1000);
const hours = (hour: number) => `з${NO_BREAK}${clockHour(hour)} до${NO_BREAK}${clockHour(hour + 1)}`;
const promise = (clause: string, name: string) => `«${name}» (пункт${NO_BREAK}${clause})`;

/** After a vowel `у` becomes `в`: «а в жовтні», but «ніж у жовтні». */
const afterVowel = (words: string) => words.replace(/^у /, 'в ');

export const uk: SentencesOf = ({ earlier, than, atEnd }) => ({
  nothing: 'За цей час звернень не було.',
  received: (count) => `Надійшло ${requests(count)}.`,
  receivedMore: (count, by, before) =>
    `Надійшло ${requests(count)} — на ${percent(by)} більше, ${than} (${number(before)}).`,
  receivedFewer: (count, by, before) =>
    `Надійшло ${requests(count)} — на ${percent(by)} менше, ${than} (${number(before)}).`,
  receivedBefore: (count, before) => `Надійшло ${requests(count)}, ${earlier} — ${number(before)}.`,
  receivedNearly: (count, before) =>
    `Надійшло ${requests(count)} — майже стільки ж, скільки ${afterVowel(earlier)} (${number(before)}).`,
  receivedSame: (count) => `Надійшло ${requests(count)} — стільки ж, скільки ${afterVowel(earlier)}.`,
  resolved: (count, otherwise, open) => {
    const left = open === 0 ? `${atEnd} відкритих не лишилося` : `${atEnd} відкритих лишилося ${number(open)}`;
    const other = otherwise === 0 ? '' : `, ще ${number(otherwise)} закрито без вирішення`;
    return `Вирішено ${requests(count)}${other}; ${left}.`;
  },
  openGrew: (open, before) =>
    `Відкритих звернень побільшало: ${number(open)}, а ${afterVowel(earlier)} — ${number(before)}.`,
  openFell: (open, before) =>
    `Відкритих звернень поменшало: ${number(open)}, а ${afterVowel(earlier)} — ${number(before)}.`,
  allKept: (count) => `Усіх строків регламенту дотримано: ${number(count)} із ${number(count)}.`,
  kept: (share, kept, all) =>
    `Строків регламенту дотримано у ${percent(share)} випадків: ${number(kept)} із ${number(all)}.`,
  keptSame: (share, kept, all) =>
    `Строків регламенту дотримано у ${percent(share)} випадків (${number(kept)} із ${number(all)}), як і ${afterVowel(earlier)}.`,
  keptMore: (share, kept, all, before) =>
    `Строків регламенту дотримано у ${percent(share)} випадків (${number(kept)} із ${number(all)}) — частіше, ${than} (${percent(before)}).`,
  keptLess: (share, kept, all, before) =>
    `Строків регламенту дотримано у ${percent(share)} випадків (${number(kept)} із ${number(all)}) — рідше, ${than} (${percent(before)}).`,
  answer: (median, tail) => `Половину перших відповідей дано за ${time(median)}, 95 зі 100 — за ${time(tail)}.`,
  answerFaster: (median, tail, before) =>
    `Відповідати стали швидше: половину перших відповідей дано за ${time(median)}, а ${afterVowel(earlier)} — за ${time(before)}. За ${time(tail)} відповіли у 95 випадках зі 100.`,
  answerSlower: (median, tail, before) =>
    `Відповідати стали повільніше: половину перших відповідей дано за ${time(median)}, а ${afterVowel(earlier)} — за ${time(before)}. За ${time(tail)} відповіли у 95 випадках зі 100.`,
  answerFew: (median, longest) => `Першу відповідь зазвичай давали за ${time(median)}, найдовше — за ${time(longest)}.`,
  resolution: (median, tail) =>
    `Половину звернень вирішено за ${time(median)}, 95 зі 100 — за ${time(tail)}, разом із неробочим часом.`,
  resolutionFew: (median, longest) =>
    `На вирішення зазвичай ішло ${time(median)}, найдовше — ${time(longest)}, разом із неробочим часом.`,
  categoryGrew: (name, count, before) =>
    `Побільшало насамперед звернень на тему «${name}»: ${number(count)}, а ${afterVowel(earlier)} — ${number(before)}.`,
  categoryFell: (name, count, before) =>
    `Поменшало насамперед звернень на тему «${name}»: ${number(count)}, а ${afterVowel(earlier)} — ${number(before)}.`,
  category: (name, share) => `Найчастіше зверталися на тему «${name}»: ${percent(share)} звернень.`,
  channelGrew: (name, share, before) =>
    `Канал «${name}» стали обирати частіше: ${percent(share)} звернень, а ${afterVowel(earlier)} — ${percent(before)}.`,
  busiest: (day, count, usual) =>
    `Найбільше надійшло ${dayIn('uk', day)} (${weekdayIn('uk', day)}): ${requests(count)}, а звичайного робочого дня — ${number(usual)}.`,
  busiestHour: (hour, count) => `Найчастіше зверталися ${hours(hour)}: ${requests(count)} за цю годину.`,
  worst: (clause, name, broken, all) =>
    `Найчастіше порушувався строк ${promise(clause, name)}: ${times(broken)} із ${number(all)}.`,
  worstBefore: (clause, name, broken, all, before) =>
    `Найчастіше порушувався строк ${promise(clause, name)}: ${times(broken)} із ${number(all)}, а ${afterVowel(earlier)} — ${number(before)}.`,
  worstHour: (hour, count, broken) =>
    `Із цих порушень на час ${hours(hour)} припадає ${number(count)} із ${number(broken)}.`,
  question: (text, count) => `Найчастіше запитували: «${text}» — ${times(count)}.`,
  questionBefore: (text, count, before) =>
    `Найчастіше запитували: «${text}» — ${times(count)}, а ${afterVowel(earlier)} — ${number(before)}.`,
  reopened: (count) => `Відкрито знову ${requests(count)}: відповідь із першого разу не допомогла.`,
  writeArticle: (question) =>
    `Опублікуйте відповідь на запитання «${question}»: його ставлять найчастіше, а статті про нього немає.`,
  readArticle: (article, question) =>
    `Перечитайте статтю «${article}»: вона є, але найчастіше й далі запитують: «${question}».`,
  checkShift: (hour, clause, name) =>
    `Перевірте, чи вистачає людей ${hours(hour)}: на цей час припадає найбільше порушень строку ${promise(clause, name)}.`,
  checkPromise: (clause, name) => `Розберіть порушення строку ${promise(clause, name)}: їх найбільше.`,
  clearBacklog: (count) => `Розберіть відкриті звернення: їх на ${number(count)} більше, ${than}.`,
  shareLoad: (name, share) =>
    `Погляньте, як розподілено роботу: один працівник (${name}) вирішує ${percent(share)} звернень.`,
  readReopened: 'Перечитайте звернення, відкриті знову: з них видно, які відповіді не допомагають.',
  allWell: 'Змінювати нічого не потрібно: строків дотримано, відкритих звернень не побільшало.',
  noBacklog: 'Змінювати нічого не потрібно: відкритих звернень не побільшало.',
});
