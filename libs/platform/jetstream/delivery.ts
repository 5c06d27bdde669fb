import type { JsMsg } from '@nats-io/jetstream';
import { type AnyEvent, definitionOf, type Envelope } from '@reglament/contracts';
import { envelopeOf, plainHeaders } from './headers.ts';

/** What a message turned out to be. */
export type Reading =
  | { readonly kind: 'event'; readonly event: AnyEvent }
  /** A type that this build does not know: counted and acknowledged. */
  | { readonly kind: 'unknown'; readonly envelope: Envelope }
  /** Not an event, or one that breaks its contract: a dead letter. */
  | { readonly kind: 'invalid'; readonly fault: string };

/** Reads headers and body of a message by the contracts. */
export function read(message: Pick<JsMsg, 'headers' | 'data'>): Reading {
  const read = envelopeOf(message.headers);
  if ('fault' in read) return { kind: 'invalid', fault: read.fault };
  return readBody(read.envelope, new TextDecoder().decode(message.data));
}

export function readBody(envelope: Envelope, body: string): Reading {
  const definition = definitionOf(envelope.type);
  if (definition === undefined) return { kind: 'unknown', envelope };
  if (definition.source !== envelope.source) {
    return { kind: 'invalid', fault: `${envelope.type} is said by ${definition.source}, not by ${envelope.source}` };
  }
  const json = parseJson(body);
  if (json === undefined) return { kind: 'invalid', fault: 'the body is not JSON' };
  const payload = definition.payload.safeParse(json);
  if (!payload.success) {
    const issues = payload.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return { kind: 'invalid', fault: issues.join('; ') };
  }
  return { kind: 'event', event: { ...envelope, payload: payload.data } as AnyEvent };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A message held by this process until it is acknowledged. */
export interface Held {
  /** The newest delivery of it: an older one's acknowledgement may no longer count. */
  message: JsMsg;
  readonly stream: string;
  readonly sequence: number;
  readonly reading: Reading;
  readonly since: number;
}

/** What a dead letter keeps of a message. */
export const remains = (message: JsMsg) => ({
  headers: JSON.stringify(plainHeaders(message.headers)),
  body: new TextDecoder().decode(message.data).replaceAll('\u0000', '\ufffd'),
});
