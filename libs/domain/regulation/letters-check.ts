import type { Draft } from './draft.ts';
import { LETTER_KINDS, placeholdersIn, placeholdersOf } from './letters.ts';
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
    const never = whyNeverSent(kind, regulation, reachable);
    if (letter === undefined) {
      if (never === undefined) draft.mistake(['letters'], `The letter \`${kind}\` has no template.`);
      continue;
    }
    if (never !== undefined) draft.mistake(['letters', kind], `The letter \`${kind}\` is never sent: ${never}.`);
    const known = placeholdersOf(kind);
    for (const part of ['subject', 'body'] as const) {
      const path: Path = ['letters', kind, part];
      for (const [at, template] of eachText(letter[part], path)) {
        for (const name of new Set(placeholdersIn(template))) {
          if (!known.includes(name)) {
            draft.mistake(
              at,
              `The letter \`${kind}\` cannot say {${name}}; it can say: ${known.map((k) => `{${k}}`).join(', ')}.`,
            );
          } else if (name === 'phone' && phone === undefined) {
            draft.mistake(at, 'The letter gives a telephone number, and the hotline has none.');
          } else if (name === 'email' && email === undefined) {
            draft.mistake(at, 'The letter gives an e-mail address, and the hotline has none.');
          }
        }
      }
    }
    if (placeholdersIn(anyText(letter.subject) + anyText(letter.body)).includes('number')) continue;
    draft.mistake(['letters', kind], `The letter \`${kind}\` never names the request: {number} is missing.`);
  }
}

/** Why there is no occasion for the letter under this regulation; undefined when there is. */
function whyNeverSent(kind: LetterKind, { calls, clocks }: Regulation, reachable: Reachable): string | undefined {
  switch (kind) {
    case 'handed-over':
    case 'postponed':
    case 'declined':
      return reachable.whyNever(kind);
    case 'unreachable':
      return calls === null ? 'there are no `calls` that stay unanswered' : undefined;
    case 'deadline-set':
      return clocks.some(({ dueBy }) => dueBy?.fact === 'work.deadline-set')
        ? undefined
        : 'no clock is `within: set by work.deadline-set`';
    default:
      return undefined;
  }
}

const eachText = (entry: TextEntry, path: Path): readonly (readonly [Path, string])[] =>
  typeof entry === 'string'
    ? [[path, entry]]
    : Object.entries(entry).map(([language, text]) => [[...path, language], text ?? '']);
const anyText = (entry: TextEntry): string => (typeof entry === 'string' ? entry : Object.values(entry).join('\n'));
