import { z } from 'zod';
import type { Draft } from './draft.ts';
import { CHANNELS, checked, listOf, reference, text } from './shape-parts.ts';
import type { EntryPoint } from './types.ts';

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
  sites: listOf(
    checked(isSite, 'must be the address of a site without a path, such as `https://www.example.org`'),
  ).optional(),
});

/** The entry points with their names and sites. A site can show a form only, not a telephone or a mailbox. */
export function compileEntryPoints(draft: Draft): readonly EntryPoint[] {
  return Object.entries(draft.file.entryPoints).map(([id, entry]) => {
    if (entry.sites !== undefined && entry.channel !== 'web' && entry.channel !== 'chat') {
      draft.mistake(
        ['entryPoints', id, 'sites'],
        `A site can show a form; the channel \`${entry.channel}\` has none to show.`,
      );
    }
    return { ...entry, id, name: draft.text(entry.name, ['entryPoints', id, 'name']), sites: entry.sites ?? [] };
  });
}
