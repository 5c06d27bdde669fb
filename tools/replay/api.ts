/** The parts of the public API that a replay uses, as this tool sends and reads them. */
import { z } from 'zod';

export const SubmitBody = z.object({
  channel: z.enum(['web', 'phone', 'email', 'chat', 'api']),
  entryPoint: z.string(),
  category: z.string(),
  clientCategory: z.string().optional(),
  product: z.string().optional(),
  language: z.enum(['ru', 'uk', 'kk', 'en']),
  requester: z.object({ name: z.string(), email: z.string().optional(), phone: z.string().optional() }),
  text: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  acceptedRules: z.string().optional(),
});
export type SubmitBody = z.infer<typeof SubmitBody>;

export const Accepted = z.object({ requestId: z.string(), number: z.string() });
export const ChatBegun = z.object({ chatId: z.string() });
export const Work = z.object({
  status: z.string(),
  version: z.number(),
  agent: z.object({ id: z.string() }).nullable(),
  trail: z.array(z.object({ verb: z.string(), at: z.string() })),
  /** Steps of the diagnosis without which the request is not resolved. */
  missingSteps: z.array(z.string()).default([]),
});
export type Work = z.infer<typeof Work>;
export const Status = z.object({
  status: z.string(),
  /** When it came to this status. */
  statusAt: z.string(),
  conversation: z.array(z.object({ from: z.string(), text: z.string() })),
});
export type Status = z.infer<typeof Status>;
export const Session = z.object({
  staffId: z.string(),
  name: z.string(),
  clock: z.object({ now: z.string(), speed: z.number(), simulated: z.boolean() }),
});
export type Session = z.infer<typeof Session>;

const Named = z.object({ id: z.string() });
export const Hotline = z.object({
  tenant: z.string(),
  languages: z.array(z.enum(['ru', 'uk', 'kk', 'en'])),
  timeZone: z.string(),
  entryPoints: z.array(Named.extend({ channel: SubmitBody.shape.channel })),
  products: z.array(Named),
  clientCategories: z.array(Named),
  categories: z.array(
    Named.extend({
      channels: z.array(SubmitBody.shape.channel),
      kind: z.string(),
      outOfScope: z.unknown().nullable(),
      fields: z.array(Named.extend({ required: z.boolean(), type: z.string(), choices: z.array(Named) })),
    }),
  ),
  reasons: z.array(Named.extend({ use: z.string(), chosenBy: z.string() })),
  vendors: z.array(Named.extend({ contracted: z.boolean() })),
  edition: Named,
  /** Not null: filing accepts the rules of the edition in force. */
  acceptance: z.unknown(),
  diagnosisSteps: z.array(Named.extend({ choices: z.array(Named) })).default([]),
});
export type Hotline = z.infer<typeof Hotline>;
