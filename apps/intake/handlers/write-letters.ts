import { Inject, Injectable } from '@nestjs/common';
import { composeLetter, type LetterMatter } from '@reglament/domain/letters';
import type { Language, Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import { CONFIG } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import type { IntakeConfig } from '../config.ts';
import type { NewLetter } from '../store/letters.ts';

/** What a letter needs to know of the request it is about. */
export interface Addressee {
  readonly email: string;
  readonly language: Language;
  readonly name: string;
  readonly number: string;
  readonly category: string;
  readonly submittedAt: Instant;
}

/** Writes letters by the regulation's templates; knows only where the status page is. */
@Injectable()
export class WriteLetters {
  private readonly publicUrl: string;

  constructor(@Inject(CONFIG) config: IntakeConfig) {
    this.publicUrl = config.PUBLIC_URL.replace(/\/$/, '');
  }

  /** @returns null where the regulation knows no such letter */
  write(regulation: Regulation, to: Addressee, matter: LetterMatter): NewLetter | null {
    const about = {
      language: to.language,
      requester: to.name,
      number: to.number,
      category: to.category,
      submittedAt: to.submittedAt,
      statusUrl: `${this.publicUrl}${statusPath(regulation.tenant, to.number)}`,
    };
    const composed = composeLetter(regulation, about, matter);
    return composed && { letterId: newId(), recipient: to.email, ...composed };
  }
}

/** Where a requester follows a request, under the platform's public address. */
export const statusPath = (tenant: string, number: string): string => `/h/${tenant}/status?number=${number}`;
