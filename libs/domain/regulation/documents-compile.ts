import type { Draft } from './draft.ts';
import type { DocumentsRule } from './types.ts';

/** What the regulation says of documents after service; null where it says nothing. */
export function compileDocuments(draft: Draft): { readonly documents: DocumentsRule | null } {
  const rule = draft.file.documents;
  if (rule === undefined) return { documents: null };
  if (Object.keys(rule.deliveries).length === 0) draft.mistake(['documents', 'deliveries'], 'documentsWithoutDelivery');
  const starts = Object.values(draft.file.clocks).some((clock) =>
    clock.starts.some((match) => (typeof match === 'string' ? match : match.fact) === 'work.service-ended'),
  );
  if (!starts) draft.mistake(['documents'], 'documentsWithoutClock');
  return {
    documents: {
      clause: rule.clause,
      contract: draft.text(rule.contract, ['documents', 'contract']),
      kinds: Object.entries(rule.kinds).map(([kind, entry]) => ({
        kind: kind as DocumentsRule['kinds'][number]['kind'],
        name: draft.text(entry.name, ['documents', 'kinds', kind, 'name']),
        prefix: entry.prefix,
        unlessContract: entry.unlessContract ?? false,
      })),
      deliveries: draft.named(rule.deliveries, ['documents', 'deliveries']),
      requisites: rule.requisites === undefined ? null : draft.text(rule.requisites, ['documents', 'requisites']),
    },
  };
}
