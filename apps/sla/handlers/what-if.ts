import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { foldThrough } from '@reglament/domain/clock';
import { changeText, type Language, mistakeBeside, type Regulation, textIn } from '@reglament/domain/regulation';
import { type Instant, isoOrNull } from '@reglament/domain/time';
import { compare, judge, recorded, Tally } from '@reglament/domain/what-if';
import { PlatformClock } from '@reglament/platform/clock';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { draftErrors, RegulationBook, type Rules as Version } from '@reglament/platform/regulations';
import { LRUCache } from 'lru-cache';
import { explanationOf } from '../http/explanation.ts';
import { draftLeadsNowhere, draftRefused, noRegulation, noSuchRequest } from '../http/texts.ts';
import type { ComparedExplanation, Draft, ExplainDraft, Replay, ReplayedPart } from '../http/what-if-shapes.ts';
import { factsOf, requestById } from '../store/fact-store.ts';
import { countHistory, type RecordedRequest, readHistory } from '../store/history-store.ts';

/** Requests of one part: some tenths of a second, so that whoever waits sees it move. */
const PART = 500;
/** Drafts that are being looked into now; each is read once, not once a part. */
const REMEMBERED = 20;

/** A draft's rules as they would have been known at a moment; null: as they are now. */
type Rules = (at: Instant | null) => Version;

/**
 * What would have come of the promises if the regulation had been another: the recorded facts folded anew under a draft, beside
 * what was recorded. Reads only; nothing is said and nothing changes.
 */
@Injectable()
export class WhatIf {
  private readonly drafts = new LRUCache<string, Rules>({ max: REMEMBERED });

  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  /** One part of the period's history, in the order of ids; parts add up. */
  async replay(tenant: string, asked: Replay, language: Language): Promise<Outcome<ReplayedPart>> {
    const draft = this.rulesOf(tenant, asked, language);
    if (!draft.ok) return draft;
    const span = spanOf(asked, this.regulations.calendar(tenant).timeZone);
    const { total, requests } = await this.database.tenant(tenant, async (tx) => ({
      total: await countHistory(tx, span),
      requests: await readHistory(tx, span, asked.after ?? null, PART),
    }));
    const now = this.clock.now();
    const tally = new Tally();
    for (const request of requests) {
      const after = judge({ ...request.submission, facts: request.facts }, draft.value, now);
      const before = request.clocks.map((record) => recorded(record, now));
      tally.add({ requestId: request.requestId, number: numberOf(request) }, compare(before, after));
    }
    const outcomes = tally.outcomes().map(({ moved, ...outcome }) => ({
      ...outcome,
      moved: moved.map(({ dueBefore, dueAfter, ...one }) => ({
        ...one,
        dueBefore: isoOrNull(dueBefore),
        dueAfter: isoOrNull(dueAfter),
      })),
    }));
    const last = requests.at(-1)?.requestId ?? null;
    const next = requests.length < PART ? null : last;
    return accept({
      requests: requests.length,
      total,
      next,
      rules: this.namesOf(tenant, draft.value(null).regulation, language),
      outcomes,
    });
  }

  /** One promise of one request, counted out under the regulation in force and under the draft. */
  async explain(tenant: string, asked: ExplainDraft, language: Language): Promise<Outcome<ComparedExplanation>> {
    const draft = this.rulesOf(tenant, asked, language);
    if (!draft.ok) return draft;
    const inForce = this.regulations.rules(tenant);
    const found = await this.database.tenant(tenant, async (tx) => ({
      request: await requestById(tx, asked.requestId),
      facts: (await factsOf(tx, [asked.requestId])).get(asked.requestId) ?? [],
    }));
    const submission = found.request?.submission;
    if (submission == null || inForce === undefined) {
      return refuse({ code: 'no-such-request', status: 404, detail: noSuchRequest[language] });
    }
    const under = (rules: Rules) => {
      const folded = foldThrough(rules, submission, found.facts).find(
        ({ clock }) => clock.rule.id === asked.rule && clock.run === asked.run,
      );
      if (folded === undefined) return null;
      const { clock, version } = folded;
      const reading = { ...version, edition: version.regulation.edition.id, language, now: this.clock.now() };
      return explanationOf(clock, false, reading);
    };
    // What was promised stands on the edition that the request was filed under.
    const own: Rules = (at) => this.regulations.rules(tenant, submission.edition, at ?? undefined) ?? inForce;
    return accept({ before: under(own), after: under(draft.value) });
  }

  /** The draft compiled, or all that is wrong with it, with line and clause. */
  private rulesOf(tenant: string, { text, changes }: Draft, language: Language): Outcome<Rules> {
    const base = text ?? this.regulations.textOf(tenant);
    if (base === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    const changed = changeText(base, changes);
    if (!changed.ok) {
      const field = `changes.${changed.at.join('.')}`;
      const message = draftLeadsNowhere[language];
      return refuse({
        code: 'draft-refused',
        status: 422,
        detail: draftRefused[language],
        errors: [{ field, rule: 'way', message }],
      });
    }
    const key = createHash('sha256')
      .update(tenant)
      .update('\0')
      .update(changed.text)
      .update(String(this.regulations.version(tenant)))
      .digest('base64');
    const known = this.drafts.get(key);
    if (known !== undefined) return accept(known);
    const loaded = this.regulations.readDraft(tenant, changed.text);
    if (!loaded.ok) {
      const errors = draftErrors(loaded.mistakes, language);
      const mistakes = loaded.mistakes.map((mistake) => mistakeBeside(mistake, language));
      const detail = draftRefused[language];
      return refuse({ code: 'draft-refused', status: 422, detail, errors, data: { mistakes } });
    }
    const rules = this.regulations.rulesOfDraft(tenant, loaded.regulation);
    this.drafts.set(key, rules);
    return accept(rules);
  }

  private namesOf(tenant: string, draft: Regulation, language: Language): ReplayedPart['rules'] {
    const rules = [...(this.regulations.get(tenant)?.clocks ?? []), ...draft.clocks];
    const named = rules.map(
      ({ id, clause, name }) => [id, { rule: id, clause, name: textIn(name, language) }] as const,
    );
    // The regulation in force names a rule that both have.
    return [...new Map(named.reverse()).values()].reverse();
  }
}

/** Older than any request, and later than any. */
const BEGINNING = '1970-01-01';
const END = '2200-01-01';

/** From the midnight that begins the first day to the one that ends the last, in the tenant's zone. */
function spanOf({ from, to }: Pick<Replay, 'from' | 'to'>, timeZone: string): { from: Instant; to: Instant } {
  const midnight = (date: string, days: number): Instant =>
    Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(timeZone).epochMilliseconds as Instant;
  return { from: midnight(from ?? BEGINNING, 0), to: midnight(to ?? END, 1) };
}

/** The registration number, as the first fact that carries it says. */
function numberOf({ facts }: RecordedRequest): string | null {
  const number = facts.find(({ data }) => typeof data.number === 'string')?.data.number;
  return typeof number === 'string' ? number : null;
}
