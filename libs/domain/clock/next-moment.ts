import type { Announcement, Clock } from './types.ts';

/**
 * What the clock announces next, given what it has announced: a count of warnings, and whether its expiry has been.
 * Null for a clock that is paused, stopped, silent or without a target.
 */
export function nextMoment(
  clock: Clock,
  announced: { readonly warnings: number; readonly expiry: boolean } = { warnings: 0, expiry: false },
): Announcement | null {
  const { state } = clock;
  if (state.state !== 'running' || state.dueAt === null || announced.expiry) return null;
  const warning = state.warnAt[announced.warnings];
  if (warning !== undefined && warning < state.dueAt) return { at: warning, announce: 'warning' };
  return { at: state.dueAt, announce: 'expiry' };
}
