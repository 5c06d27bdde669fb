import Sequencer from '@jest/test-sequencer';

/**
 * Tests of the whole platform that take a minute or more, the longest first. In a fresh clone Jest knows no durations, and the longest
 * would run alone at the end.
 */
const LONGEST = [
  'tools/replay/replay.itest.ts',
  'tools/rebuild/rebuild.itest.ts',
  'apps/console/e2e/public.e2e.ts',
  'apps/console/e2e/every-page.e2e.ts',
  'tools/kill/kill.e2e.ts',
  'tools/checks/clauses/russian.e2e.ts',
  'tools/checks/clauses/eastern.e2e.ts',
  'tools/start/start.e2e.ts',
];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.endsWith(name));
  return place < 0 ? LONGEST.length : place;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
