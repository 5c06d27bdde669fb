import { Mailer } from '@reglament/platform/mail';
import { complaintLetter, signInLetter } from '../store/entities.ts';
import type { Outgoing } from '../store/outgoing.ts';

/** The mail server said that this letter will never be taken: trying again is of no use. */
export class PermanentMailError extends Error {}

const CONNECTIONS = 4;

/** Hands letters to the mail server at `SMTP_URL`. */
export class MailServer {
  private readonly mailer: Mailer;

  constructor(url: string, from: (tenant: string) => { name: string; address: string }) {
    this.mailer = new Mailer(url, from, CONNECTIONS);
  }

  /**
   * @throws PermanentMailError when the server refuses the letter for good (SMTP 5xx)
   * @throws Error when it may be tried again
   */
  async send(letter: Outgoing): Promise<void> {
    try {
      await this.mailer.send({ ...messageOf(letter), headers: headersOf(letter) });
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode;
      if (code !== undefined && code >= 500) throw new PermanentMailError((error as Error).message, { cause: error });
      throw error;
    }
  }

  close(): void {
    this.mailer.close();
  }
}

const messageOf = ({ letterId, tenant, recipient, subject, body, language }: Outgoing) => ({
  letterId,
  tenant,
  recipient,
  subject,
  body,
  language,
});

/** Complaints and sign-in codes name no tenant: the page that shows a tenant's letters to its staff must not have them. */
const headersOf = (letter: Outgoing): Record<string, string> =>
  letter.kind === complaintLetter || letter.kind === signInLetter
    ? {}
    : { 'X-Reglament-Tenant': letter.tenant, 'X-Reglament-Request': letter.requestId };
