import type { Language } from '@reglament/domain/regulation';
import { Mailer } from '@reglament/platform/mail';

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

const CONNECTIONS = 2;

/** Hands the letters with reports to the mail server at `SMTP_URL`, their files attached. */
export class ReportMail {
  private readonly mailer: Mailer;

  constructor(url: string, from: (tenant: string) => { name: string; address: string }) {
    this.mailer = new Mailer(url, from, CONNECTIONS);
  }

  /** @throws Error with `responseCode` where the server refused, or what the connection says */
  async send({
    letter_id,
    report_id,
    files,
    tenant,
    recipient,
    subject,
    body,
    language,
  }: ReportLetterRow): Promise<void> {
    await this.mailer.send({
      letterId: letter_id,
      tenant,
      recipient,
      subject,
      body,
      language,
      headers: { 'X-Reglament-Tenant': tenant, 'X-Reglament-Report': report_id },
      attachments: files.map((file) => ({
        filename: fileName(tenant, file.first_date, file.language, file.format),
        content: file.bytes,
        contentType: TYPES[file.format],
      })),
    });
  }

  close(): void {
    this.mailer.close();
  }
}

/** `ovk-2026-10-ru.pdf`: Latin letters, so that it survives every mail program. */
export const fileName = (tenant: string, firstDate: string, language: string, format: string): string =>
  `${tenant}-${firstDate.slice(0, 7)}-${language}.${format}`;
