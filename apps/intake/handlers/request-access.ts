import type { Regulation } from '@reglament/domain/regulation';
import { parseNumber } from '@reglament/domain/request';
import type { Tx } from '@reglament/platform/postgres';
import { requestOfChat } from '../store/chats.ts';
import type { Request } from '../store/entities.ts';
import { requestByContact, requestById } from '../store/requests.ts';
import { readPhone } from './read-phone.ts';

/**
 * How a requester names their request: the number as they say it, and the address or telephone given when filing; or the secret of
 * the chat that it was begun in.
 */
export type Access = { readonly number: string; readonly contact: string } | { readonly chatId: string };

/** The request that number and contact, or a chat, open, or null: a wrong contact and a wrong number look the same from outside. */
export async function openRequest(tx: Tx, regulation: Regulation, access: Access): Promise<Request | null> {
  if ('chatId' in access) {
    const requestId = await requestOfChat(tx, access.chatId);
    return requestId == null ? null : requestById(tx, requestId);
  }
  const parsed = parseNumber(access.number);
  if (parsed === null) return null;
  return requestByContact(tx, parsed.number, {
    email: access.contact.trim(),
    phone: readPhone(access.contact, regulation.country),
  });
}
