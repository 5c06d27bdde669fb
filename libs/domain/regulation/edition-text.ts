import { isMap, isScalar, parseDocument } from 'yaml';

/** What an edition is called: short, and the same in a file's name, an address and a text without quotes. */
export const EDITION_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/;

/**
 * The text with another edition named in it and every other letter as it was, so that lines keep their numbers.
 * @param id matches `EDITION_ID`
 * @param inForceFrom local, `YYYY-MM-DD`
 * @returns null where the text names no edition: whoever reads it says so
 */
export function nameEdition(text: string, { id, inForceFrom }: { id: string; inForceFrom: string }): string | null {
  const doc = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  const edition = isMap(doc.contents) ? doc.contents.get('edition', true) : undefined;
  if (!isMap(edition)) return null;
  const places = [
    { node: edition.get('id', true), to: id },
    { node: edition.get('inForceFrom', true), to: inForceFrom },
  ].map(({ node, to }) => ({ range: isScalar(node) ? node.range : null, to }));
  let named = text;
  // From the end, so that the first replacement does not move the second.
  for (const { range, to } of places.sort((a, b) => (b.range?.[0] ?? 0) - (a.range?.[0] ?? 0))) {
    if (range == null) return null;
    named = named.slice(0, range[0]) + to + named.slice(range[1]);
  }
  return named;
}
