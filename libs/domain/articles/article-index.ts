import { wordsOf } from '../questions/index.ts';
import type { Language } from '../regulation/types.ts';
import type { ArticleTexts } from './types.ts';
import { plainText } from './words.ts';

interface Text {
  readonly articleId: string;
  readonly language: Language;
  readonly head: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

export interface FoundArticle {
  readonly articleId: string;
  /** The language in which it matched; the reader may be shown another one of it. */
  readonly language: Language;
  /** How much of what was asked it speaks of, 0 to 1. */
  readonly score: number;
}

/** A word of the text alone counts less than one of the title or of the questions it answers. */
const IN_TEXT = 0.35;
/** A word that is only like one of the article's: begun and not finished, misspelt, or cut otherwise. */
const LIKE = 0.8;
const LEAST_LIKE = 0.5;
const SHORTEST_LIKE = 4;
/** A long letter says many things beside its question: the rarest words of it decide. */
const DECIDING_WORDS = 6;

/** The published articles of one tenant, ready to be asked. Languages are mixed: people write in theirs. */
export class ArticleIndex {
  readonly #texts: readonly Text[];
  readonly #articles: number;
  /** word → how many articles have it */
  readonly #spread = new Map<string, number>();
  readonly #byTrigram = new Map<string, string[]>();

  constructor(articles: readonly { readonly articleId: string; readonly texts: ArticleTexts }[]) {
    this.#articles = articles.length;
    this.#texts = articles.flatMap(({ articleId, texts }) =>
      (Object.entries(texts) as [Language, NonNullable<ArticleTexts[Language]>][]).map(([language, text]) => {
        const head = new Set(wordsOf([text.title, ...text.asks].join('\n')).stems);
        return { articleId, language, head, all: new Set([...head, ...wordsOf(plainText(text.body)).stems]) };
      }),
    );
    const having = new Map<string, Set<string>>();
    for (const { articleId, all } of this.#texts) {
      for (const word of all) having.set(word, (having.get(word) ?? new Set()).add(articleId));
    }
    for (const [word, ids] of having) {
      this.#spread.set(word, ids.size);
      for (const trigram of trigramsOf(word)) {
        const words = this.#byTrigram.get(trigram);
        if (words === undefined) this.#byTrigram.set(trigram, [word]);
        else words.push(word);
      }
    }
  }

  /** The articles that speak of what is asked, the nearest first, each once, none below `atLeast`. */
  find(asked: string, { atLeast, limit }: { readonly atLeast: number; readonly limit: number }): FoundArticle[] {
    const words = this.#weigh([...new Set(wordsOf(asked).stems)]);
    const deciding = words.slice(0, DECIDING_WORDS).reduce((sum, { weight }) => sum + weight, 0);
    if (deciding === 0) return [];
    const best = new Map<string, FoundArticle>();
    for (const text of this.#texts) {
      const sum = words.reduce((total, word) => total + word.weight * matchOf(text, word.near), 0);
      const found = {
        articleId: text.articleId,
        language: text.language,
        score: Math.min(1, sum / deciding),
      };
      if (found.score >= atLeast && found.score > (best.get(text.articleId)?.score ?? 0))
        best.set(text.articleId, found);
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.articleId < b.articleId ? -1 : 1)).slice(0, limit);
  }

  /** Each asked word with the words of the articles it may mean and how rare it is, the rarest first. */
  #weigh(asked: readonly string[]) {
    return asked
      .map((word) => {
        const near = this.#spread.has(word) ? new Map([[word, 1]]) : this.#like(word);
        const spread = Math.max(0, ...[...near.keys()].map((each) => this.#spread.get(each) ?? 0));
        // A word that no article knows says that something else is asked, and not how much.
        const weight = Math.log(1 + this.#articles / (spread === 0 ? Math.max(1, this.#articles / 3) : spread));
        return { near, weight };
      })
      .sort((a, b) => b.weight - a.weight);
  }

  /** Words of the articles that begin as this one does or share most of their trigrams with it, and how much they count. */
  #like(word: string): Map<string, number> {
    const near = new Map<string, number>();
    if (word.length < SHORTEST_LIKE) return near;
    const trigrams = trigramsOf(word);
    const shared = new Map<string, number>();
    for (const trigram of trigrams) {
      for (const other of this.#byTrigram.get(trigram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const begins = other.startsWith(word) || (other.length >= SHORTEST_LIKE && word.startsWith(other));
      const alike = (2 * count) / (trigrams.length + trigramsOf(other).length);
      if (begins) near.set(other, LIKE);
      else if (alike >= LEAST_LIKE) near.set(other, alike * LIKE);
    }
    return near;
  }
}

function matchOf(text: Text, near: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [word, alike] of near) {
    if (text.head.has(word)) best = Math.max(best, alike);
    else if (text.all.has(word)) best = Math.max(best, alike * IN_TEXT);
  }
  return best;
}

function trigramsOf(word: string): string[] {
  const padded = `  ${word} `;
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
}
