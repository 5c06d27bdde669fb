import { Language } from '@reglament/contracts';
import { z } from 'zod';
import { OwnBlockView } from './block-schemas.ts';

const Text = z.partialRecord(Language, z.string());

/** One line of the event feed; `data` by its kind. */
export const FeedView = z.object({
  entryId: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(['status', 'answered', 'asked', 'regulation', 'blocked', 'unblocked', 'upheld']),
  number: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  isNew: z.boolean(),
});
export const AccountView = z.object({
  email: z.string(),
  since: z.iso.datetime(),
  clause: z.string(),
  leaving: z.object({ clause: z.string(), kept: Text }).nullable(),
  requests: z.array(
    z.object({
      number: z.string(),
      numberSpoken: z.string(),
      category: z.string(),
      summary: z.string(),
      status: z.string(),
      statusAt: z.iso.datetime(),
      submittedAt: z.iso.datetime(),
      open: z.boolean(),
    }),
  ),
  /** The block one is under; null for one who is free. */
  block: OwnBlockView.nullable(),
  feed: z.array(FeedView),
  unread: z.int(),
});
export const LeftView = z.object({ withdrawn: z.array(z.string()), clause: z.string(), kept: Text });
