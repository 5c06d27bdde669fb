import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { admitFile } from '@reglament/domain/admission';
import type { Language } from '@reglament/domain/regulation';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { type FileFacts, insertFile } from '../store/files.ts';
import { typeOf } from './file-type-of.ts';
import { refusalOf, refusalOfFaults } from './refusals.ts';

/** A file as it was sent, before it belongs to anything. */
export interface Upload {
  readonly tenant: string;
  readonly name: string;
  readonly content: Buffer;
  readonly language: Language;
}

/**
 * Keeps a file until a request or a message names it (edoc 12, kz-portal 30-18). Its id is its secret: who has it may send
 * the file with a request of this hotline. What it is, is told from its bytes.
 */
@Injectable()
export class KeepFile {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  async handle({ tenant, name, content, language }: Upload): Promise<Outcome<FileFacts>> {
    const regulation = this.book.get(tenant);
    if (!regulation) return refuse(refusalOf('unknown-hotline', language));
    const type = await typeOf(content);
    const faults = admitFile(regulation, { bytes: content.length, type }, language);
    if (faults.length > 0 || type === null) return refuse(refusalOfFaults(faults, language));
    const facts = { fileId: newId(), name, type, bytes: content.length };
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.database.tenant(tenant, (tx) =>
      insertFile(tx, tenant, { ...facts, sha256, content, uploadedAt: this.clock.now(), requestId: null }),
    );
    return accept(facts);
  }
}
