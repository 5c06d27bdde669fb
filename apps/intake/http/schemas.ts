import { Language, Tenant } from '@reglament/contracts';
import { z } from 'zod';
import { OwnBlockView } from './block-schemas.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

export const HotlineParams = z.object({ tenant: Tenant });
export const RequestParams = z.object({ requestId: z.uuid() });
export const Channel = z.enum(['web', 'phone', 'email', 'chat', 'api']);

const Requester = z.object({
  name: text(200),
  email: z.email().max(254).nullish(),
  phone: z.string().trim().min(1).max(40).nullish(),
});

/** One key per submission, made by the client: the same key files once, however often it is sent. */
export const FilingHeaders = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() });
export type FilingHeaders = z.infer<typeof FilingHeaders>;

/** Ids of files uploaded before, in the order in which they are shown. */
const Attachments = z
  .array(z.uuid())
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length)
  .default([]);

/** What the public form sends; the operator's form and API clients add the channel. */
export const SubmitBody = z.object({
  entryPoint: text(60),
  category: text(60),
  clientCategory: text(60).nullish(),
  product: text(60).nullish(),
  language: Language,
  requester: Requester,
  text: text(8000),
  fields: z.record(z.string().max(60), z.string().max(8000)).default({}),
  /** The edition whose rules of conduct were shown and accepted, where the regulation asks for it. */
  acceptedRules: text(60).nullish(),
  attachments: Attachments,
  /** The chat that this request is the beginning of, where it comes by chat. */
  chatId: z.uuid().nullish(),
});
export type SubmitBody = z.infer<typeof SubmitBody>;
export const StaffSubmitBody = SubmitBody.extend({
  channel: Channel,
  /** The operator's call in which it is formalised, where callers are verified. */
  callId: z.uuid().nullish(),
});

export const PromiseView = z.object({
  rule: z.string(),
  clause: z.string(),
  name: z.string(),
  dueAt: z.iso.datetime(),
  sentence: z.string(),
});
export const AcceptedView = z.object({
  requestId: z.uuid(),
  number: z.string(),
  numberSpoken: z.string(),
  numberWords: z.string(),
  acceptedAt: z.iso.datetime(),
  promises: z.array(PromiseView),
  statusUrl: z.string(),
});

export const StatusBody = z.object({ number: text(40), contact: text(254) });
export const ReplyBody = StatusBody.extend({ text: text(8000), attachments: Attachments });
export const WithdrawBody = StatusBody.extend({ reason: text(2000).nullish() });

export const FileHeaders = z.object({
  /** The file's name, percent-encoded as UTF-8. */
  'x-file-name': z.string().min(1).max(900),
});
export const FileParams = z.object({ requestId: z.uuid(), fileId: z.uuid() });
export const FileView = z.object({ fileId: z.uuid(), name: z.string(), type: z.string(), bytes: z.int() });

export const MessageView = z.object({
  messageId: z.uuid(),
  from: z.enum(['requester', 'staff', 'platform']),
  name: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
  files: z.array(FileView),
});
/** The own place among those who wait (kz-portal 30-9); `from` and `to` are an estimate and no promise. */
export const PlaceView = z.object({
  clause: z.string(),
  place: z.int(),
  waiting: z.int(),
  estimate: z
    .object({
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      fromWorkMs: z.number(),
      toWorkMs: z.number(),
      answers: z.int(),
    })
    .nullable(),
});
export const StatusView = z.object({
  number: z.string(),
  numberSpoken: z.string(),
  status: z.string(),
  statusAt: z.iso.datetime(),
  category: z.string(),
  submittedAt: z.iso.datetime(),
  promises: z.array(PromiseView),
  place: PlaceView.nullable(),
  conversation: z.array(MessageView),
  block: OwnBlockView.nullable(),
  canReply: z.boolean(),
  canWithdraw: z.boolean(),
});

export const PromisesBody = z.object({
  category: text(60),
  clientCategory: text(60).nullish(),
  channel: Channel.default('phone'),
});
export const PromisesView = z.array(PromiseView);

export const LetterView = z.object({
  letterId: z.uuid(),
  kind: z.string(),
  recipient: z.string(),
  subject: z.string(),
  status: z.enum(['pending', 'sent', 'failed']),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});
