import { allow, type Decision, decideProvided, decideSession } from '@reglament/domain/request';
import { type Instant, isoOf } from '@reglament/domain/time';
import { newId } from '@reglament/platform/ids';
import { addSession } from '../store/sessions.ts';
import type { Change, Scene } from './scene.ts';

/** Records a session of remote administration with its consent (ovk 2.8). Who consented stays here; the event says how. */
export async function recordSession(
  { work, next, regulation, by, now, tx }: Scene,
  body: {
    readonly tool: string;
    readonly startedAt: Instant;
    readonly endedAt: Instant;
    readonly consent?: { readonly by: string; readonly how: string } | null | undefined;
    readonly note?: string | undefined;
  },
): Promise<Decision<Change>> {
  const rule = regulation.remoteSessions;
  if (rule === null) return notProvided(decideProvided(regulation, work.category, 'record-session'));
  const decided = decideSession(rule, { ...body, consent: body.consent ?? null }, now);
  if (!decided.ok) return decided;
  const { tool, consent } = decided.value;
  const note = body.note ?? null;
  const sessionId = newId();
  await addSession(tx, work.requestId, sessionId, { ...decided.value, note, at: now, by });
  const times = { startedAt: isoOf(decided.value.startedAt), endedAt: isoOf(decided.value.endedAt) };
  return allow({
    patch: { status: next },
    detail: { sessionId, tool, ...times, consent, note, clause: rule.clause },
    say: [
      {
        type: 'work.remote-session-recorded.v1',
        payload: { requestId: work.requestId, sessionId, by, tool, ...times, consentHow: consent.how, note },
      },
    ],
  });
}

/** The desk has asked before; whoever comes here without a rule has met a bug. */
export function notProvided(decision: Decision<null>): Decision<never> {
  if (decision.ok) throw new Error('a procedure was let through that the regulation does not have');
  return decision;
}
