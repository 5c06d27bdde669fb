export { ArticleIndex, type FoundArticle } from './article-index.ts';
export {
  type ArticleRefusal,
  type ArticleVerb,
  isDue,
  refusedTexts,
  refusedVerb,
  reviewDay,
} from './decide.ts';
export type { Article, ArticleStatus, ArticleText, ArticleTexts } from './types.ts';
export { answerWith, excerptOf, plainText } from './words.ts';
