import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClockRule, Regulation } from '@reglament/domain/regulation';

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

/** Fingerprints of what clocks are worked out by: a rule together with its tenant's calendar. */
@Injectable()
export class Terms {
  private readonly known = new WeakMap<Regulation, ReadonlyMap<string, string>>();

  /** The fingerprint of each of the regulation's rules, by the rule's id. */
  of(regulation: Regulation): ReadonlyMap<string, string> {
    const known = this.known.get(regulation);
    if (known !== undefined) return known;
    const { exceptions, ...calendar } = regulation.calendar;
    const common = JSON.stringify([calendar, [...exceptions].map(([date, { hours }]) => [date, hours])]);
    const terms = new Map(regulation.clocks.map((rule) => [rule.id, fingerprint(common, rule)]));
    this.known.set(regulation, terms);
    return terms;
  }
}

function fingerprint(common: string, rule: ClockRule): string {
  // Added only where it is set, so that clocks worked out before rules knew of it keep their fingerprint.
  const deciding = [...DECIDING.map((field) => rule[field]), ...(rule.dueBy === null ? [] : [rule.dueBy])];
  return createHash('sha256').update(common).update(JSON.stringify(deciding)).digest('hex').slice(0, 16);
}
