import { HttpUrl, ServiceConfig, SmtpUrl } from '@reglament/platform/config';
import { z } from 'zod';

export const ReportingConfig = ServiceConfig.extend({
  /** The mail server that takes reports to the managers. */
  SMTP_URL: SmtpUrl,
  /** `http://user:password@host:port` of ClickHouse. */
  CLICKHOUSE_URL: HttpUrl,
  CLICKHOUSE_DATABASE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,62}$/)
    .default('reglament'),
});
export type ReportingConfig = z.infer<typeof ReportingConfig>;
