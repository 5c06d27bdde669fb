import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits, in 43 letters that any address may carry. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of such a secret. Of one this long a plain SHA-256 is as good as any slow hash; what people choose needs `hashSecret`. */
export const digestOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
