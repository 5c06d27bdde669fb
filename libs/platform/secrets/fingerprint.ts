import { createHmac, randomBytes } from 'node:crypto';

/** A salt of 96 bits as 16 letters: one for each time something is marked. */
export const newSalt = (): string => randomBytes(12).toString('base64url');

/**
 * 16 bits of HMAC-SHA-256, as four hexadecimal digits: enough to tell own from other in a message, too few to find out what was
 * marked by trying everything that it could be.
 */
export const fingerprintOf = (salt: string, mark: string): string =>
  createHmac('sha256', salt).update(mark).digest('hex').slice(0, 4);

/** The fingerprints of many, each once, in an order that says nothing. */
export const fingerprintsOf = (salt: string, marks: readonly string[]): string[] =>
  [...new Set(marks.map((mark) => fingerprintOf(salt, mark)))].sort();
