import { Injectable } from '@nestjs/common';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { Logger } from '@reglament/platform/telemetry';
import { requestsUnderOtherTerms } from '../store/clock-store.ts';
import { FoldNews } from './fold-news.ts';
import { Terms } from './terms.ts';

/** Requests of one transaction: short enough that facts of the same tenant do not wait noticeably. */
const BATCH = 100;

/** Finds open clocks that were worked out by other rules or another calendar than today's, and folds their requests anew. */
@Injectable()
export class ReevaluateOpen {
  /** The last request done, by tenant: each is looked at once. */
  private readonly places = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationBook,
    private readonly terms: Terms,
    private readonly foldNews: FoldNews,
    private readonly logger: Logger,
  ) {}

  /** Does one batch of one tenant. @returns how many requests; 0 when every tenant is up to date */
  async handle(): Promise<number> {
    for (const regulation of this.regulations.all()) {
      const { tenant } = regulation;
      const today = [...this.terms.of(regulation).values()];
      const requestIds = await this.database.tenant(tenant, async (tx) => {
        const found = await requestsUnderOtherTerms(tx, today, this.places.get(tenant) ?? null, BATCH);
        await this.foldNews.handle(
          tx,
          found.map((requestId) => ({ requestId, submission: null, facts: [] })),
        );
        return found;
      });
      const last = requestIds.at(-1);
      if (last === undefined) continue;
      this.places.set(tenant, last);
      this.logger.info(
        { tenant, requests: requestIds.length },
        'open clocks worked out anew under a changed regulation',
      );
      return requestIds.length;
    }
    return 0;
  }
}
