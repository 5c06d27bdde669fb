/** How much of a promise is left, as a moderator reads it. Times are milliseconds; `now` is the platform's. */
export interface Remaining {
  readonly tone: 'normal' | 'warned' | 'expired';
  /** Whole seconds left, negative once the time is up. */
  readonly seconds: number;
}

/** Reads a running clock: expired once `dueAt` is reached, warned from `warnAt` on. */
export function remaining(now: number, dueAt: number, warnAt: number | null): Remaining {
  const seconds = Math.ceil((dueAt - now) / 1000);
  if (dueAt <= now) return { tone: 'expired', seconds };
  return { tone: warnAt !== null && warnAt <= now ? 'warned' : 'normal', seconds };
}

/** Minutes and seconds below an hour (`4:05`), with hours above (`1:04:05`); a true minus sign once the time is up. */
export function clockFace(seconds: number): string {
  const size = Math.abs(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  const sign = seconds < 0 ? '−' : '';
  if (size < 3600) return `${sign}${Math.floor(size / 60)}:${two(size % 60)}`;
  return `${sign}${Math.floor(size / 3600)}:${two(Math.floor((size % 3600) / 60))}:${two(size % 60)}`;
}
