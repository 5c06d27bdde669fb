import type * as english from '../en/clocks.ts';
import { coded, list } from '../values.ts';
import { why } from './never.ts';

export const clocks: typeof english.clocks = {
  neverStops: () => 'Бұл мерзім ешқашан тоқтамайды: `stops` бос.',
  outlivesRequest: ({ facts }) =>
    `Бұл мерзім мына оқиғалардан кейін ешқашан тоқтамайды: ${coded(facts)}. Оларды \`stops\` немесе \`cancels\` ішінде атаңыз.`,
  stopsAndCancels: ({ fact }) => `\`${fact}\` бұл мерзімді әрі тоқтатады, әрі күшін жояды.`,
  pauseWithoutEnd: ({ fact }) => `\`${fact}\` бастайтын үзіліс ешқашан аяқталмайды.`,
  nothingToPromise: () => 'Бұл мерзімнің ұзақтығы белгіленбеген, сондықтан өтініш берушіге уәде ететін ештеңе жоқ.',
  nothingToWarnOf: () => 'Бұл мерзімнің ұзақтығы белгіленбеген, сондықтан ескертетін ештеңе жоқ.',
  neverExpires: () => 'Бұл мерзімнің ұзақтығы белгіленбеген, сондықтан ол ешқашан өтпейді.',
  ofNoRequest: ({ clock }) => `Бірде-бір өтініштің \`${clock}\` мерзімі бола алмайды.`,
  twoClocks: ({ category, one, other }) =>
    `Бір жағдайға екі мерзім: \`${category}\` өтінішінде әрі \`${one}\`, әрі \`${other}\` мерзімі болар еді.`,
  twoClocksOfClient: ({ category, client, one, other }) =>
    `Бір жағдайға екі мерзім: \`${client}\` санатындағы клиенттің \`${category}\` өтінішінде әрі \`${one}\`, әрі \`${other}\` мерзімі болар еді.`,
  holeInTable: ({ client, kinds }) => `Кестеде \`${client}\` үшін мерзім жоқ: ${list(kinds)}.`,
  tableWithApplies: () => 'Мерзімдер кестесінде оның қай клиенттер мен өтініш түрлеріне арналғаны айтылып қойған.',
  warningsOutOfOrder: () => 'Ескертулер өсу ретімен, әрқайсысы бір рет тұруы керек.',
  workingDaysElapsed: () => 'Жұмыс күндері жұмыс уақытымен есептеледі: `time: working` деп көрсетіңіз.',
  namesNoMoment: ({ fact, known }) =>
    `\`${fact}\` оқиғасы мерзім аяқтала алатын сәтті атамайды; оны атайтындар: ${list(known)}.`,
  startsOnOther: ({ fact }) =>
    `Аяғын \`${fact}\` белгілейтін мерзім тек \`${fact}\` оқиғасынан басталуы керек, басқадан емес.`,
  momentCannotPause: () =>
    'Адам белгілеген сәтте аяқталатын мерзімді кідіртуге болмайды: оның орнына жаңа сәт белгіленеді.',
  escalateToWhom: () =>
    '`escalate`: кімге хабарлау керегін `to` ішінде көрсетіңіз: `moderator`, `manager` немесе `administrator`.',
  remindWhom: () => '`remind`: кімге еске салу керегін `to` ішінде көрсетіңіз: `agent` немесе `moderator`.',
  forWhichReason: ({ action }) => `\`${action}\`: себебін \`reason\` ішінде көрсетіңіз.`,
  resumesOther: () =>
    '`resume` кейінге қалдырылған жұмысты қайта бастайды: мұндай әрекет тек `within: set by work.postponed` деп белгіленген мерзімде болады.',
  postponedForEver: () =>
    'Өтініштерді белгілі бір сәтке дейін кейінге қалдыруға болады, бірақ бірде-бір мерзім олардың жұмысын қайта бастамайды: `within: set by work.postponed` деп белгіленген, өткенде `resume` жасайтын мерзім керек.',
  neverStarts: ({ never }) => `Бұл мерзім ешқашан басталмайды: ${why(never)}.`,
  neverKept: ({ never }) => `Бұл мерзім ешқашан сақталмайды: ${why(never)}.`,
  pauseNeverBegins: ({ never }) => `Бұл үзіліс ешқашан басталмайды: ${why(never)}.`,
  pauseNeverEnds: ({ fact, never }) => `\`${fact}\` бастайтын үзіліс ешқашан аяқталмайды: ${why(never)}.`,
  noFact: ({ fact, known }) => `\`${fact}\` оқиғасы жоқ. Оқиғалар: ${list(known)}.`,
  factWithVersion: ({ fact, plain }) => `\`${fact}\` оқиғасы жоқ. Нұсқасыз жазыңыз: \`${plain}\`.`,
  nothingToCompare: ({ fact, key }) => `\`${fact}\` оқиғасында \`${key}\` жоқ: онда салыстыратын ештеңе жоқ.`,
  noneSuchToCompare: ({ fact, key, known }) =>
    `\`${fact}\` оқиғасында салыстыруға \`${key}\` жоқ; барлары: ${list(known)}.`,
  neverSuchValue: ({ fact, key, value, values }) =>
    `\`${fact}\` оқиғасының \`${key}\` мәні ешқашан \`${value}\` болмайды; мүмкін мәндері: ${list(values)}.`,
};
