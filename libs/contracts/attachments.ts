import { z } from 'zod';
import { Id } from './tenant.ts';

/** Ids of files that staff brought for this request, in the order in which they are shown; absent for a message without files. */
export const Attachments = z.array(Id).min(1).max(20).optional();
