import type { Language } from '../../api/types.ts';
import type { ArticleTexts } from './api.ts';

/** An article as it is typed: the questions it answers are lines of one text. */
export interface EditedText {
  readonly title: string;
  readonly body: string;
  readonly asks: string;
}
export type EditedTexts = Readonly<Partial<Record<Language, EditedText>>>;
export const emptyText: EditedText = { title: '', body: '', asks: '' };

const languages = (texts: object) => Object.keys(texts) as Language[];

export function draftOf(texts: ArticleTexts): EditedTexts {
  return Object.fromEntries(
    languages(texts).map((language) => {
      const { title = '', body = '', asks = [] } = texts[language] ?? {};
      return [language, { title, body, asks: asks.join('\n') }];
    }),
  );
}

/** What is sent: only languages that have both a title and a text. */
export function textsOf(edited: EditedTexts): ArticleTexts {
  return Object.fromEntries(
    languages(edited).flatMap((language) => {
      const { title = '', body = '', asks = '' } = edited[language] ?? {};
      if (title.trim() === '' || body.trim() === '') return [];
      const lines = asks
        .split('\n')
        .map((line) => line.trim().slice(0, 300))
        .filter((line) => line !== '');
      return [[language, { title: title.trim(), body: body.trim(), asks: lines.slice(0, 20) }]];
    }),
  );
}
