import { Injectable } from '@nestjs/common';
import { type ClockRecord, type Fact, foldRequest, lateAfter, settle, withdraw } from '@reglament/domain/clock';
import type { Instant } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import type { Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { lockClocks, type StoredClock, saveClocks } from '../store/clock-store.ts';
import { appendFacts, factsOf, type KnownRequest, lockRequests, type News } from '../store/fact-store.ts';
import { say } from './say.ts';
import { Terms } from './terms.ts';

type Settled = { readonly record: ClockRecord; readonly says: ReturnType<typeof settle>['says'] };

/**
 * Takes what has become known of some requests of one tenant: remembers it, folds their clocks from all their facts, records
 * what changed and says so; one transaction, five statements, however many requests there are.
 */
@Injectable()
export class FoldNews {
  constructor(
    private readonly regulations: RegulationBook,
    private readonly clock: PlatformClock,
    private readonly terms: Terms,
  ) {}

  async handle(tx: Tx, news: readonly News[]): Promise<void> {
    const merged = byRequest(news);
    const requests = await lockRequests(tx, merged);
    await appendFacts(tx, merged);
    const ids = requests.filter((request) => request.submission !== null).map((request) => request.requestId);
    if (ids.length === 0 || tx.tenant === null) return;
    const facts = await factsOf(tx, ids);
    const recorded = Map.groupBy(await lockClocks(tx, ids), (clock) => clock.requestId);
    const changed: StoredClock[] = [];
    for (const request of requests) {
      const { requestId } = request;
      const before = (recorded.get(requestId) ?? []).map((clock) => clock.record);
      for (const { record, says } of this.settleAll(tx.tenant, request, facts.get(requestId) ?? [], before)) {
        const clock = { tenant: tx.tenant, requestId, record };
        changed.push(clock);
        for (const one of says) say(tx, clock, one);
      }
    }
    await saveClocks(tx, changed);
  }

  /** The clocks of one request that differ from what was recorded. */
  private settleAll(
    tenant: string,
    request: KnownRequest,
    facts: readonly Fact[],
    before: readonly ClockRecord[],
  ): readonly Settled[] {
    const regulation = this.regulations.get(tenant);
    if (regulation === undefined || request.submission === null) return [];
    const calendar = this.regulations.calendar(tenant);
    const now = this.clock.now();
    const latestFact = facts.reduce((latest, fact) => Math.max(latest, fact.at), 0) as Instant;
    const late = lateAfter(this.clock.speed);
    const terms = this.terms.of(regulation);
    const left = new Map(before.map((record) => [`${record.rule}:${record.run}`, record]));
    const settled: Settled[] = [];
    for (const clock of foldRequest(regulation, request.submission, facts, calendar)) {
      const { id } = clock.rule;
      const key = `${id}:${clock.run}`;
      const known = left.get(key);
      left.delete(key);
      settled.push(settle(known, clock, { now, lateAfter: late, latestFact, terms: terms.get(id) ?? '' }));
    }
    for (const record of left.values()) settled.push(withdraw(record, latestFact));
    const unchanged = new Set(before.map((record) => JSON.stringify(record)));
    return settled.filter(({ record }) => !unchanged.has(JSON.stringify(record)));
  }
}

/** One entry per request, in the order of ids: several facts of one request are folded together. */
function byRequest(news: readonly News[]): News[] {
  const merged = new Map<string, News>();
  for (const one of news) {
    const known = merged.get(one.requestId);
    merged.set(one.requestId, {
      requestId: one.requestId,
      submission: known?.submission ?? one.submission,
      facts: [...(known?.facts ?? []), ...one.facts],
    });
  }
  return [...merged.values()].sort((a, b) => (a.requestId < b.requestId ? -1 : 1));
}
