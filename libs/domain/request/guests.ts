import type { Instant, Millis } from '../time/index.ts';
import { isClosed, type Status } from './life-cycle.ts';
import { allow, type Decision, refuse } from './outcome.ts';
import { momentPassed } from './postponement.ts';

/** An invitation as far as its rules need it. */
export interface Invitation {
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
}

/** Whether a guest may look: not after the end named, not once access was ended, and only while the request is open (edoc 17). */
export const isInvited = ({ expiresAt, revokedAt }: Invitation, status: Status, now: Instant): boolean =>
  revokedAt === null && now < expiresAt && !isClosed(status);

/** Until when an invitation is good: as long as the regulation grants, or shorter where staff say so. */
export function decideInvitation(
  rule: { readonly clause: string; readonly validFor: Millis },
  asked: Instant | null,
  now: Instant,
): Decision<Instant> {
  const latest = (now + rule.validFor) as Instant;
  if (asked === null) return allow(latest);
  if (asked <= now) return momentPassed(rule.clause);
  if (asked <= latest) return allow(asked);
  return refuse(
    'moment-too-far',
    {
      ru: 'Регламент не даёт приглашать на такой долгий срок.',
      uk: 'Регламент не дає запрошувати на такий довгий строк.',
      kk: 'Регламент мұндай ұзақ мерзімге шақыруға рұқсат бермейді.',
      en: 'The regulation does not let anybody be invited for so long.',
    },
    { clause: rule.clause },
  );
}
