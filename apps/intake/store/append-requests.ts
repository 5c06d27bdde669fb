import type { PayloadOf } from '@reglament/contracts';
import { formatNumber } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { bindChats } from './chats.ts';
import { attachFiles } from './files.ts';
import { claimKeys, type Filed } from './idempotency-keys.ts';
import { addLetters, type Due, type NewLetter } from './letters.ts';

/** A request that the regulation has admitted, ready to be written. */
export interface AdmittedRequest {
  readonly requestId: string;
  readonly channel: PayloadOf<'request.submitted.v1'>['channel'];
  readonly entryPoint: string;
  readonly category: string;
  readonly clientCategory: string | null;
  readonly product: string | null;
  readonly language: PayloadOf<'request.submitted.v1'>['language'];
  readonly urgent: boolean;
  readonly edition: string;
  readonly requester: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
  readonly summary: string;
  readonly question: string;
  readonly submittedAt: Instant;
  /** The year of the tenant's calendar that its registration number begins with. */
  readonly year: number;
  readonly registeredBy: string | null;
  readonly acceptedRules: string | null;
  /** Ids of its files, kept before. */
  readonly attachments: readonly string[];
  /** The account it belongs to, where the regulation has accounts and an address was given. */
  readonly owner: string | null;
  /** Whether the requester may see the own place in the queue. */
  readonly placed: boolean;
  /** The call it was formalised in, where callers are verified. */
  readonly callId: string | null;
  /** The chat that it is the beginning of. */
  readonly chatId: string | null;
  /** Fingerprints of the requester's own data, where answers are checked for other people's. */
  readonly marked: { readonly salt: string; readonly marks: readonly string[] } | null;
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | null;
  /** Makes the acknowledgement once the number is known; null where no e-mail is known. */
  readonly acknowledge: ((number: string) => NewLetter | null) | null;
}

/** What became of one row of the batch; a repeated one is what it was the first time. */
export type Appended = ({ readonly outcome: 'accepted' | 'repeated' } & Filed) | { readonly outcome: 'key-reused' };

/**
 * Writes many requests of one tenant in one transaction: idempotency keys, registration numbers, requests, letters and
 * events. Numbers come from a counter row that is locked until the commit, so a tenant's numbers have no gaps.
 */
export async function appendRequests(
  tx: Tx,
  tenant: string,
  requests: readonly AdmittedRequest[],
): Promise<Appended[]> {
  const repeated = await claimKeys(tx, tenant, requests);
  const fresh = requests.filter((r) => !repeated.has(r.requestId));
  const numbers = await takeNumbers(tx, tenant, fresh);
  if (fresh.length > 0) {
    // Sent together, done one after another.
    const files = fresh.map((r) => ({ requestId: r.requestId, messageId: null, fileIds: r.attachments }));
    await Promise.all([
      insertRequests(tx, tenant, fresh, numbers),
      addLetters(tx, lettersOf(fresh, numbers)),
      attachFiles(tx, tenant, files),
      bindChats(tx, fresh),
    ]);
    for (const r of fresh) {
      appendSubmitted(tx, r, numberOf(numbers, r));
      if (r.marked) appendMarked(tx, r.requestId, r.submittedAt, r.marked);
    }
  }
  return requests.map((r): Appended => {
    const before = repeated.get(r.requestId);
    if (before === 'other') return { outcome: 'key-reused' };
    if (before !== undefined) return { outcome: 'repeated', ...before };
    const { requestId, submittedAt, edition } = r;
    return { outcome: 'accepted', requestId, number: numberOf(numbers, r), submittedAt, edition };
  });
}

/** Takes the next running numbers of each year; at the turn of the year a batch may span two. */
async function takeNumbers(tx: Tx, tenant: string, fresh: readonly AdmittedRequest[]): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  for (const [year, requests] of Map.groupBy(fresh, (r) => r.year)) {
    const [row] = await tx.sql<{ last: number }>(
      `INSERT INTO intake.number_counters AS c (tenant, year, last) VALUES ($1, $2, $3::bigint)
       ON CONFLICT (tenant, year) DO UPDATE SET last = c.last + excluded.last RETURNING last`,
      [tenant, year, requests.length],
    );
    const first = (row?.last ?? Number.NaN) - requests.length + 1;
    requests.forEach((r, i) => {
      numbers.set(r.requestId, formatNumber(year, first + i));
    });
  }
  return numbers;
}

function numberOf(numbers: ReadonlyMap<string, string>, request: AdmittedRequest): string {
  const number = numbers.get(request.requestId);
  if (number === undefined) throw new Error(`request ${request.requestId} was given no registration number`);
  return number;
}

async function insertRequests(
  tx: Tx,
  tenant: string,
  fresh: readonly AdmittedRequest[],
  numbers: ReadonlyMap<string, string>,
) {
  const rows = fresh.map((r) => ({
    tenant,
    request_id: r.requestId,
    number: numberOf(numbers, r),
    channel: r.channel,
    entry_point: r.entryPoint,
    category: r.category,
    client_category: r.clientCategory,
    product: r.product,
    language: r.language,
    urgent: r.urgent,
    edition: r.edition,
    requester_name: r.requester.name,
    requester_email: r.requester.email,
    requester_phone: r.requester.phone,
    fields: r.fields,
    text: r.text,
    summary: r.summary,
    submitted_at: timestamp(r.submittedAt),
    accepted_at: timestamp(r.submittedAt),
    registered_by: r.registeredBy,
    call_id: r.callId,
    status: 'queued',
    status_at: timestamp(r.submittedAt),
    accepted_rules: r.acceptedRules,
    owner: r.owner,
    waits_since: r.placed ? timestamp(r.submittedAt) : null,
  }));
  await tx.sql('INSERT INTO intake.requests SELECT * FROM jsonb_populate_recordset(NULL::intake.requests, $1::jsonb)', [
    JSON.stringify(rows),
  ]);
}

const lettersOf = (fresh: readonly AdmittedRequest[], numbers: ReadonlyMap<string, string>): Due[] =>
  fresh.flatMap((r) => {
    const letter = r.acknowledge?.(numberOf(numbers, r));
    return letter ? [{ requestId: r.requestId, at: r.submittedAt, letter }] : [];
  });

function appendSubmitted(tx: Tx, r: AdmittedRequest, number: string): void {
  tx.append('request.submitted.v1', {
    subjectId: r.requestId,
    occurredAt: r.submittedAt,
    payload: {
      requestId: r.requestId,
      number,
      channel: r.channel,
      entryPoint: r.entryPoint,
      category: r.category,
      clientCategory: r.clientCategory,
      product: r.product,
      language: r.language,
      urgent: r.urgent,
      edition: r.edition,
      submittedAt: timestamp(r.submittedAt),
      summary: r.summary,
      question: r.question,
      reachableBy: [...(r.requester.phone ? ['phone' as const] : []), ...(r.requester.email ? ['email' as const] : [])],
      registeredBy: r.registeredBy,
    },
  });
}

/** Says by which fingerprints the requester's own data is known. */
export function appendMarked(
  tx: Tx,
  requestId: string,
  at: Instant,
  { salt, marks }: NonNullable<AdmittedRequest['marked']>,
): void {
  const payload = { requestId, salt, marks: [...marks] };
  tx.append('requester.marked.v1', { subjectId: requestId, occurredAt: at, payload });
}
