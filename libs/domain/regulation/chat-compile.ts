import type { Draft } from './draft.ts';
import type { ChatRule } from './types.ts';

/** What the regulation says of the chat; null where there is none. It needs an open channel and a form to begin at. */
export function compileChat(draft: Draft): { readonly chat: ChatRule | null } {
  const { chat, channels, entryPoints, clauses } = draft.file;
  if (chat === undefined) return { chat: null };
  const entry = Object.entries(entryPoints).find(([, { channel }]) => channel === 'chat')?.[0];
  if (channels.chat?.open !== true) draft.mistake(['chat'], 'chatNotOpen');
  else if (entry === undefined) draft.mistake(['chat'], 'chatWithoutEntry');
  for (const part of ['instructions', 'hours'] as const) {
    const clause = chat[part];
    if (clause !== undefined && !Object.hasOwn(clauses, clause)) {
      draft.mistake(['chat', part], 'noClause', { clause });
    }
  }
  return {
    chat: {
      clause: chat.clause,
      instructions: chat.instructions ?? null,
      hours: chat.hours ?? null,
      entryPoint: entry ?? '',
    },
  };
}
