import { allow, type Decision, decideInvitation, decideProvided, refuse } from '@reglament/domain/request';
import { type Instant, isoOf } from '@reglament/domain/time';
import { newId } from '@reglament/platform/ids';
import { digestOfSecret } from '@reglament/platform/secrets';
import { addGuest, guestOf, revokeGuest } from '../store/guests.ts';
import { notProvided } from './record-session.ts';
import type { Change, Scene } from './scene.ts';

/** What is kept of a link's secret: whoever reads the table cannot open the link. */
export const digestOf = (token: string): string => digestOfSecret(token).toString('hex');

/** Invites a third party to this request alone (edoc 17). What the guest is told, staff write; the secret is made by the caller. */
export async function inviteGuest(
  { work, next, regulation, by, now, tx }: Scene,
  body: {
    readonly name: string;
    readonly briefing: string;
    readonly until?: Instant | undefined;
    readonly token: string;
  },
): Promise<Decision<Change>> {
  const rule = regulation.guests;
  if (rule === null) return notProvided(decideProvided(regulation, work.category, 'invite-guest'));
  const until = decideInvitation(rule, body.until ?? null, now);
  if (!until.ok) return until;
  const { requestId } = work;
  const { name, briefing } = body;
  const guestId = newId();
  const guest = { guestId, requestId, name, briefing, invitedAt: now, expiresAt: until.value };
  await addGuest(tx, guest, digestOf(body.token), by);
  const expiresAt = isoOf(until.value);
  return allow({
    patch: { status: next },
    detail: { guestId, name, expiresAt, clause: rule.clause },
    say: [{ type: 'work.guest-invited.v1', payload: { requestId, guestId, by, expiresAt } }],
  });
}

/** Ends a guest's access at once; ended again, it stays as it was ended first. */
export async function endGuestAccess(
  { work, next, by, now, tx }: Scene,
  body: { readonly guestId: string },
): Promise<Decision<Change>> {
  const guest = await guestOf(tx, work.requestId, body.guestId);
  if (guest === null)
    return refuse('unknown-guest', {
      ru: 'Такого помощника у обращения нет.',
      uk: 'Такого помічника у звернення немає.',
      kk: 'Өтініште мұндай көмекші жоқ.',
      en: 'The request has no such helper.',
    });
  if (guest.revokedAt === null) await revokeGuest(tx, guest.guestId, now);
  return allow({
    patch: { status: next },
    detail: { guestId: guest.guestId, name: guest.name },
    say: [
      {
        type: 'work.guest-access-ended.v1',
        payload: { requestId: work.requestId, guestId: guest.guestId, by },
      },
    ],
  });
}
