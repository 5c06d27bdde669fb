import { Injectable } from '@nestjs/common';
import { type Language, textIn } from '@reglament/domain/regulation';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import type { DraftBase } from '../http/what-if-shapes.ts';

/** The values of a regulation's text that people change first; the rest is theirs to write. */
const Values = z.object({
  clocks: z.record(z.string(), z.object({ within: z.unknown() })),
  calendar: z.object({
    week: z.record(z.string(), z.string()),
    breaks: z.record(z.string(), z.string()).optional(),
  }),
});

/** The regulation in force as a draft to begin with. */
@Injectable()
export class ReadDraftBase {
  constructor(private readonly regulations: RegulationBook) {}

  /** Undefined for a tenant whose regulation was not read from a text. */
  handle(tenant: string, language: Language): DraftBase | undefined {
    const regulation = this.regulations.get(tenant);
    const text = this.regulations.textOf(tenant);
    if (regulation === undefined || text === undefined) return undefined;
    const values = Values.parse(this.regulations.valuesOf(tenant));
    const targets = regulation.clocks.flatMap(({ id, clause, name }) => {
      const within = values.clocks[id]?.within;
      const own = { rule: id, clause, name: textIn(name, language) };
      // A table of targets is changed in the text itself.
      return typeof within === 'string' ? [{ ...own, at: ['clocks', id, 'within'], value: within }] : [];
    });
    const { week, breaks = {} } = values.calendar;
    const hours = Object.entries(week).flatMap(([days, value]) => [
      { kind: 'open' as const, days, at: ['calendar', 'week', days], value },
      { kind: 'break' as const, days, at: ['calendar', 'breaks', days], value: breaks[days] ?? '' },
    ]);
    return { edition: regulation.edition.id, text, targets, hours };
  }
}
