/**
 * `npm run regulations [-- FOLDER] [--language ru|uk|kk|en]`: reads every regulation as the services would, and tells what it found or what is
 * wrong: in that language, or in the terminal's where the platform speaks it, or in English.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Language } from '@reglament/contracts';
import { RegulationBook, RegulationError } from '@reglament/platform/regulations';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { language: { type: 'string' } } });
const folder = path.resolve(positionals[0] ?? path.join(import.meta.dirname, '..', 'regulations'));
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const asked = values.language ?? (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2);
const language = Language.safeParse(asked).data ?? 'en';
if (values.language !== undefined && values.language !== language) {
  process.stderr.write(`--language takes one of: ${Language.options.join(', ')}.\n`);
  process.exit(2);
}

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
  process.stdout.write(`${error.mistakesIn(language).join('\n')}\n`);
  process.exitCode = 1;
}
