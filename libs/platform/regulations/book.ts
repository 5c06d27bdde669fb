import type { Calendar, ProductionCalendar } from '@reglament/domain/calendar';
import {
  type Language,
  type Loaded,
  mistakeIn,
  mistakeLine,
  parseRegulation,
  type Regulation,
  readSource,
} from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import { PlatformClock } from '../clock/index.ts';
import { type Found, readFolder } from './folder.ts';
import type { ChangedDay, RegulationNews } from './news.ts';
import { type Edition, type Rules, TenantEditions } from './tenant-editions.ts';

const told = (found: Found, language: Language): string => {
  if (typeof found === 'string') return found;
  return language === 'en' ? mistakeLine(found) : mistakeIn(found, language);
};

/** Everything that is wrong with the regulations, all files at once: a service does not start on a wrong regulation. */
export class RegulationError extends Error {
  constructor(private readonly found: readonly Found[]) {
    super(`The regulations cannot be run:\n${found.map((one) => `  ${told(one, 'en')}`).join('\n')}`);
    this.name = 'RegulationError';
  }

  /** Every mistake as a line for a reader of this language. */
  mistakesIn(language: Language): readonly string[] {
    return this.found.map((one) => told(one, language));
  }
}

/** Later than any edition: whoever has no clock takes the newest. */
const THE_END: Instant = Number.MAX_SAFE_INTEGER as Instant;
const THE_BEGINNING: Instant = 0 as Instant;

interface BookParts {
  readonly productionCalendars?: ReadonlyMap<string, ProductionCalendar>;
  /** Says which edition is in force; without it the newest is. */
  readonly clock?: Pick<PlatformClock, 'now'>;
}

/**
 * The regulations that this process runs, with all editions: those of the files, read once at boot, and those published since,
 * which `RegulationFeed` brings. A request is judged by the edition it was filed under (kz-portal 30-1). Injectable by class.
 */
export class RegulationBook {
  readonly #tenants: ReadonlyMap<string, TenantEditions>;
  readonly #productionCalendars: ReadonlyMap<string, ProductionCalendar>;
  readonly #now: () => Instant;

