import type { Regulation } from '@reglament/domain/regulation';
import { parseNumber } from '@reglament/domain/request';
import type { Tx } from '@reglament/platform/postgres';
import type { Request } from '../store/entities.ts';
import { requestByContact } from '../store/requests.ts';
import { readPhone } from './read-phone.ts';

/** How a requester names their request: the number as they say it, and the address or telephone given when filing. */
export interface Access {
  readonly number: string;
  readonly contact: string;
}

/** The request that number and contact open, or null: a wrong contact and a wrong number look the same from outside. */
export async function openRequest(tx: Tx, regulation: Regulation, access: Access): Promise<Request | null> {
  const parsed = parseNumber(access.number);
  if (parsed === null) return null;
  return requestByContact(tx, parsed.number, {
    email: access.contact.trim(),
    phone: readPhone(access.contact, regulation.country),
  });
}
