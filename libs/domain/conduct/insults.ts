// Obscene and insulting words by their stems. A find is shown to a person with the clause; it judges nobody by itself.

/** A place in a text: UTF-16 offsets, `[from, to)`. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const russian = [
  '(?:на|по|за|до|вы|от|об|о|у|при|пере|раз|рас|с|ни|ах|оху)?ху[йеияюл](?!иган|ига)',
  'оху[еи]|хуй|хуе|.*пизд|.*бляд|блят|бля$|дол[бп][ао]е|(?:вы|про|у)сра[лтнв]|пздц|[сз]ъ?ебыв|уебыв',
  '(?:вы|до|за|на|о|об|от|по|под|пере|при|про|раз|с|съ|у|объ|въ|разъ|отъ|изъ|недо|долбо|мозго|дол[бп]о)?[ьъ]?еб(?:а(?!ст)|у(?!рг)|и|ыр|л[аоиы]|н[уиы]|ен|ет|еш|о[мшт])',
  'муд(?:ак|ач|ил|оз|ох)|су(?:ка|ки|ку|кой|ками|кин|чк|чар|чий|чь)|г[ао]ндон|пид[оа]?р|педик|шлюх|шалав|курв|дерьм|г[оа]вн|жоп|залуп|дроч',
  '(?:вы)?ублюд|выродок|выродк|мраз[ьио]|гнид|тварь$|твари$|тварей$|тварин|урод(?:ы|а|ов|ам|ина|ище|ка|ки)?$|дебил|идиот|кретин|имбецил|придур|дур(?:ак|ач|а$|ы$|у$|ой$|ень)',
  'туп(?:иц|орыл|оголов|ой$|ая$|ые$|ых$|ица)|скотин|скоты$|козл(?:ы|ина|ов|у|ом)$|козел$|чмо|мерзав|негодя|подл[ею]ц|подон[ок]|сволоч|падл[аыою]|паскуд|гадин|гады$|дрянь$|быдл|чурк[аи]|хохл(?:ы|ов|ам|а|ина)$|кацап|москал[ьия]|жлоб|стерв[аоыу]|дегенерат|ничтожеств',
  '(?:на|обо|за|по|о)?ср(?:ат|ан|ал|ет|уц)|херн|хер(?:а|у|ом|ов|ово)?$|нахер|похер|(?:у|о|вы)?трах(?:а|н)|сдох|подохн|соси$|отсос|хуесос|вонюч|проститут|потаскух|маразматик|ушлеп|лошар|лох(?:и|ов|а|у|ам)?$|манда$|засран|обосс|нассат|ссан|дристи|тупорез|заткни|заткнис',
];
const ukrainian = [
  'лайн[оау]$|срак|гівн|дурень|дурн[іи]в?$|дурепа|ідіот|дебіл|виродок|виродк|падлюк|покидь|недоум|бовдур|йолоп|телепень|тварюк|мерзот|негідни|сволот|стерво|здохн|заткнис',
];
const kazakh = [
  'ақымақ|ақмақ|нақұрыс|есалаң|топас|қотақ|котак|сіге|сігі|жәлеп|қаншық|оңбаған|сайқал|көтек|арамза|итсің|малсың|жындысың|дүмбілез',
];
const english = [
  '(?:mother)?fuck|bullshit|shit|bitch|asshole|arsehole|bastard|cunt|dickhead|idiot|moron|dumbass|retard|wanker|prick$|slut|whore|twat|scum|imbecile|stupid$',
];

const word = new RegExp(`^(?:${[...russian, ...ukrainian, ...kazakh, ...english].join('|')})`, 'u');
/** Written so as to slip through: a letter replaced by a sign. */
const disguised =
  /(?:^|[^\p{L}])(?:х[*@#._-]{1,2}[йеяю]|бл[*@#_]{1,2}т?ь?|п[*@#_]{1,2}зд|f[*@#_]{1,2}ck|sh[*@#_]t|с[*@#_]ка|еб[*@#_]{1,2})/giu;
/** Begins like an insult and is none. */
const innocent =
  /^(?:подонк[иа]?х?$)|^(?:хуже|хулиган|хулит|скотч|гадает|ебита|сукно|мандат|мандар|срать?ег|дурац|соси[сг]|стервя|педикюр|лайнер|хохлом|трахе|ссанк|идиотип)/u;
const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'ь',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  '0': 'о',
  '3': 'з',
};

/** Latin letters among Cyrillic ones are read as what they look like; drawn-out letters count once. */
function plainly(token: string): string {
  const lower = token.toLowerCase().replaceAll('ё', 'е');
  const cyrillic = /[а-яіїєґ]/u.test(lower) ? lower.replace(/[abcehkmoptxy03]/g, (l) => lookalikes[l] ?? l) : lower;
  return cyrillic.replace(/(\p{L})\1{2,}/gu, '$1');
}

/** Obscene or insulting words in Russian, Ukrainian, Kazakh and English (kuty 2.8, edoc 16), in order. Linear in the text. */
export function findInsults(text: string): Place[] {
  const found: Place[] = [];
  for (const match of text.matchAll(/[\p{L}\d]{3,40}/gu)) {
    const plain = plainly(match[0]);
    if (word.test(plain) && !innocent.test(plain)) found.push({ from: match.index, to: match.index + match[0].length });
  }
  for (const match of text.matchAll(disguised)) {
    const from = match.index + (/^[^\p{L}]/u.test(match[0]) ? 1 : 0);
    found.push({ from, to: match.index + match[0].length });
  }
  return found.sort((a, b) => a.from - b.from);
}
