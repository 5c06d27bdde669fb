import { Injectable } from '@nestjs/common';
import {
  type ClockRecord,
  causesOf,
  daysKnown,
  type Fact,
  foldThrough,
  lateAfter,
  movedPromise,
  settle,
  withdraw,
} from '@reglament/domain/clock';
import type { Instant } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import type { Tx } from '@reglament/platform/postgres';
import { RegulationBook, type Rules } from '@reglament/platform/regulations';
import { lockClocks, type StoredClock, saveClocks } from '../store/clock-store.ts';
import {
  appendFacts,
  factsOf,
  type KnownRequest,
  lockKnownRequests,
  lockRequests,
  type News,
} from '../store/fact-store.ts';
import { appendFormerPromises, type FormerPromise } from '../store/promise-store.ts';
import { say } from './say.ts';
import { Terms } from './terms.ts';

interface Settled {
  readonly record: ClockRecord;
  readonly says: ReturnType<typeof settle>['says'];
  /** What was promised before, where a changed day or regulation has moved it. */
  readonly former: FormerPromise | null;
}

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
    // Sent together, done one after another: the facts are written behind the lock.
    const [requests] = await Promise.all([lockRequests(tx, merged), appendFacts(tx, merged)]);
    await this.foldAll(tx, requests);
  }

  /** Folds requests of which nothing new is known: the rules have changed. */
  async again(tx: Tx, requestIds: readonly string[]): Promise<void> {
    await this.foldAll(tx, await lockKnownRequests(tx, requestIds));
  }

  private async foldAll(tx: Tx, requests: readonly KnownRequest[]): Promise<void> {
    const ids = requests.filter((request) => request.submission !== null).map((request) => request.requestId);
    if (ids.length === 0 || tx.tenant === null) return;
    const [facts, clocks] = await Promise.all([factsOf(tx, ids), lockClocks(tx, ids)]);
    const recorded = Map.groupBy(clocks, (clock) => clock.requestId);
    const changed: StoredClock[] = [];
    const former: FormerPromise[] = [];
    for (const request of requests) {
      const { requestId } = request;
      const before = (recorded.get(requestId) ?? []).map((clock) => clock.record);
      for (const settled of this.settleAll(tx.tenant, request, facts.get(requestId) ?? [], before)) {
        const clock = { tenant: tx.tenant, requestId, record: settled.record };
        changed.push(clock);
        if (settled.former !== null) former.push(settled.former);
        for (const one of settled.says) say(tx, clock, one);
      }
    }
    await Promise.all([saveClocks(tx, changed), appendFormerPromises(tx, former)]);
  }

  /** The clocks of one request that differ from what was recorded. */
  private settleAll(
    tenant: string,
    request: KnownRequest,
    facts: readonly Fact[],
    before: readonly ClockRecord[],
  ): readonly Settled[] {
    const { requestId, submission } = request;
    if (submission === null || this.regulations.get(tenant) === undefined) return [];
    const now = this.clock.now();
    const latestFact = facts.reduce((latest, fact) => Math.max(latest, fact.at), 0) as Instant;
    const late = lateAfter(this.clock.speed);
    const left = new Map(before.map((record) => [`${record.rule}:${record.run}`, record]));
    const settled: Settled[] = [];
    const folded = foldThrough((at) => this.regulations.rulesFor(tenant, submission.edition, at), submission, facts);
    for (const { clock, version } of folded) {
      const { id } = clock.rule;
      const key = `${id}:${clock.run}`;
      const known = left.get(key);
      left.delete(key);
      const terms = this.terms.of(version).get(id) ?? '';
      const after = settle(known, clock, { now, lateAfter: late, latestFact, terms });
      settled.push({ ...after, former: this.formerOf(tenant, requestId, known, after.record, version) });
    }
    for (const record of left.values()) settled.push({ ...withdraw(record, latestFact), former: null });
    const unchanged = new Set(before.map((record) => JSON.stringify(record)));
    return settled.filter(({ record }) => !unchanged.has(JSON.stringify(record)));
  }

  /** The promise that an open clock had made, when this moves it, and the changed days that do. */
  private formerOf(
    tenant: string,
    requestId: string,
    before: ClockRecord | undefined,
    record: ClockRecord,
    { calendar }: Rules,
  ): FormerPromise | null {
    const moved = movedPromise(before, record);
    if (before === undefined || moved === null) return null;
    const seen = daysKnown(before.terms);
    const fresh = this.regulations.changedDays(tenant).filter(({ number }) => number > seen);
    const days = causesOf(moved, fresh, calendar.timeZone).map(({ number }) => number);
    const { rule, run } = record;
    return { requestId, rule, run, from: moved.from, to: moved.to, movedAt: this.clock.now(), days };
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
