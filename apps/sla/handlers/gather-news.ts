import { Injectable } from '@nestjs/common';
import type { Tx } from '@reglament/platform/postgres';
import type { News } from '../store/fact-store.ts';
import { FoldNews } from './fold-news.ts';

/** Gathers the news of all events that share a transaction, and has them folded together before it commits. */
@Injectable()
export class GatherNews {
  private readonly gathered = new WeakMap<Tx, News[]>();

  constructor(private readonly foldNews: FoldNews) {}

  handle(tx: Tx, news: News): void {
    const known = this.gathered.get(tx);
    if (known !== undefined) {
      known.push(news);
      return;
    }
    const all = [news];
    this.gathered.set(tx, all);
    tx.beforeCommit(() => this.foldNews.handle(tx, all));
  }
}
