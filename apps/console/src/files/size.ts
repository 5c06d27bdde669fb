import type { Language } from '../api/types.ts';
import type { Translate } from '../i18n/use-texts.ts';
import { numbersIn } from '../time/format.ts';

const KB = 1024;

/** A size as people read it: `3,2 МБ`, `14 KB`. */
export function sizeOf(bytes: number, t: Translate, language: Language): string {
  const inMegabytes = bytes >= KB * KB;
  const amount = numbersIn(language, { maximumFractionDigits: inMegabytes ? 1 : 0 });
  const number = amount.format(inMegabytes ? bytes / KB / KB : Math.max(1, Math.round(bytes / KB)));
  // The unit stays with its number.
  return t(inMegabytes ? 'files.megabytes' : 'files.kilobytes', { number }).replace(' ', '\u00a0');
}
