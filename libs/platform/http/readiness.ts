const WITHIN_MS = 2_000;

/** Whether this process can do its work now. Whoever owns a connection adds its check. */
export class Readiness {
  readonly #checks = new Map<string, () => unknown>();
  #leaving = false;

  /** `check` throws or rejects when it is not well; it has two seconds. */
  add(name: string, check: () => unknown): void {
    this.#checks.set(name, check);
  }

  /** From now on the answer is no: the process drains. */
  leave(): void {
    this.#leaving = true;
  }

  async ask(): Promise<{ ready: boolean; checks: Record<string, 'ok' | 'failed'> }> {
    const entries = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, (await passes(check)) ? 'ok' : 'failed'] as const),
    );
    return {
      ready: !this.#leaving && entries.every(([, state]) => state === 'ok'),
      checks: Object.fromEntries(entries),
    };
  }
}

async function passes(check: () => unknown): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS, false);
  });
  const answer = Promise.try(check).then(
    () => true,
    () => false,
  );
  const passed = await Promise.race([answer, timeout]);
  clearTimeout(timer);
  return passed;
}
