import { expect } from '@jest/globals';
import { Bench, plain } from './bench.ts';
import type { Filed, Given, Hotline, Submitted } from './shapes.ts';

export const minutes = 60_000;
export const hours = 60 * minutes;

let opened: Bench | undefined;
let filed = 0;

/** The platform from Monday 23 November 2026 in Kazakhstan. A second is twenty minutes, so that eight working hours pass and the weekend stays away. */
export async function open(): Promise<void> {
  opened = await Bench.open('2026-11-23T00:00+05:00', 1200);
}
export const close = async (): Promise<void> => opened?.close();

export function bench(): Bench {
  if (opened === undefined) throw new Error('the platform has not been started');
  return opened;
}

/** What a person of each hotline would send. */
export const samples = {
  edoc: {
    entryPoint: 'portal-form',
    category: 'consultation',
    clientCategory: 'user',
    language: 'ru',
    text: 'Как подписать документ?',
    fields: { identification: 'login-4711' },
  },
  'kz-portal': { entryPoint: 'portal-form', category: 'application', language: 'ru', text: 'Как подать заявление?' },
  kuty: { entryPoint: 'service-page', category: 'application', language: 'uk', text: 'Як подати заявку?' },
} as const satisfies Record<string, Given>;
export type Tenant = keyof typeof samples;

export const hotline = (tenant: Tenant): Promise<Hotline> => bench().get(null, `/intake/hotlines/${tenant}`);

/** What a person sends who accepts the rules that the form shows, where it asks. */
async function whole(tenant: Tenant, given: Partial<Given>): Promise<Given> {
  const { acceptance, edition } = await hotline(tenant);
  return { ...samples[tenant], ...(acceptance === null ? {} : { acceptedRules: edition.id }), ...given };
}

/** Files a request from an address of its own. */
export async function file(tenant: Tenant, given: Partial<Given> = {}): Promise<Filed & { email: string }> {
  filed += 1;
  const email = given.email ?? `requester${filed}@example.org`;
  return { ...(await bench().file(tenant, { ...(await whole(tenant, given)), email })), email };
}

/** Files a request and waits until the moderator sees it; then it goes to the agent, when one is named. */
export async function fileFor(agent: string | null, tenant: Tenant, given: Partial<Given> = {}) {
  const accepted = await file(tenant, given);
  await bench().work(`moderator@${tenant}`, accepted.requestId);
  if (agent !== null) await bench().assign(tenant, accepted.requestId, agent);
  return accepted;
}

/** What the form answers when it is expected to refuse. */
export const tryToFile = async (tenant: Tenant, given: Partial<Given> = {}) =>
  bench().tryToFile(tenant, await whole(tenant, { email: 'refused@example.org', ...given }));

export const submitted = (tenant: string, requestId: string): Promise<Submitted> =>
  bench().get(`operator@${tenant}`, `/intake/requests/${requestId}`);

/** The moderator declines; the trail names the clause, and the letter quotes it. */
export async function expectDeclined(tenant: Tenant, clause: string, category: string, reason: string): Promise<void> {
  const { requestId, email, number } = await fileFor(null, tenant, { category, fields: {} });
  const { status, trail } = await bench().act(`moderator@${tenant}`, requestId, 'decline', { reason });
  expect(status).toBe('declined');
  expect(trail.at(-1)).toMatchObject({ verb: 'decline', detail: { reason, clause } });
  const { clauses, languages } = await bench().get<{
    clauses: { number: string; text: Record<string, string> }[];
    languages: string[];
  }>(null, `/intake/hotlines/${tenant}`);
  const words = clauses.find((each) => each.number === clause)?.text[languages[0] ?? ''] ?? '';
  expect(words).not.toBe('');
  const letter = await bench().letter(tenant, email, words);
  expect(plain(letter.subject)).toContain(number);
}
