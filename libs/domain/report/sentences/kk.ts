import { clockHour, dayIn, durationIn, numberIn, percentIn } from '../words.ts';
import type { Sentences } from './texts.ts';

// A Kazakh noun after a number stays in the singular, so nothing has to agree with the number.
const number = (n: number) => numberIn('kk', n);
const percent = (part: number) => percentIn('kk', part);
const time = (ms: number) => durationIn('kk', ms / 1000);
const hours = (hour: number) => `сағат ${clockHour(hour)} мен ${clockHour(hour + 1)} арасында`;

export const kk: Sentences = {
  nothing: 'Бұл уақыт ішінде өтініш түскен жоқ.',
  received: (count) => `${number(count)} өтініш түсті.`,
  receivedMore: (count, by, before) =>
    `${number(count)} өтініш түсті, бұл алдыңғы кезеңдегіден (${number(before)}) ${percent(by)}-ға көп.`,
  receivedFewer: (count, by, before) =>
    `${number(count)} өтініш түсті, бұл алдыңғы кезеңдегіден (${number(before)}) ${percent(by)}-ға аз.`,
  receivedBefore: (count, before) => `${number(count)} өтініш түсті, алдыңғы кезеңде ${number(before)} болған.`,
  receivedNearly: (count, before) =>
    `${number(count)} өтініш түсті, алдыңғы кезеңде де соған жуық болған (${number(before)}).`,
  receivedSame: (count) => `${number(count)} өтініш түсті, алдыңғы кезеңде де сонша болған.`,
  resolved: (count, open) => `${number(count)} өтініш шешілді, кезең соңында ${number(open)} өтініш ашық қалды.`,
  openGrew: (open, before) => `Ашық өтініштер көбейді: бұрын ${number(before)} болса, енді ${number(open)}.`,
  openFell: (open, before) => `Ашық өтініштер азайды: бұрын ${number(before)} болса, енді ${number(open)}.`,
  allKept: (count) => `Регламенттегі барлық мерзім сақталды: барлығы ${number(count)} жағдай.`,
  kept: (share, kept, all) =>
    `Регламент мерзімдері ${percent(share)} жағдайда сақталды: ${number(all)} жағдайдың ${number(kept)} жағдайында.`,
  keptBefore: (share, kept, all, before) =>
    `Регламент мерзімдері ${percent(share)} жағдайда сақталды: ${number(all)} жағдайдың ${number(kept)} жағдайында; алдыңғы кезеңде бұл көрсеткіш ${percent(before)} болған.`,
  answer: (median, tail) =>
    `Алғашқы жауаптардың жартысы ${time(median)} ішінде, ал 95 пайызы ${time(tail)} ішінде берілді.`,
  answerBefore: (median, tail, before) =>
    `Алғашқы жауаптардың жартысы ${time(median)} ішінде (алдыңғы кезеңде ${time(before)}), ал 95 пайызы ${time(tail)} ішінде берілді.`,
  resolution: (median, tail) =>
    `Өтініштердің жартысы ${time(median)} ішінде, ал 95 пайызы ${time(tail)} ішінде шешілді; жұмыстан тыс уақыт та есептелген.`,
  categoryGrew: (name, count, before) =>
    `Ең көп өскен тақырып — «${name}»: бұрын ${number(before)} өтініш болса, енді ${number(count)}.`,
  categoryFell: (name, count, before) =>
    `Ең көп азайған тақырып — «${name}»: бұрын ${number(before)} өтініш болса, енді ${number(count)}.`,
  category: (name, share) => `Басты тақырып — «${name}»: барлық өтініштің ${percent(share)}-ы.`,
  channel: (name, share) => `Негізгі арна — «${name}»: барлық өтініштің ${percent(share)}-ы.`,
  busiest: (day, count) => `Ең қарбалас күн — ${dayIn('kk', day)}: ${number(count)} өтініш.`,
  busiestHour: (hour, count) => `Көбінесе ${hours(hour)} жүгінді: осы сағатта ${number(count)} өтініш түсті.`,
  worst: (clause, name, broken, all) =>
    `Ең жиі бұзылған мерзім — «${name}» (${clause}-тармақ): ${number(all)} жағдайдың ${number(broken)} жағдайында.`,
  worstGrew: (clause, name, broken, before) =>
    `Ең жиі бұзылған мерзім — «${name}» (${clause}-тармақ): ${number(broken)} рет, алдыңғы кезеңде ${number(before)} рет.`,
  question: (text, count) => `Ең жиі қойылған сұрақ: «${text}» — ${number(count)} рет.`,
  questionBefore: (text, count, before) =>
    `Ең жиі қойылған сұрақ: «${text}» — ${number(count)} рет, алдыңғы кезеңде ${number(before)} рет.`,
  reopened: (count) => `${number(count)} өтініш қайта ашылды: алғашқы жауап көмектеспеген.`,
  writeArticle: (question) => `«${question}» деген сұрақтың жауабын жариялаңыз: ол өзгелерден жиі қойылады.`,
  checkShift: (hour, clause, name) =>
    `Кім ${hours(hour)} кезекшілікте болатынын тексеріңіз: бұл кезде өтініш ең көп түседі, ал «${name}» мерзімі (${clause}-тармақ) өзгелерден жиі бұзылады.`,
  checkPromise: (clause, name) =>
    `«${name}» мерзімінің (${clause}-тармақ) бұзылу себебін талдаңыз: ол ең жиі бұзылған.`,
  clearBacklog: (count) => `Ашық өтініштерді қарап шығыңыз: кезең ішінде олар ${number(count)} өтінішке көбейді.`,
  shareLoad: (name, share) =>
    `Жұмыстың қалай бөлінгенін қараңыз: өтініштердің ${percent(share)}-ын бір қызметкер шешеді (${name}).`,
  readReopened: 'Қайта ашылған өтініштерді оқып шығыңыз: қай жауаптың көмектеспейтіні содан көрінеді.',
  allWell: 'Ештеңені өзгертудің қажеті жоқ: мерзімдер сақталып тұр, ашық өтініштер көбейген жоқ.',
};
