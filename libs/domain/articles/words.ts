import type { Language } from '../regulation/types.ts';

const LONGEST_EXCERPT = 180;

/** Markdown as the plain words it says: for search and for excerpts, never for display of the article itself. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/```[^\n]*\n?/g, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/^\s{0,3}(#{1,6}|>|[-*+]|\d{1,3}[.)])\s+/gm, '')
    .replaceAll(/[*_`~]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The beginning of an article, cut between words. */
export function excerptOf(markdown: string): string {
  const plain = plainText(markdown);
  if (plain.length <= LONGEST_EXCERPT) return plain;
  const cut = plain.slice(0, LONGEST_EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_EXCERPT / 2)).replace(/[\s.,;:–—-]+$/, '')}…`;
}

const ANSWER: Readonly<Record<Language, string>> = {
  ru: 'На ваш вопрос подробно отвечает статья «{title}» в нашем справочном центре:\n{url}\n\nЕсли что-то останется непонятным, напишите нам: мы продолжим.',
  uk: 'На ваше запитання докладно відповідає стаття «{title}» у нашому довідковому центрі:\n{url}\n\nЯкщо щось лишиться незрозумілим, напишіть нам: ми продовжимо.',
  kk: 'Сұрағыңызға анықтама орталығымыздағы «{title}» мақаласы толық жауап береді:\n{url}\n\nТүсініксіз жері қалса, бізге жазыңыз: жалғастырамыз.',
  en: 'The article “{title}” in our help centre answers your question in detail:\n{url}\n\nIf anything remains unclear, write to us and we will go on.',
};

/** The standard answer that leads to an article (edoc 14), in the requester's language. */
export function answerWith(article: { readonly title: string; readonly url: string }, language: Language): string {
  return ANSWER[language].replace('{title}', () => article.title).replace('{url}', () => article.url);
}
