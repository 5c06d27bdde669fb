import type { LoggerService } from '@nestjs/common';
import { describeError, type Logger } from '../telemetry/index.ts';

/** Nest's own messages as lines of the same log; its start-up chatter at debug level. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown, ...rest: unknown[]) => logger.debug(contextOf(rest), String(message)),
  debug: (message: unknown, ...rest: unknown[]) => logger.debug(contextOf(rest), String(message)),
  verbose: (message: unknown, ...rest: unknown[]) => logger.trace(contextOf(rest), String(message)),
  warn: (message: unknown, ...rest: unknown[]) => logger.warn(contextOf(rest), String(message)),
  error: (message: unknown, ...rest: unknown[]) =>
    logger.error({ ...contextOf(rest), err: describeError(message) }, 'Nest reports an error'),
  fatal: (message: unknown, ...rest: unknown[]) =>
    logger.fatal({ ...contextOf(rest), err: describeError(message) }, 'Nest reports an error'),
});

const contextOf = (rest: readonly unknown[]): object => {
  const last = rest.at(-1);
  return typeof last === 'string' && last.length < 100 ? { context: last } : {};
};
