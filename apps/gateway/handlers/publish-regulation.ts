import { Injectable } from '@nestjs/common';
import { areHours, differencesInShort, differencesInWords, nameEdition } from '@reglament/domain/regulation';
import { type Instant, isoOf, localDate } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import type { Language } from '@reglament/platform/http';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import {
  draftErrors,
  type Edition,
  insertNews,
  type NewsEvent,
  RegulationBook,
  RegulationFeed,
} from '@reglament/platform/regulations';
import type { EditionView, RegulationView } from '../http/regulation-shapes.ts';
import { refuseWith } from '../http/texts.ts';
import { ShowRegulation } from './show-regulation.ts';

export interface NewEdition {
  readonly text: string;
  readonly edition: string;
  /** Null: from its publication on (kz-portal 30-1). */
  readonly inForceFrom: Instant | null;
}

export interface NewDay {
  readonly date: string;
  /** As a regulation writes hours; null takes an earlier change back. */
  readonly hours: string | null;
  readonly reason: string;
}

/** How long the text may be by which people are told of a new edition. */
const SHORT = 4000;
/** Any constant: two who publish at once take turns. */
const LOCK = 7_345_102;

/**
 * Publishes editions of a tenant's regulation and changes of single days while the platform runs. The tenant's news are numbered under a
 * lock, kept and said in one transaction; every service takes them in by their numbers.
 */
@Injectable()
export class PublishRegulation {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly feed: RegulationFeed,
    private readonly clock: PlatformClock,
    private readonly show: ShowRegulation,
  ) {}

  async edition(caller: Principal, asked: NewEdition, language: Language): Promise<Outcome<EditionView>> {
    const { tenant } = caller;
    const outcome = await this.inTurn<NewsEvent['payload']>(caller, language, async (tx, inForce, number) => {
      const now = this.clock.now();
      const from = asked.inForceFrom ?? now;
      if (from < now) return refuseWith('moment-passed', language);
      if (this.book.editions(tenant).some(({ id }) => id === asked.edition))
        return refuseWith('edition-taken', language);
      const inForceFrom = localDate(from, inForce.regulation.calendar.timeZone);
      const text = nameEdition(asked.text, { id: asked.edition, inForceFrom }) ?? asked.text;
      const loaded = this.book.readDraft(tenant, text);
      if (!loaded.ok) {
        return refuseWith('draft-refused', language, { errors: draftErrors(loaded.mistakes, language) });
      }
      const { regulation } = loaded;
      const replaced = this.book.inForce(tenant, from) ?? inForce;
      const inWords = (spoken: Language) => differencesInWords(replaced.regulation, regulation, spoken);
      if (inWords(language).length === 0) return refuseWith('nothing-changed', language);
      const changes = regulation.languages.map((spoken) => [
        spoken,
        differencesInShort(inWords(spoken), spoken, SHORT),
      ]);
      const payload = {
        ...{ number, edition: asked.edition, replaces: replaced.id, inForceFrom: isoOf(from), text },
        by: { kind: 'staff' as const, id: caller.subject, name: caller.name },
        changes: Object.fromEntries(changes),
      };
      await insertNews(tx, 'gateway', { type: 'regulation.published.v1', payload, occurredAt: isoOf(now) });
      tx.append('regulation.published.v1', { subjectId: tenant, occurredAt: now, payload });
      return accept(payload);
    });
    return outcome.ok ? this.show.one(tenant, asked.edition, language) : outcome;
  }

  async day(caller: Principal, { date, hours, reason }: NewDay, language: Language): Promise<Outcome<RegulationView>> {
    const { tenant } = caller;
    const outcome = await this.inTurn<NewsEvent['payload']>(caller, language, async (tx, inForce, number) => {
      const now = this.clock.now();
      if (hours !== null && !areHours(hours)) return refuseWith('hours-unreadable', language);
      if (date < localDate(now, inForce.regulation.calendar.timeZone)) return refuseWith('day-passed', language);
      const before = this.book.changedDays(tenant).findLast((change) => change.date === date);
      const isSame = (before?.hours ?? null) === hours && (hours === null || before?.reason === reason);
      if (isSame) return refuseWith('nothing-changed', language);
      const by = { kind: 'staff' as const, id: caller.subject, name: caller.name };
      const payload = { number, date, hours, reason, by };
      await insertNews(tx, 'gateway', { type: 'regulation.day-changed.v1', payload, occurredAt: isoOf(now) });
      tx.append('regulation.day-changed.v1', { subjectId: tenant, occurredAt: now, payload });
      return accept(payload);
    });
    return outcome.ok ? this.show.all(tenant, language) : outcome;
  }

  /** One after another, each with the next number and with a book that knows all that was published before. */
  private async inTurn<T>(
    { tenant }: Principal,
    language: Language,
    work: (tx: Tx, inForce: Edition, number: number) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const outcome = await this.database.tenant(tenant, async (tx) => {
      await tx.sql('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCK, tenant]);
      await this.feed.refresh();
      const inForce = this.book.inForce(tenant);
      if (inForce === undefined) return refuseWith('no-regulation', language);
      return work(tx, inForce, this.book.version(tenant) + 1);
    });
    if (outcome.ok) await this.feed.refresh();
    return outcome;
  }
}
