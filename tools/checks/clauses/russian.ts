import { Bench } from './bench.ts';
import type { Filed, Given, Statistics, Submitted } from './shapes.ts';

export const minutes = 60_000;
/** Milliseconds from one ISO instant to another. */
export const between = (from: string, to: string | null): number => Date.parse(to ?? '') - Date.parse(from);

/** What a person of each hotline would send. */
export const samples = {
  ovk: { entryPoint: 'main-site', category: 'purchase', language: 'ru', text: 'Как продлить лицензию?' },
  initiative: { entryPoint: 'support-form', category: 'how-to', language: 'ru', text: 'Как закрыть месяц?' },
} as const satisfies Record<string, Given>;
export type Tenant = keyof typeof samples;

let opened: Bench | undefined;
let filed = 0;

/** The platform on Saturday 1 November 2025: a working day was moved to it, and it ends an hour early, at 17:00. Two seconds are a minute. */
export async function open(): Promise<void> {
  opened = await Bench.open('2025-11-01T09:00+03:00', 30);
}
export const close = async (): Promise<void> => opened?.close();

export function bench(): Bench {
  if (opened === undefined) throw new Error('the platform has not been started');
  return opened;
}

/** Files a request from an address of its own. */
export async function file(tenant: Tenant, given: Partial<Given> = {}): Promise<Filed & { email: string }> {
  filed += 1;
  const email = given.email ?? `requester${filed}@example.org`;
  return { ...(await bench().file(tenant, { ...samples[tenant], ...given, email })), email };
}

/** Files a request and gives it to the agent once the moderator sees it. */
export async function fileFor(agent: string, tenant: Tenant, given: Partial<Given> = {}) {
  const accepted = await file(tenant, given);
  await bench().work(`moderator@${tenant}`, accepted.requestId);
  await bench().assign(tenant, accepted.requestId, agent);
  return accepted;
}

export const submitted = (tenant: string, requestId: string): Promise<Submitted> =>
  bench().get(`operator@${tenant}`, `/intake/requests/${requestId}`);
export const statistics = (tenant: string, period: 'day' | 'week' | 'month'): Promise<Statistics> =>
  bench().get(`manager@${tenant}`, `/reporting/statistics?period=${period}`);
