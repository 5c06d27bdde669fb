export { RegulationBook, RegulationError, regulationsProvider } from './book.ts';
export { draftErrors } from './draft-errors.ts';
export { insertNews, RegulationFeed, RegulationNewsConsumer, regulationNewsTable } from './feed.ts';
export {
  type ChangedDay,
  type NewsEvent,
  newsOf,
  newsTypes,
  type PublishedEdition,
  type RegulationNews,
} from './news.ts';
export type { Edition, Rules } from './tenant-editions.ts';
