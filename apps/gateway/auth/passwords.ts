import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default kind) with OWASP's figures: 19 MiB, 2 passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Passwords being worked on at once, and waiting: 19 MiB and some 20 ms of a core each. */
const AT_ONCE = 4;
const WAITING = 100;

/** More sign-ins at once than this process takes on: told as 429. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new TooBusy('Too many passwords are being checked');
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

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), cost));

let nobody: Promise<string> | undefined;

/** Checks a password; for an unknown login (`null`) it does the same work against nobody's hash, and the answer is no. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const against = passwordHash ?? (await nobody);
  const matches = await inTurn(() => verify(against, password.normalize('NFKC')));
  return matches && passwordHash !== null;
}
