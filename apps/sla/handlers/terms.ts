import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { termsOf } from '@reglament/domain/clock';
import type { ClockRule, Regulation } from '@reglament/domain/regulation';
import type { Rules } from '@reglament/platform/regulations';

/** What of a rule decides its clocks; its name, and what is done on expiry, do not. */
const DECIDING = [
  'applies',
  'startsOn',
  'stopsOn',
  'cancelsOn',
  'pauses',
  'within',
  'time',
  'warnAt',
  'restart',
] as const;

/** Names of what clocks are worked out by: a rule together with its calendar and the days of it that were changed. */
@Injectable()
export class Terms {
  private readonly known = new WeakMap<Rules, ReadonlyMap<string, string>>();

  /** The terms of each of the regulation's rules, by the rule's id. */
  of(rules: Rules): ReadonlyMap<string, string> {
    const known = this.known.get(rules);
    if (known !== undefined) return known;
    const terms = new Map(
      [...fingerprints(rules.written)].map(([rule, fingerprint]) => [rule, termsOf(fingerprint, rules.days)]),
    );
    this.known.set(rules, terms);
    return terms;
  }
}

function fingerprints({ calendar, clocks }: Regulation): ReadonlyMap<string, string> {
  const { exceptions, ...week } = calendar;
  const common = JSON.stringify([week, [...exceptions].map(([date, { hours }]) => [date, hours])]);
  return new Map(clocks.map((rule) => [rule.id, fingerprint(common, rule)]));
}

function fingerprint(common: string, rule: ClockRule): string {
  // Added only where it is set, so that clocks worked out before rules knew of it keep their fingerprint.
  const deciding = [...DECIDING.map((field) => rule[field]), ...(rule.dueBy === null ? [] : [rule.dueBy])];
  return createHash('sha256').update(common).update(JSON.stringify(deciding)).digest('hex').slice(0, 16);
}
