import { api } from '../api/client.ts';

/** Where the reader of a conversation gets its files: at addresses of their own, or by asking with what opens the request. */
export type FileSource =
  | { readonly kind: 'addresses'; readonly addressOf: (fileId: string) => string }
  | { readonly kind: 'asked'; readonly ask: (fileId: string) => Promise<Blob> };

/** For staff, whose session opens them. */
export const filesOfRequest = (requestId: string): FileSource => ({
  kind: 'addresses',
  addressOf: (fileId) => `/api/intake/requests/${requestId}/files/${fileId}`,
});

/** For whoever began the chat, whose id is their secret. */
export const filesOfChat = (tenant: string, chatId: string): FileSource => ({
  kind: 'addresses',
  addressOf: (fileId) => `/api/intake/hotlines/${tenant}/chats/${chatId}/files/${fileId}`,
});

/** For the requester, by number and contact. They are sent and not put into an address, where others might find them. */
export const filesOfOwn = (
  tenant: string,
  access: { readonly number: string; readonly contact: string },
): FileSource => ({
  kind: 'asked',
  ask: (fileId) => api.bytes(`/intake/hotlines/${tenant}/status/files/${fileId}`, access),
});
