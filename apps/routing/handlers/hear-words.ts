import { decideMessage, publicMarks, staffMarks } from '@reglament/domain/conduct';
import type { Regulation } from '@reglament/domain/regulation';
import type { Decision, Verb } from '@reglament/domain/request';
import type { Tx } from '@reglament/platform/postgres';
import { fingerprintOf } from '@reglament/platform/secrets';
import { readMarks, readStaffNames } from '../store/own-marks.ts';

/** Which words of a verb somebody outside will read, and who: they pass the checks of the regulation, whatever the surface. */
const toldIn: Partial<
  Record<Verb, { readonly field: 'text' | 'note' | 'briefing'; readonly to: 'requester' | 'guest' }>
> = {
  reply: { field: 'text', to: 'requester' },
  ask: { field: 'text', to: 'requester' },
  resolve: { field: 'text', to: 'requester' },
  decline: { field: 'text', to: 'requester' },
  'vendor-answer': { field: 'text', to: 'requester' },
  cancel: { field: 'note', to: 'requester' },
  postpone: { field: 'note', to: 'requester' },
  'set-deadline': { field: 'note', to: 'requester' },
  'invite-guest': { field: 'briefing', to: 'guest' },
};

interface Said {
  readonly requestId: string;
  readonly verb: Verb;
  readonly body: unknown;
  /** Who writes; their own name is no other person's. */
  readonly sender: string;
}

/** Lets words out or stops them with the clause; nothing is written then, and what was typed stays with its author. */
export async function hearWords(tx: Tx, regulation: Regulation, said: Said): Promise<Decision<null>> {
  const told = toldIn[said.verb];
  const words = told && (said.body as Partial<Record<string, unknown>>)[told.field];
  if (typeof words !== 'string') return decideMessage(regulation, '');
  if (regulation.messages.personalData === null) return decideMessage(regulation, words);
  const open = new Set([...publicMarks(regulation), ...staffMarks([said.sender, ...(await readStaffNames(tx))])]);
  // The requester's data is another person's to a guest.
  const own = told?.to === 'requester' ? await readMarks(tx, said.requestId) : [];
  const isOwn = (mark: string) => own.some(({ salt, marks }) => marks.includes(fingerprintOf(salt, mark)));
  return decideMessage(regulation, words, (mark) => open.has(mark) || isOwn(mark));
}
