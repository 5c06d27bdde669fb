import type { Instant } from '@reglament/domain/time';

/**
 * The platform's clock, the same for all services; no rule reads any other. Inject it by this class.
 * It may be simulated: started at a chosen instant and running faster than real time.
 */
export abstract class PlatformClock {
  /** Platform time now. */
  abstract now(): Instant;
  /** Platform milliseconds per real millisecond; 1 unless simulated. */
  abstract readonly speed: number;
  abstract readonly isSimulated: boolean;
  /** Real milliseconds to wait until the platform's clock shows `until`; 0 when it is past. For timers only. */
  abstract realDelay(until: Instant): number;
}

/** `CLOCK_START` and `CLOCK_ORIGIN` are ISO 8601 instants with an offset, `CLOCK_SPEED` a number above 0. All absent: real time. */
export interface ClockSettings {
  readonly CLOCK_START?: string | undefined;
  readonly CLOCK_SPEED?: string | number | undefined;
  /** The real moment at which the platform's clock showed `CLOCK_START`. */
  readonly CLOCK_ORIGIN?: string | undefined;
}

/** now = start + (real − origin) × speed. */
export class SystemClock extends PlatformClock {
  readonly speed: number;
  readonly isSimulated: boolean;
  private readonly start: number;
  private readonly origin: number;

  /** @throws Error naming every setting that is not understood. */
  constructor(
    settings: ClockSettings,
    private readonly real: () => number = Date.now,
  ) {
    super();
    this.isSimulated = settings.CLOCK_START !== undefined;
    this.speed = Number(settings.CLOCK_SPEED ?? 1);
    this.origin = settings.CLOCK_ORIGIN === undefined ? real() : moment(settings.CLOCK_ORIGIN);
    this.start = settings.CLOCK_START === undefined ? this.origin : moment(settings.CLOCK_START);
    const faults = [
      ...(Number.isFinite(this.speed) && this.speed > 0 ? [] : ['CLOCK_SPEED: a number above 0']),
      ...(Number.isNaN(this.origin) ? ['CLOCK_ORIGIN: an ISO 8601 instant with its offset'] : []),
      ...(Number.isNaN(this.start) ? ['CLOCK_START: an ISO 8601 instant with its offset'] : []),
      ...(this.isSimulated || this.speed === 1 ? [] : ['CLOCK_SPEED: only together with CLOCK_START']),
    ];
    if (faults.length > 0) throw new Error(`The platform's clock cannot be set. ${faults.join('; ')}`);
  }

  now(): Instant {
    if (!this.isSimulated) return this.real() as Instant;
    return Math.floor(this.start + (this.real() - this.origin) * this.speed) as Instant;
  }

  realDelay(until: Instant): number {
    return Math.max(0, Math.ceil((until - this.now()) / this.speed));
  }
}

/** A clock for tests: stands still until it is set or advanced. */
export class FixedClock extends PlatformClock {
  readonly speed = 1;
  readonly isSimulated = true;
  private instant: number;

  /** @param at an ISO 8601 instant with its offset, or an Instant */
  constructor(at: string | Instant) {
    super();
    this.instant = typeof at === 'string' ? moment(at) : at;
    if (Number.isNaN(this.instant)) throw new Error(`Not an ISO 8601 instant with its offset: ${at}`);
  }

  now(): Instant {
    return this.instant as Instant;
  }

  realDelay(until: Instant): number {
    return Math.max(0, until - this.instant);
  }

  set(at: string | Instant): void {
    this.instant = typeof at === 'string' ? moment(at) : at;
  }

  advance(millis: number): void {
    this.instant += millis;
  }
}

/** Accepts only instants that name their offset, to the minute or finer; NaN otherwise. */
function moment(text: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
}
