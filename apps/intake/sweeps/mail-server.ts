import { createTransport, type Transporter } from 'nodemailer';
import { complaintLetter, type Letter } from '../store/entities.ts';

/** The mail server said that this letter will never be taken: trying again is of no use. */
export class PermanentMailError extends Error {}

/** Hands letters to the mail server at `SMTP_URL`; a few connections, kept open. */
export class MailServer {
  private readonly transport: Transporter;

  /** @param url `smtp://` or `smtps://`, with credentials where the server asks for them */
  constructor(
    url: string,
    private readonly from: (tenant: string) => { name: string; address: string },
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    } as never);
  }

  /**
   * @throws PermanentMailError when the server refuses the letter for good (SMTP 5xx)
   * @throws Error when it may be tried again
   */
  async send(letter: Letter): Promise<void> {
    const from = this.from(letter.tenant);
    try {
      await this.transport.sendMail({
        from,
        to: letter.recipient,
        subject: letter.subject,
        text: letter.body,
        // The same letter has the same id however often it is sent, so a repeated delivery can be recognised.
        messageId: `<${letter.letterId}@${from.address.split('@')[1] ?? 'reglament.invalid'}>`,
        headers: {
          // A letter about a complaint names no tenant: the page that shows a tenant's letters to its staff must not have it.
          ...(letter.kind === complaintLetter
            ? {}
            : { 'X-Reglament-Tenant': letter.tenant, 'X-Reglament-Request': letter.requestId }),
          'Auto-Submitted': 'auto-generated',
          'Content-Language': letter.language,
        },
      });
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode;
      if (code !== undefined && code >= 500) throw new PermanentMailError((error as Error).message, { cause: error });
      throw error;
    }
  }

  close(): void {
    this.transport.close();
  }
}
