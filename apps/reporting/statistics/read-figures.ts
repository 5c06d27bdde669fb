import type { Language, Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { Archive } from './archive.ts';
import type { Figures } from './catalogue/index.ts';
import type { Period } from './period.ts';
import { readDetails } from './read-details.ts';
import { readStatistics } from './read-statistics.ts';

/** Everything the catalogue counts, of one period: what every surface is made of. */
export async function readFigures(
  archive: Archive,
  regulation: Regulation,
  period: Period,
  now: Instant,
  language: Language,
): Promise<Figures> {
  const [statistics, details] = await Promise.all([
    readStatistics(archive, regulation, period, now, language),
    readDetails(archive, regulation, period, now, language),
  ]);
  return { statistics, details };
}
