import type { Actor } from '@reglament/contracts';
import {
  type DocumentKind,
  documentNumber,
  type EndedService,
  type NumberedDocument,
} from '@reglament/domain/service-documents';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { type ClockItem, readClocks } from './parts.ts';

/** Writes down that services have ended. */
export const addEndedService = (tx: Tx, requestId: string, service: EndedService, at: Instant, by: Actor) =>
  tx.sql(
    `INSERT INTO routing.ended_services (tenant, request_id, service, at, by_id, by_name)
     VALUES (current_setting('app.tenant'), $1::uuid, $2::jsonb, $3::timestamptz, $4, $5)`,
    [requestId, JSON.stringify(service), timestamp(at), by.id, by.name],
  );

/** Gives a document the next number of its kind in the year: the counter's row is locked until the commit, so there is no gap. */
export async function addDocument(
  tx: Tx,
  requestId: string,
  { kind, prefix }: { readonly kind: DocumentKind; readonly prefix: string },
  dated: string,
): Promise<NumberedDocument> {
  const year = dated.slice(0, 4);
  const [counter] = await tx.sql<{ last: number }>(
    `INSERT INTO routing.document_counters (tenant, kind, year, last) VALUES (current_setting('app.tenant'), $1, $2, 1)
     ON CONFLICT (tenant, kind, year) DO UPDATE SET last = document_counters.last + 1 RETURNING last`,
    [kind, year],
  );
  const number = documentNumber(prefix, year, counter?.last ?? 1);
  await tx.sql(
    `INSERT INTO routing.service_documents (tenant, request_id, kind, number, dated)
     VALUES (current_setting('app.tenant'), $1::uuid, $2, $3, $4::date)`,
    [requestId, kind, number, dated],
  );
  return { kind, number, dated };
}

export interface Dispatch {
  readonly delivery: string;
  readonly trackingNumber: string;
  readonly at: Instant;
  readonly by: string;
}

/** Writes down that the documents went. */
export const addDispatch = (tx: Tx, requestId: string, sent: Omit<Dispatch, 'by'>, by: Actor) =>
  tx.sql(
    `INSERT INTO routing.document_dispatches (tenant, request_id, delivery, tracking_number, at, by_id, by_name)
     VALUES (current_setting('app.tenant'), $1::uuid, $2, $3, $4::timestamptz, $5, $6)`,
    [requestId, sent.delivery, sent.trackingNumber, timestamp(sent.at), by.id, by.name],
  );

/** An ended service of the hotline, as a list shows it. */
export interface ListedService extends StoredDocuments {
  readonly requestId: string;
  readonly number: string;
  readonly service: EndedService;
  readonly endedAt: Instant;
  readonly clocks: ClockItem[];
}

/** So many are enough to work on; what is owed comes first, so nothing owed is cut off before what was sent. */
const LONGEST_LIST = 200;

/**
 * Services that have ended: those whose documents were not sent yet, the first to end first, then the others, the last sent first.
 * @param rules the clocks that run until the documents are sent
 */
export async function listServices(tx: Tx, rules: readonly string[]): Promise<readonly ListedService[]> {
  const rows = await tx.sql<{ requestId: string; number: string; endedAt: Instant }>(
    `SELECT ended.request_id AS "requestId", number, ended.at AS "endedAt" FROM routing.ended_services AS ended
       JOIN routing.works USING (tenant, request_id)
       LEFT JOIN routing.document_dispatches AS sent USING (tenant, request_id)
      ORDER BY sent.at DESC NULLS FIRST, ended.at, ended.request_id LIMIT ${LONGEST_LIST}`,
  );
  const ids = rows.map(({ requestId }) => requestId);
  const [clocks, stored] = await Promise.all([readClocks(tx, ids), readDocumentsOf(tx, ids)]);
  return rows.flatMap((row) => {
    const { service, ...rest } = stored.get(row.requestId) ?? NOTHING;
    const running = (clocks.get(row.requestId) ?? []).filter(({ rule }) => rules.includes(rule));
    return service === null ? [] : [{ ...row, ...rest, service, clocks: running }];
  });
}

export interface StoredDocuments {
  readonly service: EndedService | null;
  readonly documents: readonly NumberedDocument[];
  readonly dispatch: Dispatch | null;
}

const NOTHING: StoredDocuments = { service: null, documents: [], dispatch: null };

/** What there is of a request's documents after service. */
export const readDocuments = async (tx: Tx, requestId: string): Promise<StoredDocuments> =>
  (await readDocumentsOf(tx, [requestId])).get(requestId) ?? NOTHING;

/** The same of many requests, with as many statements as for one. */
async function readDocumentsOf(tx: Tx, requestIds: readonly string[]): Promise<Map<string, StoredDocuments>> {
  type Of<T> = T & { readonly requestId: string };
  const [ended, documents, dispatches] = await Promise.all([
    tx.sql<Of<{ service: EndedService }>>(
      'SELECT request_id AS "requestId", service FROM routing.ended_services WHERE request_id = ANY ($1::uuid[])',
      [requestIds],
    ),
    tx.sql<Of<NumberedDocument>>(
      `SELECT request_id AS "requestId", kind, number, dated FROM routing.service_documents
        WHERE request_id = ANY ($1::uuid[]) ORDER BY kind`,
      [requestIds],
    ),
    tx.sql<Of<Dispatch>>(
      `SELECT request_id AS "requestId", delivery, tracking_number AS "trackingNumber", at, by_name AS by
         FROM routing.document_dispatches WHERE request_id = ANY ($1::uuid[])`,
      [requestIds],
    ),
  ]);
  const sent = new Map(dispatches.map(({ requestId, ...dispatch }) => [requestId, dispatch]));
  const numbered = Map.groupBy(documents, ({ requestId }) => requestId);
  return new Map(
    ended.map(({ requestId, service }) => [
      requestId,
      {
        service,
        documents: (numbered.get(requestId) ?? []).map(({ requestId: _, ...document }) => document),
        dispatch: sent.get(requestId) ?? null,
      },
    ]),
  );
}
