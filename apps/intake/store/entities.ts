import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import type { Instant } from '@reglament/domain/time';
import { entitiesOf, InstantType } from '@reglament/platform/orm';

/** A moment: `timestamptz` in PostgreSQL, an Instant here. */
const moment = () => p.type(InstantType).$type<Instant>();

/** A request as it was submitted, with the status that routing last told. Owned by intake; never read by another service. */
export const RequestEntity = defineEntity({
  name: 'Request',
  schema: 'intake',
  tableName: 'requests',
  properties: {
    requestId: p.uuid().primary(),
    tenant: p.string(),
    number: p.string(),
    channel: p.string(),
    entryPoint: p.string(),
    category: p.string(),
    clientCategory: p.string().nullable(),
    product: p.string().nullable(),
    language: p.string(),
    urgent: p.boolean(),
    edition: p.string(),
    requesterName: p.string(),
    requesterEmail: p.string().nullable(),
    requesterPhone: p.string().nullable(),
    fields: p.json<Record<string, string>>(),
    text: p.text(),
    summary: p.string(),
    submittedAt: moment(),
    acceptedAt: moment(),
    registeredBy: p.string().nullable(),
    /** The call it was filed in, where callers are verified. */
    callId: p.uuid().nullable(),
    status: p.string(),
    statusAt: moment(),
    /** Since when it waits for an answer; null where the regulation shows no place in the queue, or it left unanswered. */
    waitsSince: moment().nullable(),
    servedAt: moment().nullable(),
    /** The edition whose rules of conduct were accepted with it. */
    acceptedRules: p.string().nullable(),
    /** The account it belongs to: the address in small letters; null where the regulation has no accounts. */
    owner: p.string().nullable(),
    /** Since when nothing about the person is kept. */
    erasedAt: moment().nullable(),
  },
});

/** One turn of the conversation between the requester and the hotline. */
export const MessageEntity = defineEntity({
  name: 'Message',
  schema: 'intake',
  tableName: 'messages',
  properties: {
    messageId: p.uuid().primary(),
    tenant: p.string(),
    requestId: p.uuid(),
    author: p.string(),
    authorName: p.string(),
    text: p.text(),
    at: moment(),
  },
});

/** A letter to the requester: written in the transaction that caused it, sent by a sweep. */
export const LetterEntity = defineEntity({
  name: 'Letter',
  schema: 'intake',
  tableName: 'letters',
  properties: {
    letterId: p.uuid().primary(),
    tenant: p.string(),
    requestId: p.uuid(),
    kind: p.string(),
    recipient: p.string(),
    language: p.string(),
    subject: p.text(),
    body: p.text(),
    createdAt: moment(),
    status: p.string(),
    attempts: p.integer(),
    nextAttemptAt: moment().nullable(),
    sentAt: moment().nullable(),
    failure: p.text().nullable(),
  },
});

/** The kind of letters that tell an addressee of the regulation of a breach of conduct; no requester gets one. */
export const incidentLetter = 'incident';

/** The kind of letters about a complaint: their `requestId` is the complaint's, and no page of the support may show them. */
export const complaintLetter = 'complaint';

/** The kind of letters with a sign-in code: no page of the support may show them, and their text is erased once sent. */
export const signInLetter = 'sign-in';

/** The kind of letters that confirm to a requester that they left; their `requestId` is the account's. */
export const leavingLetter = 'leaving';

/** The kind of letters about a block; their `requestId` is the block's. */
export const blockLetter = 'block';

/** Letters that are about no request: no clock and no statistic counts them. */
export const ownLetters: ReadonlySet<string> = new Set([
  incidentLetter,
  complaintLetter,
  signInLetter,
  leavingLetter,
  blockLetter,
]);

export type Request = InferEntity<typeof RequestEntity>;
export type Message = InferEntity<typeof MessageEntity>;
export type Letter = InferEntity<typeof LetterEntity>;

export const entities = entitiesOf([RequestEntity, MessageEntity, LetterEntity]);
