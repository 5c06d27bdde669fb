/** Codes of Node's network errors and PostgreSQL's classes 08 (connection), 53 (resources), 57 (shutting down). */
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);
const messages = [
  /^Connection terminated/,
  /timeout exceeded when trying to connect/,
  /^Client has encountered a connection error/,
];
const DEEPEST = 5;

/** Whether an error says that an engine is away, rather than that the code is wrong: told as 503, worth trying again. */
export function isOutage(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  const {
    code,
    syscall,
    message,
    cause,
    errors,
    isOutage: saysSo,
  } = error as {
    /** An error that knows it by itself. */
    isOutage?: unknown;
    code?: unknown;
    syscall?: unknown;
    message?: unknown;
    cause?: unknown;
    errors?: unknown;
  };
  if (saysSo === true) return true;
  // A local socket of an engine that is not there now.
  if (code === 'ENOENT' && syscall === 'connect') return true;
  if (typeof code === 'string' && (network.has(code) || /^(08|53|57P0)/.test(code))) return true;
  if (typeof message === 'string' && messages.some((pattern) => pattern.test(message))) return true;
  if (Array.isArray(errors) && errors.some((each) => isOutage(each, depth + 1))) return true;
  return isOutage(cause, depth + 1);
}
