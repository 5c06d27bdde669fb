import { clockHour, dayIn, durationIn, NO_BREAK, numberIn, percentIn, weekdayIn } from '../words.ts';
import type { SentencesOf } from './texts.ts';

// A Kazakh noun after a number stays in the singular, so nothing has to agree with the number; endings are put on words, whose sounds are known.
const number = (n: number) => numberIn('kk', n);
const requests = (n: number) => `${number(n)}${NO_BREAK}өтініш`;
const times = (n: number) => `${number(n)}${NO_BREAK}рет`;
const percent = (part: number) => percentIn('kk', part);
const time = (ms: number) => durationIn('kk', ms / 1000);
const hours = (hour: number) => `сағат${NO_BREAK}${clockHour(hour)}–${clockHour(hour + 1)} аралығында`;
const promise = (clause: string, name: string) => `«${name}» (${clause}-тармақ)`;

/** "Too" after a word, by the vowel of its last syllable: `қазанда да`, `сәуірде де`. */
const too = (word: string) => `${word} ${/[аоұы][^аоұыеіөүә]*$/.test(word) ? 'да' : 'де'}`;

export const kk: SentencesOf = ({ earlier, than, atEnd }) => ({
  nothing: 'Бұл уақыт ішінде өтініш түскен жоқ.',
  received: (count) => `${requests(count)} түсті.`,
  receivedMore: (count, by, before) => `${requests(count)} түсті — ${than} (${number(before)}) ${percent(by)}-ға көп.`,
  receivedFewer: (count, by, before) => `${requests(count)} түсті — ${than} (${number(before)}) ${percent(by)}-ға аз.`,
  receivedBefore: (count, before) => `${requests(count)} түсті, ${earlier} — ${number(before)}.`,
  receivedNearly: (count, before) =>
    `${requests(count)} түсті, ${too(earlier)} шамамен сонша болған (${number(before)}).`,
  receivedSame: (count) => `${requests(count)} түсті, ${too(earlier)} сонша болған.`,
  resolved: (count, otherwise, open) => {
    const left = open === 0 ? `${atEnd} ашық өтініш қалған жоқ` : `${atEnd} ${requests(open)} ашық қалды`;
    const other = otherwise === 0 ? '' : `, тағы ${number(otherwise)} өтініш шешімсіз жабылды`;
    return `${requests(count)} шешілді${other}; ${left}.`;
  },
  openGrew: (open, before) => `Ашық өтініштер көбейді: ${earlier} ${number(before)} болса, енді ${number(open)}.`,
  openFell: (open, before) => `Ашық өтініштер азайды: ${earlier} ${number(before)} болса, енді ${number(open)}.`,
  allKept: (count) => `Регламенттегі барлық мерзім сақталды: барлығы ${number(count)} жағдай.`,
  kept: (share, kept, all) =>
    `Регламент мерзімдері ${percent(share)} жағдайда сақталды: ${number(all)} жағдайдың ${number(kept)} жағдайында.`,
  keptSame: (share, kept, all) =>
    `Регламент мерзімдері ${percent(share)} жағдайда сақталды (${number(all)} жағдайдың ${number(kept)} жағдайында), ${too(earlier)} сондай болған.`,
  keptMore: (share, kept, all, before) =>
    `Регламент мерзімдері ${percent(share)} жағдайда сақталды (${number(all)} жағдайдың ${number(kept)} жағдайында) — ${than} жиі (${percent(before)}).`,
  keptLess: (share, kept, all, before) =>
    `Регламент мерзімдері ${percent(share)} жағдайда сақталды (${number(all)} жағдайдың ${number(kept)} жағдайында) — ${than} сирек (${percent(before)}).`,
  answer: (median, tail) =>
    `Алғашқы жауаптардың жартысы ${time(median)} ішінде, ал 95 пайызы ${time(tail)} ішінде берілді.`,
  answerFaster: (median, tail, before) =>
    `Жауап беру жылдамдады: алғашқы жауаптардың жартысы ${time(median)} ішінде берілді, ${earlier} ${time(before)} болған. Өтініштердің 95 пайызына ${time(tail)} ішінде жауап берілді.`,
  answerSlower: (median, tail, before) =>
    `Жауап беру баяулады: алғашқы жауаптардың жартысы ${time(median)} ішінде берілді, ${earlier} ${time(before)} болған. Өтініштердің 95 пайызына ${time(tail)} ішінде жауап берілді.`,
  answerFew: (median, longest) => `Алғашқы жауап әдетте ${time(median)} ішінде берілді, ең ұзағы — ${time(longest)}.`,
  resolution: (median, tail) =>
    `Өтініштердің жартысы ${time(median)} ішінде, ал 95 пайызы ${time(tail)} ішінде шешілді; жұмыстан тыс уақыт та есептелген.`,
  resolutionFew: (median, longest) =>
    `Өтінішті шешуге әдетте ${time(median)} кетті, ең ұзағы — ${time(longest)}; жұмыстан тыс уақыт та есептелген.`,
  categoryGrew: (name, count, before) =>
    `Ең алдымен «${name}» тақырыбы бойынша өтініш көбейді: ${earlier} ${number(before)} болса, енді ${number(count)}.`,
  categoryFell: (name, count, before) =>
    `Ең алдымен «${name}» тақырыбы бойынша өтініш азайды: ${earlier} ${number(before)} болса, енді ${number(count)}.`,
  category: (name, share) => `Ең жиі жүгінген тақырып — «${name}»: барлық өтініштің ${percent(share)}-ы.`,
  channelGrew: (name, share, before) =>
    `«${name}» арнасы жиірек таңдалды: барлық өтініштің ${percent(share)}-ы, ${earlier} ${percent(before)}-ы болған.`,
  busiest: (day, count, usual) =>
    `Ең көп өтініш ${dayIn('kk', day)} күні (${weekdayIn('kk', day)}) түсті: ${number(count)}, ал әдеттегі жұмыс күнінде — ${number(usual)}.`,
  busiestHour: (hour, count) => `Көбінесе ${hours(hour)} жүгінді: осы уақытта ${requests(count)} түсті.`,
  worst: (clause, name, broken, all) =>
    `Ең жиі бұзылған мерзім — ${promise(clause, name)}: ${number(all)} жағдайдың ${number(broken)} жағдайында.`,
  worstBefore: (clause, name, broken, all, before) =>
    `Ең жиі бұзылған мерзім — ${promise(clause, name)}: ${number(all)} жағдайдың ${number(broken)} жағдайында, ${earlier} — ${times(before)}.`,
  worstHour: (hour, count, broken) => `Осы ${number(broken)} жағдайдың ${number(count)} жағдайы ${hours(hour)} болған.`,
  question: (text, count) => `Ең жиі қойылған сұрақ: «${text}» — ${times(count)}.`,
  questionBefore: (text, count, before) =>
    `Ең жиі қойылған сұрақ: «${text}» — ${times(count)}, ${earlier} — ${times(before)}.`,
  reopened: (count) => `${requests(count)} қайта ашылды: алғашқы жауап көмектеспеген.`,
  writeArticle: (question) =>
    `«${question}» деген сұрақтың жауабын жариялаңыз: ол өзгелерден жиі қойылады, ал бұл туралы мақала жоқ.`,
  readArticle: (article, question) =>
    `«${article}» мақаласын қайта оқып шығыңыз: мақала бар, бірақ бәрібір ең жиі сұралатыны — «${question}».`,
  checkShift: (hour, clause, name) =>
    `${hours(hour).replace('сағат', 'Сағат')} адам жеткілікті ме, соны тексеріңіз: ${promise(clause, name)} мерзімі көбінесе осы уақытта бұзылады.`,
  checkPromise: (clause, name) => `${promise(clause, name)} мерзімінің бұзылу себебін талдаңыз: ол ең жиі бұзылған.`,
  clearBacklog: (count) => `Ашық өтініштерді қарап шығыңыз: олар ${than} ${number(count)} өтінішке көп.`,
  shareLoad: (name, share) =>
    `Жұмыстың қалай бөлінгенін қараңыз: өтініштердің ${percent(share)}-ын бір қызметкер шешеді (${name}).`,
  readReopened: 'Қайта ашылған өтініштерді оқып шығыңыз: қай жауаптың көмектеспейтіні содан көрінеді.',
  allWell: 'Ештеңені өзгертудің қажеті жоқ: мерзімдер сақталып тұр, ашық өтініштер көбейген жоқ.',
  noBacklog: 'Ештеңені өзгертудің қажеті жоқ: ашық өтініштер көбейген жоқ.',
});
