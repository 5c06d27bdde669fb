import { Controller, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Source } from '@reglament/contracts';
import { isoOf } from '@reglament/domain/time';
import { Sweep, SweepRunner } from '../events/index.ts';
import { EventContext } from '../jetstream/index.ts';
import { Database, systemGrant, type Tx, tenantPolicy } from '../postgres/index.ts';
import { Logger } from '../telemetry/index.ts';
import { RegulationBook } from './book.ts';
import { type NewsEvent, type NewsPayload, newsOf, newsTypes } from './news.ts';

/**
 * `<schema>.regulation_news`: every edition published and every day changed since the files were written; append-only. A service that
 * starts reads it again, and a running one looks for what its other instances have heard.
 */
export const regulationNewsTable = (schema: Source): string => `
  CREATE TABLE ${schema}.regulation_news (
    id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    tenant text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    type text NOT NULL,
    edition text,
    published_at timestamptz(3) NOT NULL,
    payload jsonb NOT NULL,
    PRIMARY KEY (tenant, number),
    UNIQUE (tenant, edition)
  );
  ${tenantPolicy(schema, 'regulation_news', 'SELECT, INSERT')}
  ${systemGrant(schema, 'regulation_news', 'SELECT')}`;

/** Remembers news in the transaction that hears of it. The same news twice is one row. */
export async function insertNews(
  tx: Tx,
  schema: Source,
  { type, payload, occurredAt }: Pick<NewsEvent, 'type' | 'payload' | 'occurredAt'>,
): Promise<void> {
  const edition = 'edition' in payload ? payload.edition : null;
  await tx.sql(
    `INSERT INTO ${schema}.regulation_news (tenant, number, type, edition, published_at, payload)
     VALUES ($1, $2, $3, $4, $5::timestamptz, $6::jsonb) ON CONFLICT (tenant, number) DO NOTHING`,
    [tx.tenant, payload.number, type, edition, occurredAt, JSON.stringify(payload)],
  );
}

/** Ids are given before they are committed: so many older ones are looked for again, which is more than commit at once. */
const OVERLAP = 1_000;
/** Most rows of one look: a text is some tens of kilobytes. */
const AT_ONCE = 100;

/** Brings into this process's book what is in the table: all of it at boot, then what has been added since. */
@Injectable()
export class RegulationFeed extends Sweep implements OnApplicationBootstrap {
  readonly name = 'regulation-news';
  override readonly idle = 500;
  /** Who hears of news calls `refresh`. */
  override readonly wakes = false;
  private readonly taken = new Set<number>();
  private latest = 0;

  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly runner: SweepRunner,
    private readonly logger: Logger,
  ) {
    super();
  }

  /** Nobody is served before the editions are known that were published before this start, unless PostgreSQL is away. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.logger.warn({ err: error }, 'the published editions could not be read yet');
    }
    this.runner.start(this);
  }

  /** Takes in all that is committed now. */
  async refresh(): Promise<void> {
    while ((await this.round()) > 0);
  }

  async round(): Promise<number> {
    const schema = this.database.service;
    const ids = await this.database.systemQuery<{ id: number }>(
      `SELECT id FROM ${schema}.regulation_news WHERE id > $1 ORDER BY id`,
      [this.latest - OVERLAP],
    );
    const fresh = ids.map(({ id }) => id).filter((id) => !this.taken.has(id));
    if (fresh.length === 0) return 0;
    const rows = await this.database.systemQuery<NewsRow>(
      `SELECT id, tenant, type, published_at, payload FROM ${schema}.regulation_news WHERE id = ANY ($1::bigint[])`,
      [fresh.slice(0, AT_ONCE)],
    );
    for (const row of rows) {
      const event = { tenant: row.tenant, type: row.type, occurredAt: isoOf(row.published_at), payload: row.payload };
      // The payload was parsed by its contract before it was written.
      this.book.apply(newsOf(event as NewsEvent));
      this.taken.add(row.id);
      this.latest = Math.max(this.latest, row.id);
    }
    this.logger.info({ news: rows.length }, 'the book of regulations has news');
    return rows.length;
  }
}

interface NewsRow {
  readonly id: number;
  readonly tenant: string;
  readonly type: string;
  readonly published_at: Parameters<typeof isoOf>[0];
  readonly payload: NewsPayload;
}

/** Hears from the gateway what was published; for the services that learn of it from the bus. */
@Controller()
export class RegulationNewsConsumer {
  constructor(
    private readonly database: Database,
    private readonly feed: RegulationFeed,
  ) {}

  @EventPattern([...newsTypes])
  async onNews(@Payload() event: NewsEvent, @Ctx() { tx }: EventContext): Promise<void> {
    await insertNews(tx, this.database.service, event);
    // A nudge only: whatever goes wrong, the sweep looks again.
    tx.afterCommit(() => void this.feed.refresh().catch(() => undefined));
  }
}
