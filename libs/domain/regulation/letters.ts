import type { Language, Letter, LetterKind, Text } from './types.ts';

export const LETTER_KINDS: readonly LetterKind[] = [
  'acknowledged',
  'replied',
  'information-requested',
  'resolved',
  'cancelled',
  'unreachable',
  'declined',
  'handed-over',
  'postponed',
  'deadline-set',
];

/** Known in every letter. */
const COMMON: readonly string[] = [
  'name',
  'number',
  'category',
  'hotline',
  'organisation',
  'phone',
  'email',
  'hours',
  'statusUrl',
  'submittedAt',
];

/** Known in letters of one kind beside the common ones. */
const OWN: Readonly<Record<LetterKind, readonly string[]>> = {
  acknowledged: ['promises'],
  replied: ['text', 'agent'],
  'information-requested': ['text', 'agent'],
  resolved: ['text', 'agent'],
  cancelled: ['reason', 'clause', 'clauseText', 'text'],
  unreachable: ['reason', 'clause', 'clauseText', 'attempts'],
  declined: ['reason', 'clause', 'clauseText', 'text'],
  'handed-over': ['vendor', 'clause', 'clauseText'],
  postponed: ['reason', 'clause', 'clauseText', 'text', 'until'],
  'deadline-set': ['dueAt', 'text', 'agent'],
};

export const placeholdersOf = (kind: LetterKind): readonly string[] => [...COMMON, ...OWN[kind]];

/** The names between braces in a template, in order. */
export const placeholdersIn = (template: string): readonly string[] =>
  [...template.matchAll(/\{([^{}\n]*)\}/g)].map((match) => match[1] ?? '');

/** What a letter is filled with; an absent or empty value takes its whole paragraph with it. */
export type LetterValues = Readonly<Record<string, string | null | undefined>>;

/**
 * Fills a letter in one language. A paragraph whose placeholder has nothing to say is left out, so one template serves
 * with and without an answer text or a clause.
 */
export function fillLetter(
  letter: Letter,
  language: Language,
  values: LetterValues,
): { subject: string; body: string } {
  return {
    subject: fill(textIn(letter.subject, language), values).replaceAll(/\s+/g, ' ').trim(),
    body: textIn(letter.body, language)
      .trim()
      .split(/\n{2,}/)
      .filter((paragraph) => placeholdersIn(paragraph).every((name) => (values[name] ?? '').trim() !== ''))
      .map((paragraph) => fill(paragraph, values))
      .join('\n\n'),
  };
}

const fill = (template: string, values: LetterValues): string =>
  template.replaceAll(/\{([^{}\n]*)\}/g, (_, name: string) => values[name] ?? '');

/** A text in the wanted language, or in the first one it exists in. */
export const textIn = (text: Text, language: Language): string => text[language] ?? Object.values(text)[0] ?? '';
