import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { IsoInstant, Language } from '../tenant.ts';

export const RegulationPublishedV1 = defineEvent({
  type: 'regulation.published.v1',
  source: 'gateway',
  says: 'A new edition of the regulation was published',
  payload: z.object({
    /** Counts the tenant's news of its regulation, of both kinds, from 1 without gaps: they apply in this order whenever they arrive. */
    number: z.int().positive(),
    /** The new edition's id; no other edition of the tenant has it. */
    edition: z.string().min(1).max(100),
    /** The edition that is in force until then. */
    replaces: z.string().min(1).max(100),
    /** Never earlier than its publication. */
    inForceFrom: IsoInstant,
    by: Actor,
    /** The whole regulation as its author wrote it, YAML. */
    text: z.string().min(1).max(400_000),
    /** What is different from the edition it replaces, in a few sentences, in each language of the tenant; empty where nothing is. */
    changes: z.partialRecord(Language, z.string().max(4000)),
  }),
});
