import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const QuestionGroupChangedV1 = defineEvent({
  type: 'question-group.changed.v1',
  source: 'reporting',
  says: 'A manager merged, split, renamed, hid or showed a group of questions, or took that back',
  payload: z.object({
    editId: Id,
    groupId: Id,
    change: z.enum(['merge', 'split', 'rename', 'hide', 'show']),
    /** Whether an earlier change of this kind was taken back. */
    undone: z.boolean(),
    /** The group it was merged into, or the new one that was split off. */
    otherGroupId: Id.nullable(),
    /** What the group is called from now on; personal data masked. */
    name: z.string(),
    by: Actor,
  }),
});
