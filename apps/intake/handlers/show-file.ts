import { Injectable } from '@nestjs/common';
import type { Language } from '@reglament/domain/regulation';
import { FileAnswer } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { fileOf } from '../store/files.ts';
import { refusalOf } from './refusals.ts';

/** Gives staff a file that came with a request. */
@Injectable()
export class ShowFile {
  constructor(private readonly database: Database) {}

  async handle(
    tenant: string,
    asked: { readonly requestId: string; readonly fileId: string },
    language: Language,
  ): Promise<Outcome<FileAnswer>> {
    const file = await this.database.tenant(tenant, (tx) => fileOf(tx, asked.requestId, asked.fileId));
    return file === null ? refuse(refusalOf('unknown-file', language)) : accept(new FileAnswer(file));
  }
}
