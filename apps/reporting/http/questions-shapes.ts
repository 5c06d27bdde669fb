import { IsoInstant } from '@reglament/contracts';
import { z } from 'zod';

const Count = z.int().min(0);
const Named = z.object({ groupId: z.uuid(), name: z.string() });
const Month = z.string();

export const AskedQuestion = z.object({
  groupId: z.uuid(),
  /** Among all groups of the period, from 1. */
  place: z.int().min(1),
  /** As it is shown: the manager's own name, else the most typical question. */
  name: z.string(),
  typical: z.string(),
  ownName: z.string().nullable(),
  /** The category it was asked under most. */
  categoryName: z.string(),
  count: Count,
  /** Part of all that was received, 0–1. */
  share: z.number(),
  /** In the period before. */
  before: Count,
  /** Other questions of the group as they were asked, personal data masked. */
  examples: z.array(z.string()),
  /** Groups that a manager merged into this one. */
  merged: z.array(Named),
  /** The article that answers it, where one is published. */
  article: z.object({ title: z.string(), url: z.string() }).nullable(),
});

export const GroupedMonth = z.object({
  month: Month,
  state: z.enum(['waiting', 'grouping', 'ready', 'failed']),
  percent: z.int().min(0).max(100),
  requests: Count,
  /** Requests that ask what nobody else asks. */
  alone: Count,
  /** `built-in`, or the name of the outside vectors. */
  method: z.string().nullable(),
  /** Why outside vectors were not used though they are set up. */
  notice: z.string().nullable(),
  groupedAt: IsoInstant.nullable(),
});

export const AskedQuestions = z.object({
  period: z.enum(['day', 'week', 'month', 'range']),
  from: z.iso.date(),
  to: z.iso.date(),
  fromAt: IsoInstant,
  toAt: IsoInstant,
  received: Count,
  /** Of these, how many belong to a group that is shown. */
  grouped: Count,
  /** Groups found, on all pages. */
  total: Count,
  items: z.array(AskedQuestion),
  /** How far the grouping of the period's months is. */
  months: z.array(GroupedMonth),
  /** Months that nobody has asked for yet. */
  missing: z.array(Month),
  hidden: z.array(Named),
});
export type AskedQuestions = z.infer<typeof AskedQuestions>;

export const QuestionEdits = z.object({
  items: z.array(
    z.object({
      editId: z.uuid(),
      kind: z.enum(['merge', 'split', 'rename', 'hide', 'show']),
      groupId: z.uuid(),
      /** As it is called now. */
      name: z.string(),
      /** The group it was merged into, or the one that was split off. */
      otherName: z.string().nullable(),
      /** Of a renaming: what it was called before. */
      nameBefore: z.string().nullable(),
      madeAt: IsoInstant,
      madeBy: z.string(),
      undoneAt: IsoInstant.nullable(),
      undoneBy: z.string().nullable(),
    }),
  ),
});
export type QuestionEdits = z.infer<typeof QuestionEdits>;
