import type { Actor } from '@reglament/contracts';
import {
  type DocumentKind,
  documentNumber,
  type EndedService,
  type NumberedDocument,
} from '@reglament/domain/service-documents';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

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

export interface StoredDocuments {
  readonly service: EndedService | null;
  readonly documents: readonly NumberedDocument[];
  readonly dispatch: Dispatch | null;
}

/** What there is of a request's documents after service. */
export async function readDocuments(tx: Tx, requestId: string): Promise<StoredDocuments> {
  const [ended] = await tx.sql<{ service: EndedService }>(
    'SELECT service FROM routing.ended_services WHERE request_id = $1::uuid',
    [requestId],
  );
  const documents = await tx.sql<NumberedDocument & Record<string, unknown>>(
    'SELECT kind, number, dated FROM routing.service_documents WHERE request_id = $1::uuid ORDER BY kind',
    [requestId],
  );
  const [dispatch] = await tx.sql<Dispatch & Record<string, unknown>>(
    `SELECT delivery, tracking_number AS "trackingNumber", at, by_name AS by FROM routing.document_dispatches
      WHERE request_id = $1::uuid`,
    [requestId],
  );
  return { service: ended?.service ?? null, documents, dispatch: dispatch ?? null };
}
