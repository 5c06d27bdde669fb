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
  if (!(error instanceof Error) || depth > DEEPEST) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (network.has(code) || /^(08|53|57P0)/.test(code)) return true;
  if (messages.some((pattern) => pattern.test(error.message))) return true;
  if (error instanceof AggregateError && error.errors.some((each) => isOutage(each, depth + 1))) return true;
  return isOutage(error.cause, depth + 1);
}
