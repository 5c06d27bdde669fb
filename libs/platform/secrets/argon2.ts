import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default kind) with OWASP's figures: 19 MiB, 2 passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Secrets being worked on at once, and waiting: 19 MiB and some 20 ms of a core each. */
const AT_ONCE = 4;
const WAITING = 100;

/** More secrets at once than this process takes on: told as 429. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new TooBusy('Too many secrets are being checked');
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

/**
 * What is kept of a password or a key phrase: it cannot be read back.
 * @throws TooBusy
 */
export const hashSecret = (secret: string): Promise<string> => inTurn(() => hash(secret.normalize('NFKC'), cost));

let nobody: Promise<string> | undefined;

/**
 * Checks a secret; where there is none to check against (`null`) it does the same work against nobody's hash, and the answer is no.
 * @throws TooBusy
 */
export async function secretMatches(secret: string, secretHash: string | null): Promise<boolean> {
  nobody ??= hashSecret('nobody has this secret');
  const against = secretHash ?? (await nobody);
  const matches = await inTurn(() => verify(against, secret.normalize('NFKC')));
  return matches && secretHash !== null;
}
