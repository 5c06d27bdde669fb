import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, EventOf, WorkCallAttemptedV1 } from '@reglament/contracts';
import { admitRecording } from '@reglament/domain/admission';
import type { Language, RecordingRules } from '@reglament/domain/regulation';
import { type Instant, isoOf } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { FileAnswer } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, type Refusal, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import type { Request } from '../store/entities.ts';
import {
  callsOf,
  insertRecording,
  noteCall,
  type RecordingFacts,
  type RequestCall,
  recordingOf,
  recordingsOf,
} from '../store/recordings.ts';
import { lockRequest, requestById } from '../store/requests.ts';
import { readAudio } from './read-audio.ts';
import { refusalOf, refusalOfFaults } from './refusals.ts';

export interface CallRecording {
  readonly requestId: string;
  readonly callId: string;
  readonly name: string;
  readonly content: Buffer;
}

/** Audio recordings of a request's calls: kept with the request, played to its staff (kuty 1.1). */
@Injectable()
export class Recordings {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  /** The calls of a request, each with its recordings. */
  list(caller: Principal, requestId: string, language: Language): Promise<Outcome<unknown>> {
    return this.database.tenant(caller.tenant, async (tx) => {
      const request = await requestById(tx, requestId);
      const rules = this.rulesFor(request);
      if (request === null || rules === null) return refuse(missing(request, language));
      const kept = await recordingsOf(tx, requestId);
      const calls = await callsOf(tx, request);
      return accept({ items: calls.map((call) => viewOf(call, kept)) });
    });
  }

  /** Keeps a recording with a call of the request. Bringing the same bytes again changes nothing and says the same. */
  async keep(caller: Principal, given: CallRecording, language: Language): Promise<Outcome<unknown>> {
    const { requestId, callId, name, content } = given;
    const audio = await readAudio(content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.database.tenant(caller.tenant, async (tx) => {
      // Locked, so that an erasure at the same moment either sees the recording or is seen.
      const request = await lockRequest(tx, requestId);
      const rules = this.rulesFor(request);
      if (request === null || rules === null) return refuse(missing(request, language));
      if (request.erasedAt != null) return refuse(refusalOf('request-erased', language));
      const call = (await callsOf(tx, request)).find((each) => each.callId === callId);
      if (call === undefined) return refuse(refusalOf('no-such-call', language));
      const kept = await recordingsOf(tx, requestId);
      const same = kept.find((each) => each.callId === callId && each.sha256 === sha256);
      if (same !== undefined) return accept(recordingView(same));
      const faults = admitRecording(rules, { bytes: content.length, audio, kept: kept.length }, language);
      if (faults.length > 0 || audio === null) return refuse(refusalOfFaults(faults, language));
      const by = actorOf(caller);
      const recording: RecordingFacts = {
        recordingId: newId(),
        callId,
        name,
        type: audio.type,
        bytes: content.length,
        lengthMs: audio.lengthMs ?? 0,
        sha256,
        keptAt: this.clock.now(),
        byKind: by.kind,
        byName: by.name,
      };
      await insertRecording(tx, requestId, { ...recording, content });
      say(tx, request, call, recording, by);
      return accept(recordingView(recording));
    });
  }

  async play(
    caller: Principal,
    asked: { readonly requestId: string; readonly recordingId: string },
    language: Language,
  ): Promise<Outcome<FileAnswer>> {
    const found = await this.database.tenant(caller.tenant, (tx) =>
      recordingOf(tx, asked.requestId, asked.recordingId),
    );
    return found === null ? refuse(refusalOf('unknown-recording', language)) : accept(new FileAnswer(found));
  }

  /** Routing told of a call to the requester: from now on a recording of it can be kept. In the inbox's transaction, so once. */
  note(tx: Tx, event: EventOf<typeof WorkCallAttemptedV1>): Promise<void> {
    const { requestId, outcome, by } = event.payload;
    const at = Date.parse(event.occurredAt) as Instant;
    return noteCall(tx, { callId: event.id, requestId, at, outcome, by: by.name });
  }

  /** What the edition of the request's filing says; null where that keeps no recordings. */
  private rulesFor(request: Request | null): RecordingRules | null {
    return request === null ? null : (this.book.of(request.tenant, request.edition)?.recordings ?? null);
  }
}

const missing = (request: Request | null, language: Language): Refusal =>
  refusalOf(request === null ? 'unknown-request' : 'no-recordings', language);

/** A telephone exchange acts by the name of its API key. */
const actorOf = ({ kind, subject, name }: Principal): Actor & { readonly kind: 'staff' | 'platform' } => ({
  kind: kind === 'staff' ? 'staff' : 'platform',
  id: subject,
  name,
});

function say(tx: Tx, { requestId }: Request, call: RequestCall, recording: RecordingFacts, by: Actor): void {
  const { recordingId, callId, type, bytes, lengthMs, sha256, keptAt } = recording;
  const of = { requestId, recordingId, callId, direction: call.direction, calledAt: isoOf(call.at) };
  const payload = { ...of, type, bytes, lengthMs, sha256, by };
  tx.append('request.recording-kept.v1', { subjectId: requestId, occurredAt: keptAt, payload });
}

const viewOf = ({ at, ...call }: RequestCall, kept: readonly RecordingFacts[]) => ({
  ...call,
  at: isoOf(at),
  recordings: kept.filter(({ callId }) => callId === call.callId).map(recordingView),
});

const recordingView = ({ keptAt, byKind, byName, callId: _, ...facts }: RecordingFacts) => ({
  ...facts,
  keptAt: isoOf(keptAt),
  by: { kind: byKind, name: byName },
});
