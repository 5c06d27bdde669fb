import { findPersonalData } from '../request/personal-data.ts';
import type { Place } from './insults.ts';

// Staff never ask for what opens an account (kz-portal 30-11). Telling people to keep it secret is what they should do.

const secret =
  '(?:парол[ьяею]м?|пин-?\\s?код\\p{L}*|пін-?\\s?код\\p{L}*|код\\p{L}? (?:из|з|із) (?:смс|sms)|уч[её]тн\\p{L}+ данн\\p{L}+|облікові дані|данн\\p{L}+ для входа|дані для входу|құпия\\s?сөз\\p{L}*|кіру деректер\\p{L}*|passwords?|passcode|pin code|credentials|login details)';
const asks =
  "(?:сообщите|пришлите|напишите|назовите|скажите|продиктуйте|укажите|отправьте|вышлите|дайте|подскажите|передайте|нужен|нужны|нужно|понадобится|потребуется|необходим\\p{L}*|как(?:ой|ие)|повідомте|надішліть|напишіть|назвіть|скажіть|вкажіть|продиктуйте|потрібен|потрібні|який|які|жіберіңіз|жазыңыз|айтыңыз|хабарлаңыз|беріңіз|көрсетіңіз|керек|қандай|send|tell|give|provide|share|need|what(?: is|’s|'s))";
const asking = new RegExp(
  `(?<![\\p{L}])(?:${asks}(?![\\p{L}])[^.!?;\\n]{0,60}?${secret}|${secret}[^.!?;\\n]{0,40}?(?<![\\p{L}])${asks}(?![\\p{L}]))`,
  'giu',
);
/** What turns asking into a warning, or into advice about where one types it oneself. */
const harmless =
  /(?<![\p{L}])(?:не|никому|никогда|нікому|ніколи|ешкімге|ешқашан|never|not|don[’']t|если|когда|чтобы|якщо|коли|щоб|if|when|новый|нового|новий|жаңа|new|восстанов|сброс|смен|віднов|змін|қалпына|reset|change|forgot|забы)/iu;

/** Places where a message asks for a password or other credentials; a sentence that warns against telling them is let through. */
export function findCredentialRequests(text: string): Place[] {
  return [...text.slice(0, 20_000).matchAll(asking)].flatMap((match) => {
    const before =
      text
        .slice(Math.max(0, match.index - 25), match.index)
        .split(/[.!?;\n]/)
        .at(-1) ?? '';
    if (harmless.test(`${before}${match[0]}`)) return [];
    return [{ from: match.index, to: match.index + match[0].length }];
  });
}

/** Dots where a person wrote a password, a code or a PIN. Everything else stays as it was written. */
export function maskSecrets(text: string): string {
  let masked = '';
  let at = 0;
  for (const { kind, from, to } of findPersonalData(text)) {
    if (kind !== 'secret') continue;
    masked += `${text.slice(at, from)}•••`;
    at = to;
  }
  return masked + text.slice(at);
}
