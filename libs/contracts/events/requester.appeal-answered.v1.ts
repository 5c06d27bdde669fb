import { z } from 'zod';
import { Actor } from '../actor.ts';
import { defineEvent } from '../envelope.ts';
import { Id } from '../tenant.ts';

export const RequesterAppealAnsweredV1 = defineEvent({
  type: 'requester.appeal-answered.v1',
  source: 'intake',
  says: 'An appeal against a block was answered: the block is lifted or stays in force',
  payload: z.object({ blockId: Id, answer: z.enum(['lift', 'uphold']), by: Actor }),
});
