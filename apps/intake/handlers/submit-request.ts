import { Injectable } from '@nestjs/common';
import {
  admit,
  type Circumstances,
  isChat,
  type Promised,
  promises,
  type Submission,
} from '@reglament/domain/admission';
import type { Regulation } from '@reglament/domain/regulation';
import { displayNumber, maskPersonalData, spokenNumber, summarise } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, type Refusal, refuse } from '@reglament/platform/outcome';
import { Database, timestamp } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { ownerOf } from '../store/accounts.ts';
import { type AdmittedRequest, type Appended, appendRequests } from '../store/append-requests.ts';
import { type CallRow, callById } from '../store/calls.ts';
import { requestOfChat } from '../store/chats.ts';
import { ownersOf } from '../store/idempotency-keys.ts';
import type { NewLetter } from '../store/letters.ts';
import { refusedCaller } from './caller-refusals.ts';
import { Coalescer, QueueFull } from './coalescer.ts';
import { refusalOfFiles } from './files-at-hand.ts';
import { refusalOfBlocked } from './held-by-block.ts';
import { markRequester } from './mark-requester.ts';
import { digestOf, readSubmission } from './read-submission.ts';
import { refusalOf } from './refusals.ts';
import { WriteLetters } from './write-letters.ts';

/** Who files, beside what they say: nobody known on the public form, an operator on the phone, a system with an API key. */
export interface Filing {
  readonly tenant: string;
  readonly submission: Submission;
  readonly idempotencyKey: string | null;
  readonly registeredBy: string | null;
  /** The operator's call, where callers are verified. */
  readonly callId?: string | null;
  /** The chat that it is the beginning of. */
  readonly chatId?: string | null;
}

export interface Accepted {
  readonly requestId: string;
  readonly number: string;
  /** In groups, as it is printed. */
  readonly numberSpoken: string;
  /** Digit by digit in words, as an operator reads it out. */
  readonly numberWords: string;
  readonly acceptedAt: string;
  readonly promises: readonly Promised[];
  /** True when the same Idempotency-Key had already filed this request. */
  readonly repeated: boolean;
}

