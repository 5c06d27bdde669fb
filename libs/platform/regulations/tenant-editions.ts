import { type Calendar, prepare } from '@reglament/domain/calendar';
import { type Regulation, withDayChanges } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { ChangedDay, PublishedEdition, RegulationNews } from './news.ts';

/** An edition of one tenant: from a file, or published while the platform ran. */
export interface Edition {
  readonly id: string;
  readonly inForceFrom: Instant;
  readonly regulation: Regulation;
  readonly text: string | undefined;
  /** When and by whom it was published; null where it came as a file. */
  readonly published: { readonly at: Instant; readonly by: string } | null;
}

/** What requests are judged by: the rules of an edition, and its calendar with the days that were changed. */
export interface Rules {
  readonly regulation: Regulation;
  readonly calendar: Calendar;
  /** The edition as its author wrote it, without the days that were changed. */
  readonly written: Regulation;
  /** The number of the latest changed day that is in the calendar; 0 where none is. */
  readonly days: number;
}

/** The editions of one tenant and what becomes of them in time. News apply in the order of their numbers, whenever they arrive. */
export class TenantEditions {
  /** In the order in which they come into force. */
  private editions: Edition[];
  private readonly changed: ChangedDay[] = [];
  private readonly waiting = new Map<number, RegulationNews>();
  private readonly known = new Map<string, Rules>();
  private applied = 0;

  constructor(
    editions: readonly Edition[],
    private readonly read: (text: string) => Regulation | undefined,
  ) {
    this.editions = editions.toSorted((a, b) => a.inForceFrom - b.inForceFrom);
  }

  /** How many news have taken effect: whoever remembers something of the rules asks whether this has changed. */
  get version(): number {
    return this.applied;
  }

  get all(): readonly Edition[] {
    return this.editions;
  }

  get days(): readonly ChangedDay[] {
    return this.changed;
  }

  /** Takes news in once; what comes before its predecessors waits for them. */
  apply(news: RegulationNews): void {
    if (news.number <= this.applied) return;
    this.waiting.set(news.number, news);
    for (let next = this.waiting.get(this.applied + 1); next; next = this.waiting.get(this.applied + 1)) {
      this.waiting.delete(next.number);
      this.applied = next.number;
      if (next.kind === 'published') this.publish(next);
      // Never before its predecessor, though the machine's time may have been set back between them.
      else this.changed.push({ ...next, at: Math.max(next.at, this.changed.at(-1)?.at ?? 0) as Instant });
    }
  }

  /** The one in force: the last that has come into force by now, or the first where none has. */
  inForce(now: Instant): Edition {
    const edition = this.editions.findLast(({ inForceFrom }) => inForceFrom <= now) ?? this.editions[0];
    if (edition === undefined) throw new Error('a tenant has at least one edition');
    return edition;
  }

  edition(id: string): Edition | undefined {
    return this.editions.find((edition) => edition.id === id);
  }

  /** The edition with its calendar as it was known at a moment; without one, as it is known now. */
  rules(edition: Edition, at?: Instant): Rules {
    const days = at === undefined ? this.changed : this.changed.filter((change) => change.at <= at);
    const key = `${edition.id} ${days.length}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const rules = rulesWith(edition.regulation, days);
    this.known.set(key, rules);
    return rules;
  }

  /** The same for a regulation that is nobody's edition: a draft. */
  rulesOfDraft(draft: Regulation): (at: Instant | null) => Rules {
    const made = new Map<number, Rules>();
    const changed = [...this.changed];
    return (at) => {
      const days = at === null ? changed : changed.filter((change) => change.at <= at);
      const rules = made.get(days.length) ?? rulesWith(draft, days);
      made.set(days.length, rules);
      return rules;
    };
  }

  private publish(news: PublishedEdition): void {
    const { edition: id, text, inForceFrom, replaces, at, by } = news;
    const regulation = this.read(text);
    if (regulation === undefined || this.edition(id) !== undefined) return;
    // A simulated clock may be earlier than the file's own date: what is replaced came first all the same.
    const before = this.editions.map((one) =>
      one.id === replaces ? { ...one, inForceFrom: Math.min(one.inForceFrom, inForceFrom) as Instant } : one,
    );
    this.editions = [...before, { id, inForceFrom, regulation, text, published: { at, by } }].sort(
      (a, b) => a.inForceFrom - b.inForceFrom,
    );
  }
}

function rulesWith(written: Regulation, days: readonly ChangedDay[]): Rules {
  const calendar = withDayChanges(written.calendar, days);
  const regulation = days.length === 0 ? written : Object.freeze({ ...written, calendar });
  return { regulation, calendar: prepare(calendar), written, days: days.at(-1)?.number ?? 0 };
}
