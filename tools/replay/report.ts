/** Tells a person what went in and what came out. */
import { differences, NOTHING, type Received } from './statistics.ts';
import { CLOSINGS, type Tally } from './tally.ts';

type Say = (line: string) => void;

/** `40 s`, `3 h 57 min`, `12 days`: rounded, for reading. */
export function describeSpan(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${Math.round(ms / 1000)} s`;
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.round(minutes / 1440)} days`;
}

export function reportTally(tally: Tally, say: Say): void {
  say('\nWent in');
  for (const [hotline, { received, deeds, ends }] of tally.hotlines) {
    say(`  ${hotline.padEnd(12)} ${String(received).padStart(6)} requests`);
    const list = (counts: Iterable<[string, number]>) => [...counts].map(([name, n]) => `${name} ${n}`).join(', ');
    const byEnd = new Map<string, number>();
    for (const end of ends.values()) byEnd.set(end, (byEnd.get(end) ?? 0) + 1);
    if (deeds.size > 0) say(`  ${''.padEnd(12)}        done: ${list(deeds)}`);
    say(`  ${''.padEnd(12)}        left: ${list(byEnd)}`);
  }
  for (const [what, count] of tally.refused) say(`  refused      ${String(count).padStart(6)} ${what}`);
}

/** Statistics follow within seconds; how long they are waited for, milliseconds. */
const WAIT_FOR_STATISTICS = 120_000;

interface Comparison {
  readonly tally: Tally;
  readonly say: Say;
  readonly before: ReadonlyMap<string, Received>;
  readonly again: () => Promise<ReadonlyMap<string, Received>>;
}

/** @returns the exit code: 0 when what went in and what came out agree */
export async function compared({ tally, say, before, again }: Comparison): Promise<number> {
  const until = performance.now() + WAIT_FOR_STATISTICS;
  for (;;) {
    const after = await again();
    const found = [...tally.hotlines].flatMap(([hotline, one]) =>
      differences(one, before.get(hotline) ?? NOTHING, after.get(hotline) ?? NOTHING).map(
        (line) => `${hotline}, ${line}`,
      ),
    );
    if (found.length > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      continue;
    }
    say('\nCame out, by the statistics');
    for (const hotline of tally.hotlines.keys()) {
      const [was, is] = [before.get(hotline) ?? NOTHING, after.get(hotline) ?? NOTHING];
      const closed = CLOSINGS.map((closing) => `${closing} ${is.closed[closing] - was.closed[closing]}`).join(', ');
      say(`  ${hotline.padEnd(12)} ${String(is.total - was.total).padStart(6)} requests; ${closed}`);
    }
    for (const line of found) say(`  differs: ${line}`);
    say(found.length === 0 ? '\nThey agree.' : '\nThey do not agree.');
    return found.length === 0 ? 0 : 1;
  }
}
