import { createHash } from 'node:crypto';
import { definitionOf } from '@reglament/contracts';
import { envelopeOf } from '@reglament/platform/jetstream';

/** What the archive needs of a message from a stream. */
export interface Delivered {
  readonly stream: string;
  readonly sequence: number;
  readonly subject: string;
  readonly headers: Parameters<typeof envelopeOf>[0];
  readonly data: Uint8Array;
  /** When the stream took it, in ms since 1970: the moment of an event whose own is unreadable. */
  readonly storedAt: number;
}

/** A row of `events`, as JSONEachRow wants it. */
export interface EventRow {
  readonly tenant: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly id: string;
  readonly source: string;
  readonly subject_id: string;
  readonly payload: string;
  readonly traceparent: string;
  /** Empty when all is well; else why the event is kept but counted nowhere. */
  readonly fault: string;
  readonly stream_seq: number;
}

const LONGEST_FAULT = 500;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The row for a message. Nothing is left out: an unknown type is kept as it came, an event that is not what its type
 * promises is kept with its fault. The same message always gives the same row.
 */
export function rowOf(message: Delivered): EventRow {
  const payload = new TextDecoder().decode(message.data);
  const [, source = '', tenant = '', ...type] = message.subject.split('.');
  const read = envelopeOf(message.headers);
  if ('envelope' in read) {
    const { envelope } = read;
    return {
      tenant: envelope.tenant,
      type: envelope.type,
      occurred_at: envelope.occurredAt,
      id: envelope.id,
      source: envelope.source,
      subject_id: envelope.subjectId,
      payload,
      traceparent: envelope.traceparent ?? '',
      fault: faultOf(envelope.type, envelope.tenant === tenant, payload),
      stream_seq: message.sequence,
    };
  }
  const id = message.headers?.get('ce-id') ?? '';
  return {
    tenant,
    type: type.join('.'),
    occurred_at: new Date(message.storedAt).toISOString(),
    id: UUID.test(id) ? id : idFrom(`${message.stream}:${message.sequence}`),
    source,
    subject_id: message.headers?.get('ce-subject') ?? '',
    payload,
    traceparent: '',
    fault: read.fault.slice(0, LONGEST_FAULT),
    stream_seq: message.sequence,
  };
}

function faultOf(type: string, sameTenant: boolean, payload: string): string {
  if (!sameTenant) return 'the subject and the header name different tenants';
  const definition = definitionOf(type);
  if (definition === undefined) return '';
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return 'the payload is not JSON';
  }
  const parsed = definition.payload.safeParse(json);
  if (parsed.success) return '';
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return `the payload is not a ${type}: ${places.join('; ')}`.slice(0, LONGEST_FAULT);
}

/** A UUID that is the same for the same text. */
function idFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
