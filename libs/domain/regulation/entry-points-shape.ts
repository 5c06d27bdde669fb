import { z } from 'zod';
import { CHANNELS, checked, listOf, reference, text } from './shape-parts.ts';

/** Nobody but the machine itself can serve a page from here, so it may go without a certificate. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * True for the origin of a site and nothing more: `https://www.example.org`, with a port where it has one. What passes
 * stands in a header as it is written, so nothing but an origin may pass.
 */
export function isSite(value: string): boolean {
  if (!/^https?:\/\/[a-z0-9.[\]:-]+$/.test(value) || !URL.canParse(value)) return false;
  const { origin, protocol, hostname } = new URL(value);
  return origin === value && (protocol === 'https:' || LOOPBACK.includes(hostname));
}

/** A form, line or mailbox; a form says which sites may show it in a page of theirs (ovk 2.2, initiative 2.1). */
export const entryPoint = z.strictObject({
  name: text,
  channel: z.enum(CHANNELS),
  clause: reference,
  sites: listOf(checked(isSite, 'mustBeSite')).optional(),
});
