import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '@reglament/contracts';

import { type LetterMatter, silenceMessage } from '@reglament/domain/letters';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { type Instant, localDate } from '@reglament/domain/time';
import { Batch, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { Logger } from '@reglament/platform/telemetry';
import { addToFeed } from '../store/accounts.ts';
import { countOnDay } from '../store/articles.ts';
import { addLetters, type Due } from '../store/letters.ts';
import { addSaid, lockWorked, type Said, saveWorked, type Worked } from '../store/worked.ts';
import { attachAnswerFiles, type NamesByMessage } from './attach-answer-files.ts';
import { keepPlace } from './keep-place.ts';
import { WriteLetters } from './write-letters.ts';

/** What one fact of work means for the requester: the status they see, the words added, the letter written. */
interface Consequence {
  readonly status?: string;
  readonly message?: {
    readonly id: string;
    readonly by: string;
    readonly text: string;
    readonly author?: 'platform';
  };
  readonly letter?: LetterMatter;
}

type Reading = {
  [T in AnyEvent['type']]?: (
    event: Extract<AnyEvent, { type: T }>,
    regulation: Regulation,
    language: Language,
  ) => Consequence;
};

/** Every fact of work that the requester learns of, and how. Facts not listed concern staff only. */
const readings: Reading = {
  'work.assigned.v1': () => ({ status: 'assigned' }),
  'work.resumed.v1': () => ({ status: 'assigned' }),
  'work.reopened.v1': () => ({ status: 'assigned' }),
  'work.postponed.v1': ({ payload: p }) => ({
    status: 'postponed',
    letter: {
      ...{ kind: 'postponed', reason: p.reason, text: p.note ?? '', ...clauseOf(p) },
      ...(p.until === null ? {} : { until: Date.parse(p.until) as Instant }),
    },
  }),
  'work.postponement-ended.v1': () => ({ status: 'assigned' }),
  'work.deadline-set.v1': ({ payload: p }) =>
    p.told
      ? {
          letter: { kind: 'deadline-set', dueAt: Date.parse(p.dueAt) as Instant, text: p.note ?? '', agent: p.by.name },
        }
      : {},
  'work.replied.v1': ({ payload: p }) => ({
    message: { id: p.messageId, by: p.by.name, text: p.text },
    letter: { kind: 'replied', text: p.text, agent: p.by.name },
  }),
  'work.information-requested.v1': ({ payload: p }) => ({
    status: 'waiting',
    message: { id: p.messageId, by: p.by.name, text: p.text },
    letter: { kind: 'information-requested', text: p.text, agent: p.by.name },
  }),
  'work.handed-over.v1': ({ payload: p }) => ({
    status: 'handed-over',
    letter: { kind: 'handed-over', vendor: p.to, ...clauseOf(p) },
  }),
  'work.resolved.v1': ({ payload: p }) => ({
    status: 'resolved',
    ...(p.messageId !== null && p.text !== null ? { message: { id: p.messageId, by: p.by.name, text: p.text } } : {}),
    letter: { kind: 'resolved', text: p.text ?? '', agent: p.by.name },
  }),
  'work.cancelled.v1': ({ id, payload: p }, regulation, language) => ({
    status: 'cancelled',
    // edoc 15: who was silent finds the prescribed words and what has been done in the conversation too.
    ...(p.reason === regulation.silence?.reason && p.note !== null
      ? { message: { id, author: 'platform', by: '', text: silenceMessage(regulation, language, p.note) } }
      : {}),
    letter:
      // ovk 2.9: a request cancelled because nobody answered the calls has a letter of its own.
      p.reason === regulation.calls?.reason
        ? { kind: 'unreachable', reason: p.reason, attempts: regulation.calls.attempts, ...clauseOf(p) }
        : { kind: 'cancelled', reason: p.reason, text: p.note ?? '', ...clauseOf(p) },
  }),
  'work.declined.v1': ({ payload: p }) => ({
    status: 'declined',
    letter: { kind: 'declined', reason: p.reason, text: p.text ?? '', clause: p.clause },
  }),
};

const clauseOf = (payload: { clause: string | null }) => (payload.clause === null ? {} : { clause: payload.clause });

/** The event types this service listens to. */
export const workTypes = Object.keys(readings) as AnyEvent['type'][];

/** What a group of facts comes to, to be written together. */
interface Effects {
  readonly changed: Set<Worked>;
  readonly said: Said[];
  readonly letters: Due[];
  readonly files: NamesByMessage;
}

/**
 * Keeps the requester's side true to what staff did: status, conversation, letters, in the inbox's own transaction. Facts that share it are applied
 * in their order and written with a statement for each of the three, however many they are.
 */
@Injectable()
export class ApplyWork {
  private readonly batch = new Batch<AnyEvent>((tx, events) => this.applyAll(tx, events));

  constructor(
    private readonly book: RegulationBook,
    private readonly letters: WriteLetters,
    private readonly logger: Logger,
  ) {}

  handle(tx: Tx, event: AnyEvent): void {
    this.batch.add(tx, event);
  }

  private async applyAll(tx: Tx, events: readonly AnyEvent[]): Promise<void> {
    const requests = await lockWorked(tx, [...new Set(events.map((event) => event.subjectId))]);
    const known = new Map(requests.map((request) => [request.requestId, request]));
    // A fact that comes late brings no file back to a request that was erased.
    const kept = events.filter((event) => known.get(event.subjectId)?.erasedAt === null);
    const files = await attachAnswerFiles(tx, kept, this.logger);
    const effects: Effects = { changed: new Set(), said: [], letters: [], files };
    for (const event of events) {
      const request = known.get(event.subjectId);
      if (!request)
        throw new Error(`${event.type} ${event.id} is about request ${event.subjectId}, which intake never accepted`);
      await this.apply(tx, event, request, effects);
    }
    await Promise.all([
      saveWorked(tx, [...effects.changed]),
      addSaid(tx, effects.said),
      addLetters(tx, effects.letters),
    ]);
  }

  private async apply(tx: Tx, event: AnyEvent, request: Worked, effects: Effects): Promise<void> {
    const read = readings[event.type] as ((e: AnyEvent, r: Regulation, l: Language) => Consequence) | undefined;
    const regulation = this.book.of(event.tenant, request.edition);
    if (!read || !regulation) return;
    const consequence = read(event, regulation, request.language);
    const at = Date.parse(event.occurredAt) as Instant;
    if (event.type === 'work.replied.v1' && event.payload.articleId !== undefined) {
      // Counted once: the inbox lets each event in once, and both commit together (edoc 14).
      await countOnDay(tx, event.payload.articleId, localDate(at, regulation.calendar.timeZone), 'answered');
    }
    const tookStatus = takeStatus(request, consequence.status, at);
    const keptPlace = keepPlace(request, event.type, at);
    if (tookStatus || keptPlace) effects.changed.add(request);
    await tellFeed(tx, event.id, request, consequence, at);
    // A fact that comes late brings no words back to a request that was erased.
    if (request.erasedAt !== null) return;
    const { requestId, email } = request;
    const { message } = consequence;
    if (message) {
      const { id: messageId, by: name, text, author = 'staff' } = message;
      effects.said.push({ messageId, requestId, author, name, text, at });
    }
    const matter = consequence.letter && { ...consequence.letter, files: effects.files.get(message?.id ?? '') ?? [] };
    const letter = matter && email ? this.letters.write(regulation, { ...request, email }, matter) : null;
    if (letter) effects.letters.push({ requestId, at, letter });
  }
}

/** The account's feed tells the same; its line has the id of the fact, so that a repetition adds nothing. */
async function tellFeed(tx: Tx, id: string, request: Worked, { status, message }: Consequence, at: Instant) {
  const { owner, number } = request;
  const answered = message !== undefined && message.author !== 'platform';
  if (!owner || (!answered && status === undefined)) return;
  const kind = answered ? (status === 'waiting' ? 'asked' : 'answered') : 'status';
  const data = { ...(status === undefined ? {} : { status }), ...(answered ? { by: message.by } : {}) };
  await addToFeed(tx, { entryId: id, owner, at, kind, number, data });
}

/** The latest fact wins, whatever the order of arrival; a withdrawal by the requester stands. @returns whether anything changed */
function takeStatus(request: Worked, status: string | undefined, at: Instant): boolean {
  if (status === undefined || request.status === 'withdrawn' || at < request.statusAt) return false;
  request.status = status;
  request.statusAt = at;
  return true;
}