/** Files a request: asks the regulation, gives it a number and answers only after the commit is durable. */
@Injectable()
export class SubmitRequest {
  private readonly coalescer: Coalescer<AdmittedRequest, Appended>;

  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
    private readonly letters: WriteLetters,
  ) {
    this.coalescer = new Coalescer((tenant, requests) =>
      this.database.tenant(tenant, (tx) => appendRequests(tx, tenant, requests)),
    );
  }

  async handle(filing: Filing): Promise<Outcome<Accepted>> {
    const regulation = this.book.get(filing.tenant);
    if (!regulation) return refuse(refusalOf('unknown-hotline', filing.submission.language));
    const outcome = await this.fileUnder(regulation, filing);
    if (outcome.ok || outcome.refusal.code === 'too-busy') return outcome;
    return (await this.filedBefore(filing)) ?? outcome;
  }

  private async fileUnder(regulation: Regulation, filing: Filing): Promise<Outcome<Accepted>> {
    const read = readSubmission(regulation, filing.submission);
    if (!read.ok) return read;
    const submission = read.value;
    const call = await this.callOf(filing);
    if (call === undefined) return refusedCaller('unknown-call', submission.language);
    const verified = call !== null && call.verifiedAt !== null;
    const chat = await this.chatOf(regulation, filing);
    const admission = admit(regulation, submission, { verified, chat });
    if (!admission.admitted) return refuse(refusalOf(admission, submission.language));

    const blocked = await this.refusalOfBlocked(regulation, submission);
    if (blocked !== null) return refuse(blocked);
    const files = await this.refusalOfFiles(regulation, submission);
    if (files !== null) return refuse(files);
    const request = this.prepare(filing, submission, regulation, admission.urgent);
    try {
      const appended = await this.coalescer.submit(filing.tenant, request);
      if (appended.outcome === 'key-reused') return refuse(refusalOf('idempotency-key-reused', submission.language));
      return accept(this.answer(appended, submission, this.book.of(filing.tenant, appended.edition) ?? regulation));
    } catch (error) {
      if (error instanceof QueueFull) return refuse(refusalOf('too-busy', submission.language));
      throw error;
    }
  }

  /** The operator's own open call; null where none is named, undefined where it is not theirs or over. */
  private callOf({ tenant, callId, registeredBy }: Filing): Promise<CallRow | null | undefined> {
    if (callId == null) return Promise.resolve(null);
    return this.database.tenant(tenant, async (tx) => {
      const call = await callById(tx, callId);
      return call?.operator === registeredBy && call.endedAt === null ? call : undefined;
    });
  }

  /** Whether the chat that is named was begun by showing the instructions; null where none is. */
  private async chatOf(regulation: Regulation, filing: Filing): Promise<Circumstances['chat']> {
    const chatId = chatIdOf(regulation, filing);
    if (chatId === null) return null;
    const request = await this.database.tenant(filing.tenant, (tx) => requestOfChat(tx, chatId));
    return request === undefined ? 'unknown' : 'led';
  }

  /**
   * The answer to a repeated Idempotency-Key that the edition in force would refuse or read otherwise: the request stands under the
   * edition that it was filed under. Undefined where the key is new or was used for something else.
   */
  private async filedBefore(filing: Filing): Promise<Outcome<Accepted> | undefined> {
    const { tenant, submission } = filing;
    const inForce = this.book.get(tenant);
    const key = inForce && keyOf(inForce, filing);
    if (key == null) return undefined;
    const before = (await this.database.tenant(tenant, (tx) => ownersOf(tx, tenant, [key]))).get(key);
    const regulation = before && this.book.of(tenant, before.filed.edition);
    const read = regulation && readSubmission(regulation, submission);
    if (!before || !regulation || !read?.ok || digestOf(read.value) !== before.bodyHash) return undefined;
    return accept(this.answer({ outcome: 'repeated', ...before.filed }, read.value, regulation));
  }

  /** Whoever is blocked files by no way at all (kz-portal 30-19). */
  private refusalOfBlocked(regulation: Regulation, { requester, language }: Submission): Promise<Refusal | null> {
    if (regulation.blocking === null) return Promise.resolve(null);
    const person = { ...requester, language };
    return this.database.tenant(regulation.tenant, (tx) => refusalOfBlocked(tx, regulation, person, this.clock.now()));
  }

  private refusalOfFiles(regulation: Regulation, { attachments, language }: Submission): Promise<Refusal | null> {
    if (attachments.length === 0) return Promise.resolve(null);
    const sent = { fileIds: attachments, at: this.clock.now(), language };
    return this.database.tenant(regulation.tenant, (tx) => refusalOfFiles(tx, regulation, sent));
  }

  private prepare(filing: Filing, submission: Submission, regulation: Regulation, urgent: boolean): AdmittedRequest {
    const requestId = newId();
    const submittedAt = this.clock.now();
    const question = maskPersonalData(submission.text);
    const email = submission.requester.email;
    const key = keyOf(regulation, filing);
    return {
      ...submission,
      requestId,
      urgent,
      edition: regulation.edition.id,
      question,
      summary: summarise(question, 160),
      submittedAt,
      year: yearOf(submittedAt, regulation.calendar.timeZone),
      registeredBy: filing.registeredBy,
      acceptedRules: regulation.requesters.acceptance === null ? null : submission.acceptedRules,
      owner: regulation.requesters.accounts === null || email === null ? null : ownerOf(email),
      placed: regulation.requesters.place !== null,
      callId: filing.callId ?? null,
      chatId: chatIdOf(regulation, filing),
      marked: markRequester(regulation, submission.requester, [submission.text, ...Object.values(submission.fields)]),
      idempotency: key === null ? null : { key, bodyHash: digestOf(submission) },
      acknowledge:
        email === null ? null : (number) => this.acknowledge(regulation, submission, { email, number, submittedAt }),
    };
  }

  private acknowledge(
    regulation: Regulation,
    submission: Submission,
    to: { email: string; number: string; submittedAt: Instant },
  ): NewLetter | null {
    const { language, category } = submission;
    const addressee = { ...to, language, category, name: submission.requester.name };
    return this.letters.write(regulation, addressee, {
      kind: 'acknowledged',
      text: submission.text,
      promises: this.promised(regulation, submission, to.submittedAt),
    });
  }

  private promised(regulation: Regulation, submission: Submission, at: Instant): readonly Promised[] {
    const kind = regulation.categories.get(submission.category)?.kind ?? '';
    const calendar = this.book.calendar(regulation.tenant, regulation.edition.id);
    return promises(regulation, calendar, { ...submission, kind }, at, submission.language);
  }

  private answer(
    appended: Exclude<Appended, { outcome: 'key-reused' }>,
    submission: Submission,
    regulation: Regulation,
  ): Accepted {
    return {
      requestId: appended.requestId,
      number: appended.number,
      numberSpoken: displayNumber(appended.number),
      numberWords: spokenNumber(appended.number, submission.language),
      acceptedAt: timestamp(appended.submittedAt),
      promises: this.promised(regulation, submission, appended.submittedAt),
      repeated: appended.outcome === 'repeated',
    };
  }
}

const chatIdOf = (regulation: Regulation, { chatId, submission }: Filing): string | null =>
  isChat(regulation, submission) ? (chatId ?? null) : null;

/** A chat is one request, however often it is sent. */
const keyOf = (regulation: Regulation, filing: Filing): string | null =>
  chatIdOf(regulation, filing) ?? filing.idempotencyKey;

/** Registration numbers begin with the tenant's own year, not UTC's. */
function yearOf(at: Instant, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).year;
}
