import { z } from 'zod';

/** Who did something: a member of staff, the requester, or the platform acting by a rule. The name is kept as it was then. */
export const Actor = z.object({ kind: z.enum(['staff', 'requester', 'platform']), id: z.string(), name: z.string() });
export type Actor = z.infer<typeof Actor>;
