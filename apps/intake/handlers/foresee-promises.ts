import { Injectable } from '@nestjs/common';
import { promises } from '@reglament/domain/admission';
import type { Language } from '@reglament/domain/regulation';
import { isoOf } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { RegulationBook } from '@reglament/platform/regulations';

/** ovk 2.1: the operator tells the caller the term before the request is filed; a category says what it will be. */
@Injectable()
export class ForeseePromises {
  constructor(
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  handle(
    tenant: string,
    about: { category: string; clientCategory?: string | null | undefined; channel: string },
    language: Language,
  ) {
    const regulation = this.book.get(tenant);
    const category = regulation?.categories.get(about.category);
    if (!regulation || !category) return [];
    const traits = {
      kind: category.kind,
      category: category.id,
      channel: about.channel,
      clientCategory: about.clientCategory ?? regulation.clientCategories[0]?.id ?? null,
    };
    return promises(regulation, this.book.calendar(tenant), traits, this.clock.now(), language).map((p) => ({
      ...p,
      dueAt: isoOf(p.dueAt),
    }));
  }
}
