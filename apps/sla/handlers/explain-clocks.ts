import { Injectable } from '@nestjs/common';
import { type Clock, type ClockRecord, foldThrough, nextMoment, writtenTerms } from '@reglament/domain/clock';
import { type Language, textIn } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook, type Rules } from '@reglament/platform/regulations';
import { explanationOf } from '../http/explanation.ts';
import type { ClockView } from '../http/shapes.ts';
import { clocksOf } from '../store/clock-store.ts';
import { factsOf, requestById, type Submission } from '../store/fact-store.ts';
import { type FormerPromise, formerPromisesOf } from '../store/promise-store.ts';
import { clockIdOf } from './say.ts';
import { Terms } from './terms.ts';

interface Context {
  readonly tenant: string;
  readonly requestId: string;
  readonly submission: Submission;
  /** What is recorded of the clocks, and what was promised before, by `rule:run`. */
  readonly recorded: ReadonlyMap<string, ClockRecord>;
  readonly former: ReadonlyMap<string, readonly FormerPromise[]>;
  readonly language: Language;
  readonly now: Instant;
}

const keyOf = ({ rule, run }: { readonly rule: string; readonly run: number }): string => `${rule}:${run}`;

/**
 * The clocks of a request with their explanations, folded from the facts anew: what is shown is what the facts say.
 * Only what was announced (warnings, lateness) and what was promised before is read from the record.
 */
@Injectable()
export class ExplainClocks {
  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationBook,
    private readonly clock: PlatformClock,
    private readonly terms: Terms,
  ) {}

  /** Undefined when the tenant has no such request. */
  async handle(tenant: string, requestId: string, language: Language): Promise<ClockView[] | undefined> {
    const found = await this.database.tenant(tenant, async (tx) => {
      const request = await requestById(tx, requestId);
      if (request === undefined) return undefined;
      const facts = await factsOf(tx, [requestId]);
      return {
        request,
        facts: facts.get(requestId) ?? [],
        recorded: await clocksOf(tx, requestId),
        former: await formerPromisesOf(tx, requestId),
      };
    });
    if (found === undefined) return undefined;
    const { submission } = found.request;
    if (submission === null || this.regulations.get(tenant) === undefined) return [];
    const context: Context = {
      ...{ tenant, requestId, submission, language, now: this.clock.now() },
      recorded: new Map(found.recorded.map(({ record }) => [keyOf(record), record])),
      former: Map.groupBy(found.former, keyOf),
    };
    return foldThrough((at) => this.regulations.rulesFor(tenant, submission.edition, at), submission, found.facts)
      .map(({ clock, version }) => this.viewOf(clock, version, context))
      .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
  }

  private viewOf(clock: Clock, version: Rules, context: Context): ClockView {
    const { tenant, requestId, submission, language, now } = context;
    const { regulation, calendar } = version;
    const key = keyOf({ rule: clock.rule.id, run: clock.run });
    const record = context.recorded.get(key);
    const terms = this.terms.of(version).get(clock.rule.id) ?? '';
    const isFormer = record?.state === 'stopped' && writtenTerms(record.terms) !== writtenTerms(terms);
    const { rule, run, state } = isFormer ? asRecorded(clock, record) : clock;
    const dueAt = state.state === 'paused' ? null : state.dueAt;
    const next = record === undefined ? null : nextMoment(record);
    const isOver = state.state === 'running' && dueAt !== null && dueAt <= now;
    const clause = regulation.clauses.get(rule.clause);
    const reading = { regulation, calendar, edition: submission.edition, language, now };
    const explanation = explanationOf({ ...clock, state }, isFormer, reading);
    return {
      clockId: clockIdOf(requestId, rule.id, run),
      rule: rule.id,
      run,
      name: textIn(rule.name, language),
      clause: rule.clause,
      clauseText: clause === undefined ? null : textIn(clause.text, language),
      state: state.state,
      startedAt: isoOf(state.startedAt),
      dueAt: isoOrNull(dueAt),
      warnAt: next?.announce === 'warning' ? isoOf(next.at) : null,
      leftMs: state.state === 'paused' ? state.left : null,
      stoppedAt: state.state === 'stopped' ? isoOf(state.stoppedAt) : null,
      verdict: state.state === 'stopped' ? state.verdict : null,
      expired: isOver || (state.state === 'stopped' && state.verdict === 'broken'),
      late: record?.late ?? false,
      formerRules: isFormer,
      former: (context.former.get(key) ?? []).map((promise) => this.formerView(tenant, promise)),
      explanation,
    };
  }

  private formerView(tenant: string, { from, to, movedAt, days }: FormerPromise): ClockView['former'][number] {
    const because = this.regulations
      .changedDays(tenant)
      .filter(({ number }) => days.includes(number))
      .map(({ date, hours, reason, by, at }) => ({ date, hours, reason, by, at: isoOf(at) }));
    return { dueAt: isoOf(from), becameDueAt: isoOf(to), movedAt: isoOf(movedAt), because };
  }
}

/** A run that stopped before its rule or calendar changed, with the due moment and verdict of its time. */
function asRecorded(clock: Clock, { startedAt, stoppedAt, dueAt, verdict, counted }: ClockRecord): Clock {
  if (stoppedAt === null || verdict === null) return clock;
  return { ...clock, state: { state: 'stopped', startedAt, stoppedAt, dueAt, verdict, counted: counted ?? 0 } };
}
