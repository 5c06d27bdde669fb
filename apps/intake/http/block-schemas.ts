import { z } from 'zod';

const AppealState = z.enum(['open', 'waiting', 'answered', 'over']);

/** A block as the blocked person sees it. */
export const OwnBlockView = z.object({
  clause: z.string(),
  ground: z.string(),
  groundClause: z.string(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  reason: z.string(),
  appeal: z.object({
    state: AppealState,
    until: z.iso.datetime(),
    at: z.iso.datetime().nullable(),
    text: z.string().nullable(),
    answer: z.string().nullable(),
  }),
});

export const BlockView = z.object({
  blockId: z.uuid(),
  requestId: z.uuid(),
  /** The address or telephone it holds; empty once the person was erased. */
  contact: z.string(),
  clause: z.string(),
  ground: z.string(),
  groundClause: z.string(),
  days: z.int(),
  reason: z.string(),
  blockedAt: z.iso.datetime(),
  blockedBy: z.string(),
  until: z.iso.datetime(),
  state: z.enum(['in-force', 'over', 'lifted']),
  appeal: z.object({
    state: AppealState,
    until: z.iso.datetime(),
    at: z.iso.datetime().nullable(),
    text: z.string().nullable(),
    answer: z.enum(['lift', 'uphold']).nullable(),
    answerText: z.string().nullable(),
    answeredAt: z.iso.datetime().nullable(),
    answeredBy: z.string().nullable(),
    mayUphold: z.boolean(),
  }),
  lifted: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
});
export const ListedBlockView = BlockView.extend({ numberSpoken: z.string(), requesterName: z.string() });
