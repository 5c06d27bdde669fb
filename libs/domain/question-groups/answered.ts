import { wordsOf } from '../questions/index.ts';

/** A published article, as far as it tells which questions it answers. */
export interface PublishedArticle {
  readonly articleId: string;
  /** The group it was written for, where there was one. */
  readonly groupId: string | null;
  readonly title: string;
  /** Questions it answers, its titles among them, in all its languages. */
  readonly asks: readonly string[];
}

/**
 * Which article answers a group: one that was written for it or for a group that was merged into it; else one that names a question
 * of the group in the same words, whatever their order and forms. Of several the first by title.
 * @param ids the group's own id and those merged into it
 * @param texts questions of the group
 */
export function articleFor(
  articles: readonly PublishedArticle[],
  ids: readonly string[],
  texts: readonly string[],
): PublishedArticle | null {
  const inOrder = articles.toSorted((a, b) => (a.title < b.title ? -1 : 1));
  const written = inOrder.find(({ groupId }) => groupId !== null && ids.includes(groupId));
  if (written !== undefined) return written;
  const keys = new Set(texts.map(keyOf).filter((key) => key !== ''));
  return inOrder.find(({ asks }) => asks.some((ask) => keys.has(keyOf(ask)))) ?? null;
}

const keyOf = (text: string): string => wordsOf(text).stems.toSorted().join(' ');
