import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProductionCalendar, parseProductionCalendar } from '@reglament/domain/calendar';
import { type Mistake, parseRegulation, said } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { Edition } from './tenant-editions.ts';

/** What stands in a folder of regulations. */
export interface Folder {
  readonly editions: ReadonlyMap<string, readonly Edition[]>;
  readonly productionCalendars: ReadonlyMap<string, ProductionCalendar>;
  /** All that is wrong, file by file. */
  readonly mistakes: readonly Found[];
}

/** A mistake of a regulation, which is told in any language; or what is wrong with a country's calendar, as an English sentence. */
export type Found = Mistake | string;

/** Reads `<directory>/*.yaml`, further editions in `<directory>/<tenant>/<edition>.yaml`, and `<directory>/calendars/*.csv`. */
export function readFolder(directory: string): Folder {
  const mistakes: Found[] = [];
  const productionCalendars = readCalendars(join(directory, 'calendars'), mistakes);
  const editions = new Map<string, Edition[]>();
  const read = (file: string, tenant?: string): Edition | undefined => {
    const text = readFileSync(join(directory, file), 'utf8');
    const options = { file, productionCalendars, ...(tenant === undefined ? {} : { tenant }) };
    const loaded = parseRegulation(text, options);
    if (!loaded.ok) {
      mistakes.push(...loaded.mistakes);
      return undefined;
    }
    const { regulation } = loaded;
    return { id: regulation.edition.id, inForceFrom: midnightOf(regulation), regulation, text, published: null };
  };
  for (const name of filesIn(directory, '.yaml')) {
    const edition = read(name);
    if (edition !== undefined) editions.set(edition.regulation.tenant, [edition]);
  }
  for (const [tenant, own] of editions) {
    for (const name of filesIn(join(directory, tenant), '.yaml')) {
      const file = `${tenant}/${name}`;
      const edition = read(file, tenant);
      if (edition === undefined) continue;
      const { id } = edition;
      const wrong = (says: Mistake['says']) => mistakes.push({ file, line: 1, clause: null, says });
      if (`${id}.yaml` !== name) wrong(said('editionMisnamed', { id }));
      else if (own.some((other) => other.id === id)) wrong(said('editionTwice', { id, tenant }));
      else own.push(edition);
    }
  }
  if (editions.size === 0 && mistakes.length === 0) mistakes.push('no *.yaml file was found in REGULATIONS_DIR');
  return { editions, productionCalendars, mistakes };
}

/** A file's edition is in force from the midnight that begins its day, in the tenant's zone. */
const midnightOf = ({
  edition,
  calendar,
}: {
  edition: { inForceFrom: string };
  calendar: { timeZone: string };
}): Instant =>
  Temporal.PlainDate.from(edition.inForceFrom).toZonedDateTime(calendar.timeZone).epochMilliseconds as Instant;

const filesIn = (directory: string, ending: string): string[] =>
  existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];

function readCalendars(directory: string, mistakes: Found[]): Map<string, ProductionCalendar> {
  const calendars = new Map<string, ProductionCalendar>();
  for (const name of filesIn(directory, '.csv')) {
    const id = name.slice(0, -'.csv'.length);
    const parsed = parseProductionCalendar(id, readFileSync(join(directory, name), 'utf8'));
    if (parsed.ok) calendars.set(id, parsed.calendar);
    else mistakes.push(...parsed.mistakes.map(({ line, sentence }) => `calendars/${name}:${line}: ${sentence}`));
  }
  return calendars;
}
