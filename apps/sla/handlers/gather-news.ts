import { Injectable } from '@nestjs/common';
import { Batch, type Tx } from '@reglament/platform/postgres';
import type { News } from '../store/fact-store.ts';
import { FoldNews } from './fold-news.ts';

/** Gathers the news of all events that share a transaction, and has them folded together before it commits. */
@Injectable()
export class GatherNews {
  private readonly batch: Batch<News>;

  constructor(foldNews: FoldNews) {
    this.batch = new Batch((tx, news) => foldNews.handle(tx, news));
  }

  handle(tx: Tx, news: News): void {
    this.batch.add(tx, news);
  }
}
