import { Injectable } from '@nestjs/common';
import { type Clock, type ClockRecord, foldRequest, nextMoment } from '@reglament/domain/clock';
import { type Language, type Regulation, textIn } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { explanationOf } from '../http/explanation.ts';
import type { ClockView } from '../http/shapes.ts';
import { clocksOf } from '../store/clock-store.ts';
import { factsOf, type KnownRequest, requestById, type Submission } from '../store/fact-store.ts';
import { clockIdOf } from './say.ts';
import { Terms } from './terms.ts';

interface Context {
  readonly regulation: Regulation;
  readonly submission: Submission;
  readonly language: Language;
  readonly now: Instant;
}

/**
 * The clocks of a request with their explanations, folded from the facts anew: what is shown is what the facts say.
 * Only what was announced (warnings, lateness) is read from the record.
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
      return { request, facts: facts.get(requestId) ?? [], recorded: await clocksOf(tx, requestId) };
    });
    if (found === undefined) return undefined;
    const context = this.contextOf(tenant, found.request, language);
    if (context === undefined) return [];
    const records = new Map(found.recorded.map(({ record }) => [`${record.rule}:${record.run}`, record]));
    return foldRequest(context.regulation, context.submission, found.facts, this.regulations.calendar(tenant))
      .map((clock) => this.viewOf(tenant, requestId, clock, records.get(`${clock.rule.id}:${clock.run}`), context))
      .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
  }

  private contextOf(tenant: string, request: KnownRequest, language: Language): Context | undefined {
    const regulation = this.regulations.get(tenant);
    if (regulation === undefined || request.submission === null) return undefined;
    return { regulation, submission: request.submission, language, now: this.clock.now() };
  }

  private viewOf(
    tenant: string,
    requestId: string,
    clock: Clock,
    record: ClockRecord | undefined,
    context: Context,
  ): ClockView {
    const { regulation, submission, language, now } = context;
    const isFormer = record?.state === 'stopped' && record.terms !== this.terms.of(regulation).get(clock.rule.id);
    const { rule, run, state } = isFormer ? asRecorded(clock, record) : clock;
    const dueAt = state.state === 'paused' ? null : state.dueAt;
    const next = record === undefined ? null : nextMoment(record);
    const isOver = state.state === 'running' && dueAt !== null && dueAt <= now;
    const clause = regulation.clauses.get(rule.clause);
    const calendar = this.regulations.calendar(tenant);
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
      explanation,
    };
  }
}

/** A run that stopped before its rule or calendar changed, with the due moment and verdict of its time. */
function asRecorded(clock: Clock, { startedAt, stoppedAt, dueAt, verdict, counted }: ClockRecord): Clock {
  if (stoppedAt === null || verdict === null) return clock;
  return { ...clock, state: { state: 'stopped', startedAt, stoppedAt, dueAt, verdict, counted: counted ?? 0 } };
}
