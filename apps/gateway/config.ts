import { HttpUrl, HttpUrls, ServiceConfig } from '@reglament/platform/config';
import { z } from 'zod';

export const GatewayConfig = ServiceConfig.extend({
  /** Where each service listens, all instances; empty: the service is not served here. */
  INTAKE_URLS: HttpUrls.default([]),
  ROUTING_URLS: HttpUrls.default([]),
  SLA_URLS: HttpUrls.default([]),
  REPORTING_URLS: HttpUrls.default([]),
  /** The default set-up's mailbox; absent where letters really leave. */
  MAILBOX_URL: HttpUrl.optional(),
  /** The built console; absent: no pages are served. */
  CONSOLE_DIR: z.string().min(1).optional(),
  /** Seeds the staff of `<dir>/staff.yaml`; absent in production. */
  DEMO_DIR: z.string().min(1).optional(),
  /** The door itself: nobody in front of it is believed unless named. */
  TRUSTED_PROXIES: z.string().default(''),
});
export type GatewayConfig = z.infer<typeof GatewayConfig>;

/** The services behind the door, by the name in `/api/<name>/…`. */
export const upstreamsOf = (config: GatewayConfig): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ['intake', config.INTAKE_URLS],
    ['routing', config.ROUTING_URLS],
    ['sla', config.SLA_URLS],
    ['reporting', config.REPORTING_URLS],
  ]);