  constructor(regulations: Iterable<Regulation | readonly Edition[]>, parts: BookParts = {}) {
    this.#productionCalendars = parts.productionCalendars ?? new Map();
    const { clock } = parts;
    this.#now = clock === undefined ? () => THE_END : () => clock.now();
    this.#tenants = new Map(
      [...regulations].map((given) => {
        const editions = 'tenant' in given ? [editionOf(given)] : given;
        const tenant = editions[0]?.regulation.tenant ?? '';
        return [tenant, new TenantEditions(editions, (text) => this.#read(tenant, text))];
      }),
    );
  }

  /**
   * Reads `<directory>/*.yaml`, further editions in `<directory>/<tenant>/` and the countries' calendars in `<directory>/calendars/`.
   * @throws RegulationError naming every mistake of every file with its line and clause
   */
  static load(directory: string, clock?: Pick<PlatformClock, 'now'>): RegulationBook {
    const { editions, productionCalendars, mistakes } = readFolder(directory);
    if (mistakes.length > 0) throw new RegulationError(mistakes);
    return new RegulationBook(editions.values(), { productionCalendars, ...(clock === undefined ? {} : { clock }) });
  }

  /** The edition in force now: what new requests are filed under. */
  get(tenant: string): Regulation | undefined {
    return this.rules(tenant)?.regulation;
  }

  /** The edition that a request was filed under; while this process has not heard of it, the one in force. */
  of(tenant: string, edition: string): Regulation | undefined {
    return this.rules(tenant, edition)?.regulation;
  }

  /**
   * Rules and calendar together.
   * @param edition a request's own; without it, or while it has not arrived, the one in force
   * @param at with the days of the calendar as they were published by then; without it as they are now
   */
  rules(tenant: string, edition?: string, at?: Instant): Rules | undefined {
    const editions = this.#tenants.get(tenant);
    if (editions === undefined) return undefined;
    const own = edition === undefined ? undefined : editions.edition(edition);
    return editions.rules(own ?? editions.inForce(this.#now()), at);
  }

  /** The same for a tenant that is known to be there; `at` null is as the days are now. @throws Error where there is no regulation */
  rulesFor(tenant: string, edition?: string, at?: Instant | null): Rules {
    const rules = this.rules(tenant, edition, at ?? undefined);
    if (rules === undefined) throw new Error(`There is no regulation for tenant ${tenant}`);
    return rules;
  }

  /** The rules of a draft, with the days that were changed as they were known at a moment (null: as they are now). */
  rulesOfDraft(tenant: string, draft: Regulation): (at: Instant | null) => Rules {
    const editions = this.#tenants.get(tenant);
    if (editions === undefined) throw new Error(`There is no regulation for tenant ${tenant}`);
    return editions.rulesOfDraft(draft);
  }

  /** Of each tenant the edition in force, in the order of the files' names. */
  all(): readonly Regulation[] {
    return [...this.#tenants.keys()].flatMap((tenant) => this.get(tenant) ?? []);
  }

  /** The tenant's working calendar, prepared once. @throws Error for a tenant without a regulation */
  calendar(tenant: string, edition?: string): Calendar {
    return this.rulesFor(tenant, edition).calendar;
  }

  /** All editions of a tenant that this process knows, in the order in which they come into force. */
  editions(tenant: string): readonly Edition[] {
    return this.#tenants.get(tenant)?.all ?? [];
  }

  /** The edition in force at a moment; now unless told. */
  inForce(tenant: string, at: Instant = this.#now()): Edition | undefined {
    return this.#tenants.get(tenant)?.inForce(at);
  }

  /** The days of the tenant's calendar that were changed while the platform ran, in order. */
  changedDays(tenant: string): readonly ChangedDay[] {
    return this.#tenants.get(tenant)?.days ?? [];
  }

  /** How many news of the tenant have taken effect; it grows with each. */
  version(tenant: string): number {
    return this.#tenants.get(tenant)?.version ?? 0;
  }

  /** Takes news in; twice, late or in another order makes no difference. */
  apply(news: RegulationNews): void {
    this.#tenants.get(news.tenant)?.apply(news);
  }

  /** The text of the edition in force, or of another, as its author wrote it. */
  textOf(tenant: string, edition?: string): string | undefined {
    const editions = this.#tenants.get(tenant);
    return edition === undefined ? editions?.inForce(this.#now()).text : editions?.edition(edition)?.text;
  }

  /** The plain values of the text in force, as written; undefined where there is none. */
  valuesOf(tenant: string): unknown {
    const text = this.textOf(tenant);
    return text === undefined ? undefined : readSource(text, `${tenant}.yaml`).source.value;
  }

  /** Reads a draft as if it stood in the tenant's file: the same checks, nothing is put in force. */
  readDraft(tenant: string, text: string): Loaded {
    return parseRegulation(text, { file: `${tenant}.yaml`, productionCalendars: this.#productionCalendars });
  }

  /** A published edition stays in force, also when a later version of the platform would refuse it as a draft. */
  #read(tenant: string, text: string): Regulation | undefined {
    return this.readDraft(tenant, text).regulation ?? undefined;
  }
}

const editionOf = (regulation: Regulation): Edition => ({
  id: regulation.edition.id,
  inForceFrom: THE_BEGINNING,
  regulation,
  text: undefined,
  published: null,
});

/** For a Nest module's `providers`: `regulationsProvider(config.REGULATIONS_DIR)`. */
export const regulationsProvider = (directory: string) => ({
  provide: RegulationBook,
  inject: [PlatformClock],
  useFactory: (clock: PlatformClock): RegulationBook => RegulationBook.load(directory, clock),
});
