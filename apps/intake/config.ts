import { ServiceConfig, SmtpUrl } from '@reglament/platform/config';
import { z } from 'zod';

/** What intake is told by its environment, beside what every service is told. */
export const IntakeConfig = ServiceConfig.extend({
  /** The mail server that takes the letters to requesters. */
  SMTP_URL: SmtpUrl,
  /** Seeds the articles of `<dir>/articles.yaml`; absent in production. */
  DEMO_DIR: z.string().min(1).optional(),
});
export type IntakeConfig = z.infer<typeof IntakeConfig>;
