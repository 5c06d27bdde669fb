import type { Language } from '@reglament/domain/regulation';
import { createTransport, type Transporter } from 'nodemailer';

export interface ReportLetterRow {
  readonly tenant: string;
  readonly letter_id: string;
  readonly report_id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
  readonly attempts: number;
  readonly files: readonly {
    readonly language: string;
    readonly format: 'pdf' | 'xlsx';
    readonly bytes: Buffer;
    readonly first_date: string;
  }[];
}

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Hands the letters with reports to the mail server at `SMTP_URL`, their files attached. */
export class ReportMail {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: (tenant: string) => { name: string; address: string },
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    } as never);
  }

  /** @throws Error with `responseCode` where the server refused, or what the connection says */
  async send(letter: ReportLetterRow): Promise<void> {
    const from = this.from(letter.tenant);
    await this.transport.sendMail({
      from,
      to: letter.recipient,
      subject: letter.subject,
      text: letter.body,
      // The same letter has the same id however often it is sent.
      messageId: `<${letter.letter_id}@${from.address.split('@')[1] ?? 'reglament.invalid'}>`,
      headers: {
        'X-Reglament-Tenant': letter.tenant,
        'X-Reglament-Report': letter.report_id,
        'Auto-Submitted': 'auto-generated',
        'Content-Language': letter.language,
      },
      attachments: letter.files.map(({ language, format, bytes, first_date }) => ({
        filename: fileName(letter.tenant, first_date, language, format),
        content: bytes,
        contentType: TYPES[format],
      })),
    });
  }

  close(): void {
    this.transport.close();
  }
}

/** `ovk-2026-10-ru.pdf`: Latin letters, so that it survives every mail program. */
export const fileName = (tenant: string, firstDate: string, language: string, format: string): string =>
  `${tenant}-${firstDate.slice(0, 7)}-${language}.${format}`;
