/** `npm run statistics`: writes docs/statistics.md from the catalogue of statistics; a unit test compares it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
// An app's sources are no package for a tool, so they are found by their place.
const source = pathToFileURL(path.join(root, 'apps/reporting/statistics/catalogue/document.ts')).href;
const { statisticsDocument } = (await import(source)) as { statisticsDocument: () => string };
writeFileSync(path.join(root, 'docs/statistics.md'), statisticsDocument());
