import { useSyncExternalStore } from 'react';

/** The platform's clock as the server last told it. It may run from another day and faster than real time. */
export interface ClockReading {
  readonly now: string;
  readonly speed: number;
  readonly simulated: boolean;
}

interface Known {
  readonly platform: number;
  readonly real: number;
  readonly speed: number;
  readonly simulated: boolean;
}

let known: Known = { platform: Date.now(), real: Date.now(), speed: 1, simulated: false };
let tick = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** Platform time now, in milliseconds since the epoch. */
export function platformNow(): number {
  return known.platform + (Date.now() - known.real) * known.speed;
}

/** Takes over what the server said its clock shows; halves of the round trip are below what a person can see. */
export function setPlatformClock(reading: ClockReading): void {
  known = { platform: Date.parse(reading.now), real: Date.now(), speed: reading.speed, simulated: reading.simulated };
  restart();
  beat();
}

function beat(): void {
  tick = Math.floor(platformNow() / 1000) * 1000;
  for (const listener of listeners) listener();
}

function restart(): void {
  if (timer !== undefined) clearInterval(timer);
  timer = listeners.size > 0 ? setInterval(beat, known.speed > 1 ? 250 : 500) : undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    tick = Math.floor(platformNow() / 1000) * 1000;
    restart();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) restart();
  };
}

/** Platform time in whole seconds; the component draws again when the second changes. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => tick);
}

/** What the banner needs: whether the clock is simulated, and its speed. */
export function useClockKind(): { simulated: boolean; speed: number } {
  const simulated = useSyncExternalStore(subscribe, () => known.simulated);
  const speed = useSyncExternalStore(subscribe, () => known.speed);
  return { simulated, speed };
}
