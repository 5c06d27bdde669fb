/** `npm run regulations [-- FOLDER]`: reads every regulation as the services would, and tells what it found or what is wrong. */
import path from 'node:path';
import { RegulationBook, RegulationError } from '@reglament/platform/regulations';

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..', 'regulations'));
try {
  for (const regulation of RegulationBook.load(folder).all()) {
    const { tenant, languages, clauses, categories, clocks, letters, assumptions, edition } = regulation;
    const parts = [
      `clauses ${clauses.size}`,
      `categories ${categories.size}`,
      `clocks ${clocks.length}`,
      `letters ${letters.size}`,
      `assumptions ${assumptions.length}`,
    ];
    process.stdout.write(`${tenant.padEnd(14)} edition ${edition.id}, ${languages.join(' + ')}: ${parts.join(', ')}\n`);
  }
} catch (error) {
  if (!(error instanceof RegulationError)) throw error;
  process.stdout.write(`${error.mistakes.join('\n')}\n`);
  process.exitCode = 1;
}
