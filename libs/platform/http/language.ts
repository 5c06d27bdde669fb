export type Language = 'ru' | 'uk' | 'kk' | 'en';
const known: ReadonlySet<string> = new Set<Language>(['ru', 'uk', 'kk', 'en']);
const isLanguage = (text: string): text is Language => known.has(text);

const LONGEST = 200;
const remembered = new Map<string, Language>();

/** The best of the platform's languages for an `Accept-Language` header (RFC 9110); English when none fits. */
export function acceptedLanguage(header: string | undefined): Language {
  if (header === undefined || header.length > LONGEST) return 'en';
  const before = remembered.get(header);
  if (before) return before;
  const language = choose(header);
  if (remembered.size < 1000) remembered.set(header, language);
  return language;
}

function choose(header: string): Language {
  let best: Language = 'en';
  let bestWeight = 0;
  for (const part of header.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    const language = range.split('-')[0] ?? '';
    if (isLanguage(language) && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}
