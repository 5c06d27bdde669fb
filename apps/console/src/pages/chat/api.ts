import type { RequestStatus } from '../../api/types.ts';
import type { HelpLine } from '../help/api.ts';

/** What a question led to: the chat’s secret, the instructions to read, and whether somebody is there. */
export interface Led {
  readonly chatId: string;
  readonly items: readonly HelpLine[];
  readonly isOpen: boolean;
  readonly opensAt: string;
  readonly clauses: { readonly clause: string; readonly instructions: string | null; readonly hours: string | null };
}

export interface Chat extends RequestStatus {
  readonly isOpen: boolean;
  readonly opensAt: string;
}
