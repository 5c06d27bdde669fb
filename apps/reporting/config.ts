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
  /** A service that turns questions into vectors (docs/guides/question-vectors.md); without one they are grouped by the built-in way. */
  QUESTION_VECTORS_URL: z.union([z.literal(''), HttpUrl]).default(''),
  QUESTION_VECTORS_TOKEN: z.string().default(''),
  /** The cosine from which two questions ask the same, where the service does not say. */
  QUESTION_VECTORS_ALIKE: z.coerce.number().min(0).max(1).default(0.75),
  /** Milliseconds that a batch of 256 questions may take. */
  QUESTION_VECTORS_TIMEOUT: z.coerce.number().int().min(100).max(120_000).default(10_000),
});
export type ReportingConfig = z.infer<typeof ReportingConfig>;
