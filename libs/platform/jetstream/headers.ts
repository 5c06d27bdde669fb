import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { Envelope } from '@reglament/contracts';

/** The envelope as CloudEvents attributes in binary mode, each a NATS header. */
export function headersOf(envelope: Envelope): MsgHdrs {
  const all = headers();
  all.set('ce-specversion', '1.0');
  all.set('ce-id', envelope.id);
  all.set('ce-type', envelope.type);
  all.set('ce-source', envelope.source);
  all.set('ce-subject', envelope.subjectId);
  all.set('ce-time', envelope.occurredAt);
  all.set('ce-tenant', envelope.tenant);
  all.set('content-type', 'application/json');
  if (envelope.traceparent !== undefined) all.set('traceparent', envelope.traceparent);
  return all;
}

/** Reads the envelope back. @returns what is wrong with it as a sentence, when it is not one of ours */
export const envelopeOf = (all: MsgHdrs | undefined): { envelope: Envelope } | { fault: string } =>
  parse((name) => all?.get(name));

/** The same from headers kept as plain data. */
export const envelopeFrom = (all: Readonly<Record<string, string>>): { envelope: Envelope } | { fault: string } =>
  parse((name) => all[name]);

function parse(header: (name: string) => string | undefined): { envelope: Envelope } | { fault: string } {
  const traceparent = header('traceparent');
  const parsed = Envelope.safeParse({
    id: header('ce-id'),
    type: header('ce-type'),
    source: header('ce-source'),
    tenant: header('ce-tenant'),
    subjectId: header('ce-subject'),
    occurredAt: header('ce-time'),
    ...(traceparent ? { traceparent } : {}),
  });
  if (parsed.success) return { envelope: parsed.data };
  return {
    fault: `the headers are not an envelope: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
  };
}

/** All headers as plain data, to keep with a dead letter. */
export const plainHeaders = (all: MsgHdrs | undefined): Record<string, string> =>
  Object.fromEntries((all?.keys() ?? []).map((key) => [key, all?.get(key) ?? '']));
