import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Calendar, type ProductionCalendar, parseProductionCalendar, prepare } from '@reglament/domain/calendar';
import { type Loaded, mistakeLine, parseRegulation, type Regulation, readSource } from '@reglament/domain/regulation';

/** Everything that is wrong with the regulations, all files at once: a service does not start on a wrong regulation. */
export class RegulationError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The regulations cannot be run:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
    this.name = 'RegulationError';
  }
}

/** What the regulations were read from. */
export interface RegulationSources {
  /** The text of each tenant's file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly productionCalendars: ReadonlyMap<string, ProductionCalendar>;
}

/** The regulations that this process runs, read once at boot and frozen. Injectable by class, see `regulationsProvider`. */
export class RegulationBook {
  readonly #regulations: ReadonlyMap<string, Regulation>;
  readonly #calendars = new Map<string, Calendar>();

  readonly #sources: RegulationSources;

  constructor(regulations: Iterable<Regulation>, sources?: RegulationSources) {
    this.#sources = sources ?? { texts: new Map(), productionCalendars: new Map() };
    this.#regulations = new Map([...regulations].map((regulation) => [regulation.tenant, regulation]));
    for (const regulation of this.#regulations.values()) {
      this.#calendars.set(regulation.tenant, prepare(regulation.calendar));
    }
  }

  /**
   * Reads `<directory>/*.yaml` and the countries' calendars in `<directory>/calendars/*.csv`.
   * @throws RegulationError naming every mistake of every file with its line and clause
   */
  static load(directory: string): RegulationBook {
    const mistakes: string[] = [];
    const productionCalendars = loadCalendars(join(directory, 'calendars'), mistakes);
    const regulations: Regulation[] = [];
    const texts = new Map<string, string>();
    for (const name of filesIn(directory, '.yaml')) {
      const text = readFileSync(join(directory, name), 'utf8');
      const loaded = parseRegulation(text, { file: name, productionCalendars });
      if (loaded.ok) {
        regulations.push(loaded.regulation);
        texts.set(loaded.regulation.tenant, text);
      } else mistakes.push(...loaded.mistakes.map(mistakeLine));
    }
    if (regulations.length === 0 && mistakes.length === 0) mistakes.push('no *.yaml file was found in REGULATIONS_DIR');
    if (mistakes.length > 0) throw new RegulationError(mistakes);
    return new RegulationBook(regulations, { texts, productionCalendars });
  }

  get(tenant: string): Regulation | undefined {
    return this.#regulations.get(tenant);
  }

  /** The text that the tenant's regulation was read from, as its author wrote it. */
  textOf(tenant: string): string | undefined {
    return this.#sources.texts.get(tenant);
  }

  /** The plain values of that text, as written; undefined where there is none. */
  valuesOf(tenant: string): unknown {
    const text = this.textOf(tenant);
    return text === undefined ? undefined : readSource(text, `${tenant}.yaml`).source.value;
  }

  /** Reads a draft as if it stood in the tenant's file: the same checks, nothing is put in force. */
  readDraft(tenant: string, text: string): Loaded {
    return parseRegulation(text, {
      file: `${tenant}.yaml`,
      productionCalendars: this.#sources.productionCalendars,
    });
  }

  /** In the order of the files' names. */
  all(): readonly Regulation[] {
    return [...this.#regulations.values()];
  }

  /** The tenant's working calendar, prepared once. @throws Error for a tenant without a regulation */
  calendar(tenant: string): Calendar {
    const calendar = this.#calendars.get(tenant);
    if (calendar === undefined) throw new Error(`There is no regulation for tenant ${tenant}`);
    return calendar;
  }
}

/** For a Nest module's `providers`: `regulationsProvider(config.REGULATIONS_DIR)`. */
export const regulationsProvider = (
  directory: string,
): { provide: typeof RegulationBook; useValue: RegulationBook } => ({
  provide: RegulationBook,
  useValue: RegulationBook.load(directory),
});

const filesIn = (directory: string, ending: string): string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .sort();

function loadCalendars(directory: string, mistakes: string[]): Map<string, ProductionCalendar> {
  const calendars = new Map<string, ProductionCalendar>();
  for (const name of filesIn(directory, '.csv')) {
    const id = name.slice(0, -'.csv'.length);
    const parsed = parseProductionCalendar(id, readFileSync(join(directory, name), 'utf8'));
    if (parsed.ok) calendars.set(id, parsed.calendar);
    else mistakes.push(...parsed.mistakes.map(({ line, sentence }) => `calendars/${name}:${line}: ${sentence}`));
  }
  return calendars;
}
