import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';

export const RegulationDayChangedV1 = defineEvent({
  type: 'regulation.day-changed.v1',
  source: 'gateway',
  says: 'One day of the hotline’s calendar was changed: closed, shortened, made a working day, or as the calendar has it again',
  payload: z.object({
    /** Counts the tenant's news of its regulation, of both kinds, from 1 without gaps: they apply in this order whenever they arrive. */
    number: z.int().positive(),
    /** A day of the tenant's zone, whichever edition a request is under. */
    date: z.iso.date(),
    /** As a regulation writes hours: `closed`, `09:00-13:00, 14:00-16:00`; null takes an earlier change back. */
    hours: z.string().min(1).max(200).nullable(),
    /** Why, as staff wrote it; shown where a deadline is explained. */
    reason: z.string().max(500),
    by: Actor,
  }),
});
