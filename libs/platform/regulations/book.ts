import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Calendar, type ProductionCalendar, parseProductionCalendar, prepare } from '@reglament/domain/calendar';
import { mistakeLine, parseRegulation, type Regulation } from '@reglament/domain/regulation';

/** Everything that is wrong with the regulations, all files at once: a service does not start on a wrong regulation. */
export class RegulationError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The regulations cannot be run:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
    this.name = 'RegulationError';
  }
}

/** The regulations that this process runs, read once at boot and frozen. Injectable by class, see `regulationsProvider`. */
export class RegulationBook {
  readonly #regulations: ReadonlyMap<string, Regulation>;
  readonly #calendars = new Map<string, Calendar>();

  constructor(regulations: Iterable<Regulation>) {
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
    for (const name of filesIn(directory, '.yaml')) {
      const loaded = parseRegulation(readFileSync(join(directory, name), 'utf8'), { file: name, productionCalendars });
      if (loaded.ok) regulations.push(loaded.regulation);
      else mistakes.push(...loaded.mistakes.map(mistakeLine));
    }
    if (regulations.length === 0 && mistakes.length === 0) mistakes.push('no *.yaml file was found in REGULATIONS_DIR');
    if (mistakes.length > 0) throw new RegulationError(mistakes);
    return new RegulationBook(regulations);
  }

  get(tenant: string): Regulation | undefined {
    return this.#regulations.get(tenant);
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
