import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65535);
/** `nats://…`, `postgres://…`: a URL whose scheme is one of those given. */
const urlOf = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.replace(':', '')), {
    message: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });

export const HttpUrl = urlOf('http', 'https');
export const PostgresUrl = urlOf('postgres', 'postgresql');
export const NatsUrl = urlOf('nats', 'tls');
export const SmtpUrl = urlOf('smtp', 'smtps');
/** `http://a:1,http://b:2`: one or more upstreams; an empty text is an empty list. */
export const HttpUrls = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim().replace(/\/$/, ''))
      .filter((part) => part !== ''),
  )
  .pipe(z.array(HttpUrl));
/** `on` or `off`. */
export const Switch = z.enum(['on', 'off']).transform((value) => value === 'on');

/** What every service is told, whatever else it needs. Extend it: `ServiceConfig.extend({ SMTP_URL: SmtpUrl })`. */
export const ServiceConfig = z.object({
  PORT: Port,
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Which of several instances of the service this is; it names the process in logs and metrics. */
  INSTANCE: z.string().min(1).default('1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATABASE_URL: PostgresUrl,
  SYSTEM_DATABASE_URL: PostgresUrl,
  NATS_URL: NatsUrl,
  GATEWAY_URL: HttpUrl,
  PUBLIC_URL: HttpUrl.default('http://127.0.0.1:8080'),
  REGULATIONS_DIR: z.string().min(1).default('regulations'),
  /** The platform's clock: `now = start + (real − origin) × speed`. Absent: real time. */
  CLOCK_START: z.string().optional(),
  CLOCK_SPEED: z.coerce.number().positive().optional(),
  CLOCK_ORIGIN: z.string().optional(),
  /** Largest request body in bytes. */
  BODY_LIMIT: z.coerce.number().int().min(1024).max(16_777_216).default(262_144),
  /** Which peers may say whom they speak for (`X-Forwarded-For`): addresses, ranges, `loopback`, `uniquelocal`; empty: none. */
  TRUSTED_PROXIES: z.string().default('loopback,uniquelocal'),
  /** Per-route limits by address. Off only for measuring on a machine of one's own. */
  RATE_LIMITS: Switch.default(true),
});
export type ServiceConfig = z.infer<typeof ServiceConfig>;
