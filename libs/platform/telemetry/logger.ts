import pino from 'pino';
import { currentTraceId } from './trace.ts';

/** One line of JSON each. `fields` first, then the sentence, as pino has it. */
export abstract class Logger {
  abstract fatal(fields: object, message?: string): void;
  abstract error(fields: object, message?: string): void;
  abstract warn(fields: object, message?: string): void;
  abstract info(fields: object, message?: string): void;
  abstract debug(fields: object, message?: string): void;
  abstract trace(fields: object, message?: string): void;
  abstract child(fields: object): Logger;
}

/** Names whose values never reach a log, at any of the first levels of what is logged. */
const secrets = [
  'password',
  'passwordHash',
  'token',
  'secret',
  'apiKey',
  'key',
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'x-csrf-token',
  'email',
  'phone',
  'contact',
];
const paths = secrets.flatMap((name) => {
  const step = /^[a-zA-Z]+$/.test(name) ? `.${name}` : `["${name}"]`;
  return [step.replace(/^\./, ''), `*${step}`, `*.*${step}`];
});

/** A URL with credentials, as engines' error messages like to quote it. */
const credentials = /\b([a-z][a-z0-9+.-]*:\/\/)[^/@\s]+@/gi;
const clean = (text: string): string => text.replace(credentials, '$1[…]@');

/** An error with its causes (up to 5), for a log: class, message, code, stack; nothing of what else hangs on it. */
export function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: clean(String(error)) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause !== undefined && depth < 5 ? { cause: describeError(error.cause, depth + 1) } : {};
  return { type: error.name, message: clean(error.message), ...code, stack: clean(error.stack ?? ''), ...cause };
}

/** Bytes of lines that wait while they cannot be written; later ones are lost. */
const MOST_WAITING = 1024 * 1024;

/** A log that cannot be written, on a full disk, must not end the service: what waits is written when there is room again. */
function standardOutput(): LoggerOptions['destination'] {
  const out = pino.destination({ fd: 1, sync: true, maxLength: MOST_WAITING });
  out.on('error', () => undefined);
  return out;
}

export interface LoggerOptions {
  readonly name: string;
  readonly instance: string;
  readonly level: string;
  /** Where lines go; standard output unless a test listens. */
  readonly destination?: { write(line: string): void };
}

/** The process's logger. Every line carries the service, its instance and, inside of a request or event, the trace. */
export function createLogger(options: LoggerOptions): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: { service: options.name, instance: options.instance },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths, censor: '[…]' },
    serializers: { err: describeError, error: describeError },
    mixin: () => {
      const traceId = currentTraceId();
      return traceId ? { traceId } : {};
    },
  };
  return pino(settings, options.destination ?? standardOutput());
}
