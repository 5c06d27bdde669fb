import type { Draft } from './draft.ts';
import type { EntryPoint } from './types.ts';

/** The entry points with their names and sites. A site can show a form only, not a telephone or a mailbox. */
export function compileEntryPoints(draft: Draft): readonly EntryPoint[] {
  return Object.entries(draft.file.entryPoints).map(([id, entry]) => {
    if (entry.sites !== undefined && entry.channel !== 'web' && entry.channel !== 'chat') {
      draft.mistake(['entryPoints', id, 'sites'], 'siteWithoutForm', { channel: entry.channel });
    }
    return { ...entry, id, name: draft.text(entry.name, ['entryPoints', id, 'name']), sites: entry.sites ?? [] };
  });
}
