import { Injectable } from '@nestjs/common';
import { differencesInWords, mistakeBeside } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull, localDate } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import type { Language } from '@reglament/platform/http';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { type Edition, RegulationBook } from '@reglament/platform/regulations';
import type { DraftView, EditionLine, EditionView, RegulationView } from '../http/regulation-shapes.ts';
import { refuseWith } from '../http/texts.ts';

/** The editions of a tenant's regulation and the days of its calendar that were changed, for its managers. */
@Injectable()
export class ShowRegulation {
  constructor(
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  all(tenant: string, language: Language): Outcome<RegulationView> {
    const inForce = this.book.inForce(tenant);
    if (inForce === undefined) return refuseWith('no-regulation', language);
    const now = this.clock.now();
    const { timeZone } = inForce.regulation.calendar;
    const editions = this.book.editions(tenant);
    const today = localDate(now, timeZone);
    const days = this.book.changedDays(tenant);
    const latest = new Map(days.map(({ date, number }) => [date, number]));
    return accept({
      timeZone,
      now: isoOf(now),
      today,
      proposedEdition: freeName(today, new Set(editions.map(({ id }) => id))),
      editions: editions.map((edition) => lineOf(edition, inForce, now)).reverse(),
      days: days.map(({ number, date, hours, reason, by, at }) => ({
        ...{ number, date, hours, reason, by, at: isoOf(at) },
        isLatest: latest.get(date) === number,
      })),
    });
  }

  one(tenant: string, id: string, language: Language): Outcome<EditionView> {
    const inForce = this.book.inForce(tenant);
    if (inForce === undefined) return refuseWith('no-regulation', language);
    const editions = this.book.editions(tenant);
    const place = editions.findIndex((edition) => edition.id === id);
    const edition = editions[place];
    if (edition?.text === undefined) return refuseWith('edition-not-found', language);
    const before = editions[place - 1];
    const differences =
      before === undefined ? null : written(differencesInWords(before.regulation, edition.regulation, language));
    return accept({ ...lineOf(edition, inForce, this.clock.now()), text: edition.text, differences });
  }

  /** What is wrong with a text, or what it would change in the edition in force. Nothing is kept. */
  draft(tenant: string, text: string, language: Language): Outcome<DraftView> {
    const inForce = this.book.inForce(tenant);
    if (inForce === undefined) return refuseWith('no-regulation', language);
    const against = inForce.id;
    const loaded = this.book.readDraft(tenant, text);
    if (!loaded.ok) {
      const mistakes = loaded.mistakes.map((one) => mistakeBeside(one, language));
      return accept({ mistakes, against, differences: null });
    }
    const differences = written(differencesInWords(inForce.regulation, loaded.regulation, language));
    return accept({ mistakes: [], against, differences });
  }
}

const lineOf = ({ id, inForceFrom, published }: Edition, inForce: Edition, now: Instant): EditionLine => ({
  edition: id,
  inForceFrom: isoOf(inForceFrom),
  state: id === inForce.id ? 'in-force' : inForceFrom > now ? 'scheduled' : 'past',
  publishedAt: isoOrNull(published?.at ?? null),
  by: published?.by ?? null,
});

/** The day itself, and where there was an edition today already, with a number behind it. */
function freeName(today: string, taken: ReadonlySet<string>): string {
  const names = [today, ...Array.from({ length: taken.size + 1 }, (_, index) => `${today}-${index + 2}`)];
  return names.find((name) => !taken.has(name)) ?? today;
}

const written = (differences: ReturnType<typeof differencesInWords>) =>
  differences.map(({ clause, text, sentences }) => ({ clause, text, sentences: [...sentences] }));
