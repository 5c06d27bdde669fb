import { type AnyEvent, definitionOf } from '@reglament/contracts';
import { defineTenantQuery } from '@reglament/platform/clickhouse';
import { Sweep } from '@reglament/platform/events';
import { type NewsEvent, newsOf, newsTypes, type RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import type { Archive } from '../statistics/archive.ts';

const types = newsTypes.map((type) => `'${type}'`).join(', ');

/** The news of a tenant's regulation beyond those known; a piece that the archive still has twice is read twice. */
const newsSince = defineTenantQuery({
  name: 'regulation-news',
  sql: `SELECT type, toString(toUnixTimestamp64Milli(occurred_at)) AS at, payload FROM events
         WHERE tenant = {tenant:String} AND type IN (${types}) AND fault = ''
           AND JSONExtractUInt(payload, 'number') > {known:UInt32}
         ORDER BY JSONExtractUInt(payload, 'number') LIMIT 100`,
  params: z.object({ known: z.int() }),
  row: z.object({ type: z.enum(newsTypes), at: z.coerce.number(), payload: z.string() }),
});

/**
 * Reads in this service's own archive what was published of regulations and puts it into the book, so that reports and statistics speak
 * of the edition in force. While ClickHouse is away there are no statistics either, and a round is tried again later.
 */
export class HearRegulations extends Sweep {
  readonly name = 'hear-regulations';
  override readonly idle = 5_000;

  constructor(
    private readonly archive: Archive,
    private readonly book: RegulationBook,
  ) {
    super();
  }

  async round(): Promise<number> {
    let heard = 0;
    for (const { tenant } of this.book.all()) heard += await this.hear(tenant);
    return heard;
  }

  private async hear(tenant: string): Promise<number> {
    const known = this.book.version(tenant);
    for (const row of await this.archive.ask(tenant, newsSince, { known })) {
      const payload = definitionOf(row.type)?.payload.parse(JSON.parse(row.payload)) as AnyEvent['payload'];
      const occurredAt = new Date(row.at).toISOString();
      // The contract has just said that this payload is its type's.
      this.book.apply(newsOf({ tenant, type: row.type, occurredAt, payload } as NewsEvent));
    }
    return this.book.version(tenant) - known;
  }
}
