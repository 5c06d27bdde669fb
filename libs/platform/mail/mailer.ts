import { createTransport, type Transporter } from 'nodemailer';

/** A letter as it is handed over. What its headers say of the house is the sender's own matter. */
export interface Message {
  readonly letterId: string;
  readonly tenant: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: Buffer;
    readonly contentType: string;
  }[];
}

/** Hands letters to the mail server at `SMTP_URL`; a few connections, kept open. */
export class Mailer {
  private readonly transport: Transporter;

  /** @param url `smtp://` or `smtps://`, with credentials where the server asks for them */
  constructor(
    url: string,
    private readonly from: (tenant: string) => { name: string; address: string },
    maxConnections: number,
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections,
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    } as never);
  }

  /** @throws Error with `responseCode` where the server refused, or what the connection says */
  async send(message: Message): Promise<void> {
    const from = this.from(message.tenant);
    await this.transport.sendMail({
      from,
      to: message.recipient,
      subject: message.subject,
      text: message.body,
      // The same letter has the same id however often it is sent, so a repeated delivery can be recognised.
      messageId: `<${message.letterId}@${from.address.split('@')[1] ?? 'reglament.invalid'}>`,
      headers: { ...message.headers, 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
      ...(message.attachments === undefined ? {} : { attachments: [...message.attachments] }),
    });
  }

  close(): void {
    this.transport.close();
  }
}
