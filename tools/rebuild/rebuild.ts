/** Makes the archive anew from the services' outboxes, beside the one that people read, and puts it in its place. */
import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { feedEvents, insertEvents, nameTenants, renewTenant } from '@reglament/reporting/archive';
import { compareEvents, type EventFindings } from './compare.ts';
import { compareMonth, monthsOf, type OtherFigures } from './figures.ts';
import type { Outbox } from './outboxes.ts';
import { Shadow, type State } from './shadow.ts';

export interface RebuildParts {
  /** The archive that people read. */
  readonly house: ClickHouse;
  readonly outboxes: readonly Outbox[];
  readonly regulations: readonly Regulation[];
  readonly now: Instant;
  /** Events read and written at once. */
  readonly atOnce?: number;
  /** Whether the new archive takes the old one's place although somebody should look at what differs. */
  readonly accept?: boolean;
  /** Whether it stops before it would. */
  readonly compareOnly?: boolean;
  readonly tell?: (progress: Progress) => void;
}

export type Progress =
  | { readonly step: 'reading'; readonly done: number; readonly of: number }
  | { readonly step: 'current-rows'; readonly tenant: string }
  | { readonly step: 'following'; readonly read: number }
  | { readonly step: 'comparing'; readonly tenant: string; readonly month: string }
  | { readonly step: 'swapping'; readonly table: string };

export interface Findings {
  readonly events: EventFindings;
  readonly figures: readonly OtherFigures[];
  readonly months: number;
}

export type Outcome =
  /** null: an earlier run had compared them, and was interrupted while it swapped. */
  | { readonly kind: 'swapped'; readonly findings: Findings | null }
  | { readonly kind: 'compared'; readonly findings: Findings }
  | { readonly kind: 'refused'; readonly findings: Findings };

/** Some 30 MB of rows. */
const AT_ONCE = 20_000;
/** Catching up is done when a round brought no more than this: about what arrives while it runs. */
const FEW = 500;
/** A round reads what was said during the one before, so each is shorter; a service that says more than is read has another fault. */
const ROUNDS = 20;

export class Rebuild {
  readonly #parts: RebuildParts;
  readonly #shadow: Shadow;
  readonly #atOnce: number;

  constructor(parts: RebuildParts) {
    this.#parts = parts;
    this.#shadow = new Shadow(parts.house);
    this.#atOnce = parts.atOnce ?? AT_ONCE;
  }

  /**
   * Goes on where an earlier one was interrupted. Until tables are replaced the archive is only read; from then on it is made whole by
   * going on, which does the same again and ends with everything that was said meanwhile.
   */
  async run(): Promise<Outcome> {
    let state = (await this.#shadow.open()) ?? (await this.#begin());
    // An archive that was lost whole has no names either, and the service says them only when it starts.
    await nameTenants(this.#parts.house, this.#parts.regulations);
    let findings: Findings | null = null;
    if (state.phase === 'filling') state = await this.#fill(state);
    if (state.phase === 'following') {
      state = await this.#follow(state);
      [state, findings] = await this.#compare(state);
      const kind = this.#verdict(findings);
      if (kind !== 'swapped') return { kind, findings };
      state = { ...(await this.#round(this.#shadow.house, state)).state, phase: 'swapping' };
      await this.#shadow.save(state);
    }
    await this.#shadow.swap((table) => this.#parts.tell?.({ step: 'swapping', table }));
    // What came into the archive since the last round went with the old rows: it comes again, from where it was first written down.
    await this.#round(this.#parts.house, state);
    await this.#shadow.drop();
    return { kind: 'swapped', findings };
  }

  /** Throws away what an earlier rebuild has made. The archive is not touched. */
  async forget(): Promise<void> {
    await this.#shadow.drop();
  }

  async #begin(): Promise<State> {
    const state: State = { phase: 'filling', places: {}, marks: {} };
    for (const outbox of this.#parts.outboxes) state.marks[outbox.source] = await outbox.mark();
    await this.#shadow.save(state);
    return state;
  }

  async #fill(begun: State): Promise<State> {
    const { outboxes, tell } = this.#parts;
    const { house } = this.#shadow;
    const state = { ...begun, places: { ...begun.places } };
    let of = 0;
    for (const outbox of outboxes) of += await outbox.lastPlace();
    for (const outbox of outboxes) {
      for (;;) {
        const { events, place } = await outbox.after(state.places[outbox.source] ?? 0, this.#atOnce);
        if (events.length === 0) break;
        await insertEvents(house, events);
        state.places[outbox.source] = place;
        await this.#shadow.save(state);
        const done = Object.values(state.places).reduce((sum, one) => sum + one, 0);
        tell?.({ step: 'reading', done, of: Math.max(done, of) });
      }
    }
    for (const tenant of await this.#shadow.tenants()) {
      tell?.({ step: 'current-rows', tenant });
      await renewTenant(house, tenant);
    }
    await this.#shadow.erase();
    const filled: State = { ...state, phase: 'following' };
    await this.#shadow.save(filled);
    return filled;
  }

  /** Rounds until little is new. */
  async #follow(from: State): Promise<State> {
    let state = from;
    for (let round = 0; round < ROUNDS; round++) {
      const { read, state: next } = await this.#round(this.#shadow.house, state);
      state = next;
      this.#parts.tell?.({ step: 'following', read });
      if (read <= FEW) break;
    }
    return state;
  }

  /** Brings into an archive what was committed since the marks were taken. The new marks are taken first, so that nothing falls between. */
  async #round(house: ClickHouse, state: State): Promise<{ read: number; state: State }> {
    let read = 0;
    const marks = { ...state.marks };
    for (const outbox of this.#parts.outboxes) {
      const mark = await outbox.mark();
      const before = state.marks[outbox.source] ?? { sequence: 0, eventId: null };
      for await (const events of outbox.since(before, this.#atOnce)) {
        await feedEvents(house, events);
        read += events.length;
      }
      marks[outbox.source] = mark;
    }
    const next = { ...state, marks };
    if (house === this.#shadow.house) await this.#shadow.save(next);
    return { read, state: next };
  }

  async #compare(from: State): Promise<[State, Findings]> {
    const { house, outboxes, regulations, now, tell } = this.#parts;
    const fresh = this.#shadow.house;
    let state = from;
    const catchUp = async () => {
      ({ state } = await this.#round(fresh, state));
    };
    const events = await compareEvents(house, fresh, outboxes, catchUp);
    await this.#shadow.copyCopies();
    const figures: OtherFigures[] = [];
    let months = 0;
    for (const regulation of regulations) {
      for (const month of new Set([...(await monthsOf(house, regulation)), ...(await monthsOf(fresh, regulation))])) {
        tell?.({ step: 'comparing', tenant: regulation.tenant, month });
        const other = await compareMonth(house, fresh, regulation, month, now, catchUp);
        if (other !== undefined) figures.push(other);
        months += 1;
      }
    }
    return [state, { events, figures, months }];
  }

  /**
   * Missing events are a fault of the rebuild. Events that no service knows would be lost; other figures of the same events mean that one of
   * the two is wrong: both are for a person to look at first. Where the old archive lacked events, other figures are what it is for.
   */
  #verdict({ events, figures }: Findings): Outcome['kind'] {
    if (events.missing.length > 0) return 'refused';
    const isExplained = events.unknown.length === 0 && (figures.length === 0 || events.regained > 0);
    if (!isExplained && this.#parts.accept !== true) return 'refused';
    return this.#parts.compareOnly === true ? 'compared' : 'swapped';
  }
}
