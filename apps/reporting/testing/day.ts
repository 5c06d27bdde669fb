import { createHash } from 'node:crypto';
import type { AnyEvent, Envelope, EventType, PayloadOf, Source } from '@reglament/contracts';

/** A small generator with a seed (mulberry32): the same events at every run. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in [from, to). */
  between(from: number, to: number): number {
    return Math.floor(from + this.next() * (to - from));
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.between(0, list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  chance(part: number): boolean {
    return this.next() < part;
  }
}

/** What requests are made of; ids are those of a regulation where the test reads one. */
export interface Ground {
  readonly tenant: string;
  readonly categories: readonly string[];
  readonly entryPoints: readonly string[];
  readonly rules: readonly { readonly id: string; readonly clause: string }[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly questions: readonly string[];
}

const CHANNELS = ['web', 'phone', 'email', 'api'] as const;
const LANGUAGES = ['ru', 'uk', 'kk', 'en'] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const iso = (at: number): string => new Date(at).toISOString();

/** Makes events of whole requests, in the order in which they happen to one request, from ids that are the same at every run. */
export class EventMaker {
  readonly #ground: Ground;
  readonly #dice: Dice;
  #made = 0;
  readonly events: AnyEvent[] = [];

  constructor(ground: Ground, seed: number) {
    this.#ground = ground;
    this.#dice = new Dice(seed);
  }

  /** Sorts like the ids of the platform: what is made later is greater. */
  #id(): string {
    this.#made += 1;
    const count = this.#made.toString(16).padStart(12, '0');
    const hex = createHash('sha256').update(`${this.#ground.tenant}:${this.#made}`).digest('hex');
    return `${count.slice(0, 8)}-${count.slice(8, 12)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
  }

  #add<T extends EventType>(source: Source, type: T, subjectId: string, at: number, payload: PayloadOf<T>): void {
    const envelope: Envelope = {
      id: this.#id(),
      type,
      source,
      tenant: this.#ground.tenant,
      subjectId,
      occurredAt: iso(at),
    };
    this.events.push({ ...envelope, payload } as unknown as AnyEvent);
  }

  /** One request that was sent at `at`, with everything that happens to it. */
  request(at: number): void {
    const dice = this.#dice;
    const id = this.#id();
    const question = dice.pick(this.#ground.questions);
    const submitted = at;
    this.#add('intake', 'request.submitted.v1', id, at + dice.between(0, 900), {
      requestId: id,
      number: String(this.#made).padStart(8, '0'),
      channel: dice.pick(CHANNELS),
      entryPoint: dice.pick(this.#ground.entryPoints),
      category: dice.pick(this.#ground.categories),
      clientCategory: null,
      product: null,
      language: dice.pick(LANGUAGES),
      urgent: dice.chance(0.1),
      edition: '1',
      submittedAt: iso(submitted),
      summary: question.slice(0, 200),
      question,
      reachableBy: ['email'],
      registeredBy: null,
    });
    const queued = submitted + dice.between(500, 4 * MINUTE);
    this.#clock(id, 0, submitted, queued, 3 * MINUTE);
    this.#add('routing', 'work.queued.v1', id, queued, { requestId: id, number: '1', category: 'x', urgent: false });
    if (dice.chance(0.05)) {
      this.#add('intake', 'request.withdrawn.v1', id, queued + dice.between(1, 3 * HOUR), {
        requestId: id,
        reason: null,
      });
      return;
    }
    if (dice.chance(0.05)) return;
    this.#work(id, submitted, queued);
  }

  #work(id: string, submitted: number, queued: number): void {
    const dice = this.#dice;
    const staff = (who: { id: string; name: string }) => ({ kind: 'staff' as const, ...who });
    const moderator = dice.pick(this.#ground.staff);
    const agent = dice.pick(this.#ground.staff);
    const assigned = queued + dice.between(2_000, 9 * MINUTE);
    const reason = { kind: 'chosen' as const, sentence: 'By the moderator.', clause: null };
    this.#clock(id, 1, queued, assigned, 5 * MINUTE);
    this.#add('routing', 'work.assigned.v1', id, assigned, {
      requestId: id,
      agent: staff(agent),
      by: staff(moderator),
      reason,
      previousAgentId: null,
    });
    if (dice.chance(0.1)) return;
    let now = assigned + dice.between(MINUTE, 3 * HOUR);
    if (dice.chance(0.15)) {
      this.#add('routing', 'work.cancelled.v1', id, now, {
        requestId: id,
        by: staff(agent),
        reason: 'duplicate',
        clause: null,
        note: null,
      });
      return;
    }
    if (dice.chance(0.08)) {
      const text = 'Not ours.';
      this.#add('routing', 'work.declined.v1', id, now, {
        requestId: id,
        by: staff(agent),
        reason: 'scope',
        clause: '1.1',
        text,
      });
      return;
    }
    if (dice.chance(0.6)) {
      this.#add('routing', 'work.replied.v1', id, now, {
        requestId: id,
        messageId: this.#id(),
        by: staff(agent),
        text: 'Try.',
      });
      now += dice.between(MINUTE, 8 * HOUR);
    }
    this.#clock(id, 2, submitted, now, 2 * HOUR);
    this.#resolve(id, now, staff(agent));
    if (!dice.chance(0.1)) return;
    now += dice.between(HOUR, 60 * HOUR);
    this.#add('routing', 'work.reopened.v1', id, now, {
      requestId: id,
      by: staff(moderator),
      because: 'It broke again.',
    });
    if (dice.chance(0.7)) this.#resolve(id, now + dice.between(HOUR, 48 * HOUR), staff(agent));
  }

  #resolve(id: string, at: number, by: { kind: 'staff'; id: string; name: string }): void {
    this.#add('routing', 'work.resolved.v1', id, at, { requestId: id, by, messageId: null, text: null });
  }

  /** A clock of the rule with this place: scheduled, warned at three quarters, expired, stopped. */
  #clock(requestId: string, place: number, from: number, stop: number, within: number): void {
    const rule = this.#ground.rules[place];
    if (rule === undefined) return;
    const dueAt = from + within;
    const warnAt = from + within * 0.75;
    const common = { requestId, clockId: `${requestId}:${rule.id}:1`, rule: rule.id, clause: rule.clause };
    const add = <T extends EventType>(type: T, at: number, payload: PayloadOf<T>) =>
      this.#add('sla', type, requestId, at, payload);
    add('clock.scheduled.v1', from, { ...common, state: 'running', dueAt: iso(dueAt), warnAt: iso(warnAt) });
    if (stop > warnAt) add('clock.warned.v1', warnAt, { ...common, dueAt: iso(dueAt) });
    if (stop > dueAt) add('clock.expired.v1', dueAt, { ...common, dueAt: iso(dueAt), late: false });
    const span = { countedMs: stop - from, elapsedMs: stop - from };
    const verdict = stop > dueAt ? ('broken' as const) : ('kept' as const);
    add('clock.stopped.v1', stop, { ...common, verdict, dueAt: iso(dueAt), stoppedAt: iso(stop), ...span });
  }
}

/** So many requests at chance moments in `[from, to)`. */
export function eventsOf(ground: Ground, requests: number, from: number, to: number, seed = 1): AnyEvent[] {
  const maker = new EventMaker(ground, seed);
  const dice = new Dice(seed + 1000);
  const moments = Array.from({ length: requests }, () => dice.between(from, to)).sort((a, b) => a - b);
  for (const moment of moments) maker.request(moment);
  return maker.events;
}

export const ground = (tenant: string, more: Partial<Ground> = {}): Ground => ({
  tenant,
  categories: ['software', 'hardware', 'access', 'question'],
  entryPoints: ['form', 'line'],
  rules: [
    { id: 'placement', clause: '2.1' },
    { id: 'moderation', clause: '2.4' },
    { id: 'answer', clause: '2.8' },
  ],
  staff: [
    { id: 'anna', name: 'Anna' },
    { id: 'boris', name: 'Boris' },
    { id: 'dana', name: 'Dana' },
  ],
  questions: [
    'The program does not open after the update.',
    'the program does not open, after the UPDATE!',
    'How do I change my password?',
    'Не печатает принтер в кабинете 12',
    'Құжатқа қол қойылмайды',
    'Не приходить лист із підтвердженням',
  ],
  ...more,
});
