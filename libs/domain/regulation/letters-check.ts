import type { Draft } from './draft.ts';
import { LETTER_KINDS, placeholdersIn, placeholdersOf } from './letters.ts';
import { type Saying, said } from './mistake-words/index.ts';
import { Reachable } from './reachable.ts';
import type { TextEntry } from './shape.ts';
import type { Path } from './source.ts';
import type { LetterKind, Regulation } from './types.ts';

/** Every letter that can be sent has a template which can say what it says; no other letter has one. */
export function checkLetters(draft: Draft, regulation: Regulation): void {
  const { letters, phone, email } = draft.file;
  const reachable = new Reachable(regulation);
  for (const kind of LETTER_KINDS) {
    const letter = letters[kind];
    const never = neverSent(kind, regulation, reachable);
    if (letter === undefined) {
      if (never === undefined) draft.mistake(['letters'], 'letterMissing', { letter: kind });
      continue;
    }
    if (never !== undefined) draft.say(['letters', kind], never);
    const known = placeholdersOf(kind);
    for (const part of ['subject', 'body'] as const) {
      const path: Path = ['letters', kind, part];
      for (const [at, template] of eachText(letter[part], path)) {
        for (const name of new Set(placeholdersIn(template))) {
          if (!known.includes(name)) {
            draft.mistake(at, 'letterCannotSay', { letter: kind, name, known });
          } else if (name === 'phone' && phone === undefined) {
            draft.mistake(at, 'letterWithoutPhone');
          } else if (name === 'email' && email === undefined) {
            draft.mistake(at, 'letterWithoutEmail');
          }
        }
      }
    }
    if (placeholdersIn(anyText(letter.subject) + anyText(letter.body)).includes('number')) continue;
    draft.mistake(['letters', kind], 'letterWithoutNumber', { letter: kind });
  }
}

/** Why there is no occasion for the letter under this regulation; undefined when there is. */
function neverSent(letter: LetterKind, { calls, clocks }: Regulation, reachable: Reachable): Saying | undefined {
  switch (letter) {
    case 'handed-over':
    case 'postponed':
    case 'declined': {
      const never = reachable.whyNever(letter);
      return never === undefined ? undefined : said('letterNeverSent', { letter, never });
    }
    case 'unreachable':
      return calls === null ? said('letterWithoutCalls', { letter }) : undefined;
    case 'deadline-set':
      return clocks.some(({ dueBy }) => dueBy?.fact === 'work.deadline-set')
        ? undefined
        : said('letterWithoutDeadline', { letter });
    default:
      return undefined;
  }
}

const eachText = (entry: TextEntry, path: Path): readonly (readonly [Path, string])[] =>
  typeof entry === 'string'
    ? [[path, entry]]
    : Object.entries(entry).map(([language, text]) => [[...path, language], text ?? '']);
const anyText = (entry: TextEntry): string => (typeof entry === 'string' ? entry : Object.values(entry).join('\n'));
