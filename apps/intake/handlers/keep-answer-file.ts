import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { admitFile } from '@reglament/domain/admission';
import type { Language } from '@reglament/domain/regulation';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { type FileFacts, insertFile } from '../store/files.ts';
import { lockRequest } from '../store/requests.ts';
import { typeOf } from './file-type-of.ts';
import { refusalOf, refusalOfFaults } from './refusals.ts';

/** A file for the requester, before a message names it. */
export interface AnswerFile {
  readonly requestId: string;
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Keeps a file that staff want to send with a message. It is bound to its request from the start, and routing is told of it: so routing can
 * refuse an id that is of no such file before anything is sent, without asking this service and without believing the browser. What a
 * requester brought is never told, so nobody sends it in the hotline's name.
 */
@Injectable()
export class KeepAnswerFile {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  async handle(caller: Principal, given: AnswerFile, language: Language): Promise<Outcome<FileFacts>> {
    const { requestId, name, content } = given;
    const type = await typeOf(content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.database.tenant(caller.tenant, async (tx) => {
      // Locked, so that an erasure at the same moment either sees the file or is seen.
      const request = await lockRequest(tx, requestId);
      const regulation = request === null ? undefined : this.book.of(caller.tenant, request.edition);
      if (request === null || regulation === undefined) return refuse(refusalOf('unknown-request', language));
      if (request.erasedAt != null) return refuse(refusalOf('request-erased', language));
      const faults = admitFile(regulation, { bytes: content.length, type }, language);
      if (faults.length > 0 || type === null) return refuse(refusalOfFaults(faults, language));
      const facts = { fileId: newId(), name, type, bytes: content.length };
      const at = this.clock.now();
      await insertFile(tx, caller.tenant, { ...facts, sha256, content, uploadedAt: at, requestId });
      const by = { kind: 'staff', id: caller.subject, name: caller.name } as const;
      const payload = { requestId, fileId: facts.fileId, type, bytes: facts.bytes, sha256, by };
      tx.append('request.file-kept.v1', { subjectId: requestId, occurredAt: at, payload });
      return accept(facts);
    });
  }
}
