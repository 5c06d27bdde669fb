import { ServiceConfig, SmtpUrl } from '@reglament/platform/config';
import type { z } from 'zod';

/** What intake is told by its environment, beside what every service is told. */
export const IntakeConfig = ServiceConfig.extend({
  /** The mail server that takes the letters to requesters. */
  SMTP_URL: SmtpUrl,
});
export type IntakeConfig = z.infer<typeof IntakeConfig>;
