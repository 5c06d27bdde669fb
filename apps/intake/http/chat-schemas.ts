import { Tenant } from '@reglament/contracts';
import { z } from 'zod';
import { HelpLine } from './article-schemas.ts';
import { StatusView } from './schemas.ts';

export const ChatParams = z.object({ tenant: Tenant, chatId: z.uuid() });

const Presence = z.object({
  /** Whether somebody answers now. */
  isOpen: z.boolean(),
  /** When it opens next. */
  opensAt: z.iso.datetime(),
});
export const LedView = Presence.extend({
  chatId: z.uuid(),
  /** The instructions that match the question; none where nothing does. */
  items: z.array(HelpLine),
  clauses: z.object({
    clause: z.string(),
    instructions: z.string().nullable(),
    hours: z.string().nullable(),
  }),
});
export const ChatView = StatusView.extend(Presence.shape);
