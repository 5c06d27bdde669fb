import { type Envelope, subjectOf } from '@reglament/contracts';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { headersOf } from '@reglament/platform/jetstream';
import { eraseWords } from './erase-words.ts';
import { renewRequests, touchedBy } from './renew.ts';
import { type EventRow, rowOf } from './row.ts';

/** An event as its service's outbox has it. */
export interface KeptEvent extends Envelope {
  /** JSON as it is published. */
  readonly payload: string;
  /** Its place in its stream; 0 while it has none. */
  readonly sequence: number;
}

/** The row that the archiver would make of this event's message. */
const rowOfKept = ({ payload, sequence, ...envelope }: KeptEvent): EventRow =>
  rowOf({
    stream: '',
    sequence,
    subject: subjectOf(envelope.source, envelope.tenant, envelope.type),
    headers: headersOf(envelope),
    data: new TextEncoder().encode(payload),
    storedAt: 0,
  });

/** Puts events into an archive and nothing else: current rows are made afterwards, by `renewTenant`. Twice is once. */
export async function insertEvents(house: ClickHouse, events: readonly KeptEvent[]): Promise<readonly EventRow[]> {
  const values = events.map(rowOfKept);
  if (values.length > 0)
    await house.client.insert({ table: `${house.database}.events`, format: 'JSONEachRow', values });
  return values;
}

/** Does with events all that the archiver does with messages: rows, the current rows of their requests, words of erased people. Twice is once. */
export async function feedEvents(house: ClickHouse, events: readonly KeptEvent[]): Promise<void> {
  const rows = await insertEvents(house, events);
  await renewRequests(
    house,
    rows.flatMap(({ tenant, payload }) => touchedBy(tenant, payload)),
  );
  const erased = rows.filter(({ type, fault }) => type === 'request.erased.v1' && fault === '');
  await eraseWords(
    house,
    erased.map((row) => ({ tenant: row.tenant, requestId: row.subject_id })),
  );
}
