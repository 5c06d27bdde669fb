import { readFileSync } from 'node:fs';
import { statisticsDocument } from './document.ts';

test('statistics: docs/statistics.md is what the catalogue says (npm run statistics)', () => {
  expect(readFileSync('docs/statistics.md', 'utf8')).toBe(statisticsDocument());
});
