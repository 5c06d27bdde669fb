import { callOutcomes, statuses, verbs } from '@reglament/domain/request';
import { z } from 'zod';

const Instant = z.iso.datetime();
/** What a person writes: not blank, and of a size that a letter can carry. */
export const Words = z.string().trim().min(1).max(20_000);
/** Ids of files brought for this request before, in the order in which they are shown. */
export const Attachments = z
  .array(z.uuid())
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length)
  .optional();
export const Note = z.string().trim().max(2_000);
export const RequestParams = z.object({ requestId: z.uuid() });
export const Version = z.int().min(1).max(2_147_483_647);
export const ShortId = z.string().min(1).max(100);

export const ClockItem = z.object({
  clockId: z.string(),
  rule: z.string(),
  clause: z.string(),
  state: z.enum(['running', 'paused', 'stopped']),
  dueAt: Instant.nullable(),
  warnAt: Instant.nullable(),
  warned: z.boolean(),
  expired: z.boolean(),
});

export const WorkItem = z.object({
  requestId: z.uuid(),
  number: z.string(),
  summary: z.string(),
  category: z.string(),
  channel: z.string(),
  language: z.string(),
  urgent: z.boolean(),
  /** Place in the queue: rank (0 first), then arrival, then id. */
  rank: z.int(),
  arrivedAt: Instant,
  queuedAt: Instant,
  status: z.enum(statuses),
  agent: z.object({ id: z.string(), name: z.string() }).nullable(),
  unreadSince: Instant.nullable(),
  postponement: z
    .object({ reason: z.string(), at: Instant, until: Instant.nullable(), untilReply: z.boolean() })
    .nullable(),
  deadlineAt: Instant.nullable(),
  clocks: z.array(ClockItem),
  version: z.int(),
});

export const QueuePage = z.object({ items: z.array(WorkItem), total: z.int(), next: z.string().nullable() });
export const ListPage = z.object({ items: z.array(WorkItem), next: z.string().nullable() });

const Somebody = z.object({ id: z.string(), name: z.string() });
const Session = z.object({
  sessionId: z.uuid(),
  tool: z.string(),
  startedAt: Instant,
  endedAt: Instant,
  consent: z.object({ by: z.string(), how: z.string() }),
  note: z.string().nullable(),
  by: Somebody,
});
const Step = z.object({
  step: z.string(),
  choice: z.string().nullable(),
  text: z.string().nullable(),
  at: Instant,
  by: Somebody,
});

const Guest = z.object({
  guestId: z.uuid(),
  name: z.string(),
  briefing: z.string(),
  invitedAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  firstReadAt: Instant.nullable(),
  by: Somebody,
  notes: z.array(z.object({ at: Instant, text: z.string() })),
});

export const WorkView = WorkItem.extend({
  clientCategory: z.string().nullable(),
  product: z.string().nullable(),
  entryPoint: z.string(),
  vendor: z.string().nullable(),
  waitingSince: Instant.nullable(),
  closedAt: Instant.nullable(),
  cancelOffer: z
    .object({ reason: z.string(), clause: z.string().nullable(), summary: z.string().nullable() })
    .nullable(),
  allowed: z.array(z.enum(verbs)),
  undoUntil: Instant.nullable(),
  trail: z.array(
    z.object({
      at: Instant,
      verb: z.string(),
      by: z.object({ kind: z.enum(['staff', 'requester', 'platform', 'guest']), id: z.string(), name: z.string() }),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  calls: z.array(
    z.object({
      series: z.int(),
      attempt: z.int(),
      at: Instant,
      by: z.object({ id: z.string(), name: z.string() }),
      outcome: z.enum(callOutcomes),
      note: z.string().nullable(),
    }),
  ),
  sessions: z.array(Session),
  diagnosis: z.array(Step),
  guests: z.array(Guest),
  /** Steps of the diagnosis without which the request is not resolved. */
  missingSteps: z.array(z.string()),
});

export const Proposal = z.object({
  agentId: z.string(),
  name: z.string(),
  reason: z.object({ kind: z.literal('proposed'), sentence: z.string(), clause: z.string().nullable() }),
});

export const AgentItem = z.object({
  staffId: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  open: z.int(),
});
