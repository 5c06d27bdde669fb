import { join } from 'node:path';
import type { Fact } from '@reglament/domain/clock';
import type { Instant } from '@reglament/domain/time';
import { newId } from '@reglament/platform/ids';
import { RegulationBook } from '@reglament/platform/regulations';
import type { News, Submission } from './store/fact-store.ts';

export const regulations = RegulationBook.load(join(import.meta.dirname, '../../regulations'));

/** Moscow's wall clock, as in `2026-11-20 17:50` or `2026-11-20 17:50:30`. */
export const msk = (local: string): Instant =>
  Temporal.Instant.from(`${local.replace(' ', 'T')}+03:00`).epochMilliseconds as Instant;

/** What Moscow's wall clock shows, to the minute. */
export const shown = (at: Instant | string | null): string | null =>
  at === null ? null : new Date(new Date(at).getTime() + 180 * 60_000).toISOString().slice(0, 16).replace('T', ' ');

/** The facts of one request as news, each alone: the caller decides what arrives together. */
export function request(requestId = newId(), category = 'interface') {
  const news = (kind: string, at: string, data: Fact['data'], submission: Submission | null): News => ({
    requestId,
    submission,
    facts: [{ id: newId(), kind, at: msk(at), data }],
  });
  return {
    requestId,
    submitted: (at: string, edition = regulations.get('ovk')?.edition.id ?? ''): News => {
      const submittedAt = msk(at);
      const submission = { category, channel: 'web', clientCategory: null, edition, submittedAt };
      return news('request.submitted', at, { category }, submission);
    },
    fact: (kind: string, at: string, data: Fact['data'] = {}): News => news(kind, at, data, null),
  };
}
