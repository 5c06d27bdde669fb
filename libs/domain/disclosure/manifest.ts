import type { Instant } from '../time/index.ts';
import { isoOf } from '../time/index.ts';

/** What the manifest says of one entry. */
export interface Listed {
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** The demand that a package answers. */
export interface Demand {
  readonly disclosureId: string;
  readonly by: { readonly id: string; readonly name: string };
  /** Who that is to the regulation, in the tenant's words. */
  readonly as: string;
  readonly reason: string;
  readonly at: Instant;
  /** The edition in force when it was demanded. */
  readonly edition: string;
  readonly clause: string;
  readonly clauseText: string;
}

/** `manifest.json`: what is in the package with size and checksum, who demanded it, why, when, by which edition and clause. */
export function manifestText(
  demand: Demand,
  of: { readonly tenant: string; readonly organisation: string; readonly number: string; readonly requestId: string },
  entries: readonly Listed[],
): string {
  const { disclosureId, by, as, reason, at, edition, clause, clauseText } = demand;
  return jsonText({
    format: 'reglament-disclosure-1',
    disclosureId,
    hotline: { tenant: of.tenant, organisation: of.organisation },
    request: { number: of.number, requestId: of.requestId },
    demanded: { by: { ...by, as }, reason, at: isoOf(at) },
    regulation: { edition, clause, text: clauseText },
    entries: entries.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  });
}

/** JSON as people can read it; the same data give the same text. */
export const jsonText = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;
