import { Injectable } from '@nestjs/common';
import type { Language } from '@reglament/domain/regulation';
import { FileAnswer } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { fileOf } from '../store/files.ts';
import { refusalOf } from './refusals.ts';
import { type Access, openRequest } from './request-access.ts';

/** Gives a requester a file of their own request, theirs or the staff's, by what opens the request's page. */
@Injectable()
export class ShowOwnFile {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
  ) {}

  async handle(asked: Access & { tenant: string; fileId: string; language: Language }): Promise<Outcome<FileAnswer>> {
    const { tenant, fileId, language } = asked;
    const regulation = this.book.get(tenant);
    if (!regulation) return refuse(refusalOf('unknown-hotline', language));
    return this.database.tenant(tenant, async (tx) => {
      const request = await openRequest(tx, regulation, asked);
      if (!request) return refuse(refusalOf('unknown-request', language));
      const file = await fileOf(tx, request.requestId, fileId);
      return file === null ? refuse(refusalOf('unknown-file', language)) : accept(new FileAnswer(file));
    });
  }
}
