import type { Draft } from './draft.ts';
import type { HelpRule } from './types.ts';
import { parseDuration } from './values.ts';

const USUAL_MS = 180 * 86_400_000;

/** What the regulation says of its help centre; null where it says nothing. The field of the link must be asked for somewhere. */
export function compileHelp(draft: Draft): { readonly help: HelpRule | null } {
  const { help, fields, categories } = draft.file;
  if (help === undefined) return { help: null };
  const { link } = help;
  draft.refer(link, fields, 'field', ['help', 'link']);
  const asked = Object.values(categories).some((category) =>
    [...(category.asks ?? []), ...(category.requires ?? [])].includes(link ?? ''),
  );
  if (link !== undefined && !asked) {
    draft.mistake(['help', 'link'], 'linkNotAsked', { id: link });
  }
  const every = help.reviewEvery === undefined ? undefined : parseDuration(help.reviewEvery);
  return {
    help: {
      clause: help.clause,
      linkField: link ?? null,
      reviewEvery: every?.unit === 'ms' ? every.ms : USUAL_MS,
    },
  };
}