export const RequestView = z.object({
  requestId: z.uuid(),
  number: z.string(),
  numberSpoken: z.string(),
  requester: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
  channel: Channel,
  entryPoint: z.string(),
  category: z.string(),
  clientCategory: z.string().nullable(),
  product: z.string().nullable(),
  language: Language,
  fields: z.record(z.string(), z.string()),
  text: z.string(),
  status: z.string(),
  submittedAt: z.iso.datetime(),
  registeredBy: z.string().nullable(),
  /** The call it was formalised in, and since when the caller was a verified one; null where callers are not asked. */
  call: z.object({ callId: z.uuid(), verifiedAt: z.iso.datetime().nullable() }).nullable(),
  edition: z.string(),
  /** The edition whose rules of conduct the requester accepted; null where nobody asked. */
  acceptedRules: z.string().nullable(),
  /** The block that whoever filed it is under. */
  block: z
    .object({
      blockId: z.uuid(),
      ground: z.string(),
      groundClause: z.string(),
      until: z.iso.datetime(),
      by: z.string(),
    })
    .nullable(),
  conversation: z.array(MessageView),
  letters: z.array(LetterView),
});
export const RequestListQuery = z.object({
  number: z.string().max(40).optional(),
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const RequestListView = z.object({
  items: z.array(
    RequestView.pick({
      requestId: true,
      number: true,
      numberSpoken: true,
      channel: true,
      category: true,
      status: true,
      submittedAt: true,
      registeredBy: true,
    }).extend({
      requesterName: z.string(),
      summary: z.string(),
    }),
  ),
});

const Text = z.partialRecord(Language, z.string());
const Named = z.object({ id: z.string(), name: Text });
export const HotlineListView = z.object({
  items: z.array(
    z.object({ tenant: z.string(), name: Text, organisation: Text, languages: z.array(Language), isOpen: z.boolean() }),
  ),
});
export const HotlineView = z.object({
  tenant: z.string(),
  name: Text,
  organisation: Text,
  languages: z.array(Language),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  country: z.string(),
  texts: z.object({ welcome: Text, conduct: Text.nullable(), closed: Text }),
  timeZone: z.string(),
  hours: z.array(
    z.object({ days: z.array(z.string()), intervals: z.array(z.object({ from: z.string(), to: z.string() })) }),
  ),
  isOpen: z.boolean(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  channels: z.array(z.object({ channel: Channel, open: z.boolean(), clause: z.string(), refusal: Text.nullable() })),
  entryPoints: z.array(Named.extend({ channel: Channel, clause: z.string(), sites: z.array(z.string()) })),
  products: z.array(Named),
  clientCategories: z.array(Named),
  categories: z.array(
    Named.extend({
      kind: z.string(),
      clause: z.string(),
      channels: z.array(Channel),
      urgent: z.boolean(),
      outOfScope: z.object({ clause: z.string(), vendor: z.string().nullable() }).nullable(),
      fields: z.array(
        Named.extend({
          required: z.boolean(),
          type: z.enum(['text', 'long-text', 'email', 'phone', 'choice']),
          choices: z.array(Named),
          maxLength: z.int(),
          clause: z.string().nullable(),
        }),
      ),
    }),
  ),
  reasons: z.array(
    Named.extend({
      use: z.enum(['cancel', 'decline', 'postpone']),
      clause: z.string().nullable(),
      chosenBy: z.enum(['staff', 'platform']),
    }),
  ),
  vendors: z.array(Named.extend({ contracted: z.boolean(), clause: z.string() })),
  /** Where complaints about the support go; null where the regulation knows none. */
  complaints: z.object({ clause: z.string(), name: Text }).nullable(),
  /** Which files may come with a request; null where none are taken. */
  attachments: z
    .object({ clause: z.string(), most: z.int(), maxBytes: z.int(), types: z.array(z.string()) })
    .nullable(),
  /** Who may demand a package of recordings and correspondence; null: nobody. */
  disclosure: z.object({ clause: z.string(), name: Text, role: z.enum(['manager', 'administrator']) }).nullable(),
  /** Recordings of calls are kept with the request; null where they are not. */
  recordings: z.object({ clause: z.string(), maxBytes: z.int(), longestMs: z.int() }).nullable(),
  conduct: z
    .object({
      addressees: z.array(Named.extend({ byLetter: z.boolean() })),
      procedures: z.array(Named.extend({ clause: z.string(), by: z.array(z.enum(['caller', 'writer'])) })),
    })
    .nullable(),
  /** How callers are verified and what only such a caller is advised on by telephone; null where nobody is asked. */
  chat: z
    .object({
      clause: z.string(),
      instructions: z.string().nullable(),
      hours: z.string().nullable(),
      entryPoint: z.string(),
    })
    .nullable(),
  verification: z
    .object({
      clause: z.string(),
      asks: z.array(Named),
      secret: z.string(),
      covers: z.array(z.string()),
      otherwise: Text,
    })
    .nullable(),
  skills: z.array(Named),
  /** What the procedures of work offer to choose from, where the regulation has them. */
  remoteSessions: z.object({ tools: z.array(Named), consents: z.array(Named) }).nullable(),
  diagnosisSteps: z.array(Named.extend({ choices: z.array(Named) })),
  /** Documents after service, where the regulation owes them. */
  documents: z
    .object({
      clause: z.string(),
      contract: Text,
      kinds: z.array(z.object({ kind: z.enum(['report', 'act', 'invoice']), name: Text })),
      deliveries: z.array(Named),
    })
    .nullable(),
  clauses: z.array(z.object({ number: z.string(), kind: z.enum(['S', 'O']), text: Text })),
  clocks: z.array(z.object({ id: z.string(), clause: z.string(), name: Text, withinMs: z.number().nullable() })),
  edition: z.object({ id: z.string(), inForceFrom: z.string() }),
  /** Names that only other editions have: what requests filed under them are called. */
  former: z.object({
    categories: z.array(Named),
    products: z.array(Named),
    clientCategories: z.array(Named),
    entryPoints: z.array(Named),
    reasons: z.array(Named),
    vendors: z.array(Named),
    skills: z.array(Named),
    clocks: z.array(Named),
    diagnosisSteps: z.array(Named),
    tools: z.array(Named),
    consents: z.array(Named),
  }),
  /** Filing needs `acceptedRules`: the id of the edition in force. */
  acceptance: z.object({ clause: z.string() }).nullable(),
  /** Requesters have accounts with an event feed. */
  accounts: z.object({ clause: z.string() }).nullable(),
  /** For what and for how many days requesters may be blocked; null where nobody may be. */
  blocking: z
    .object({ clause: z.string(), grounds: z.array(Named.extend({ clause: z.string() })), terms: z.array(z.int()) })
    .nullable(),
  now: z.iso.datetime(),
  simulated: z.boolean(),
  speed: z.number(),
});
