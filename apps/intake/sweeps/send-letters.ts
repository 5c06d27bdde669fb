import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Millis } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Sweep, SweepRunner } from '@reglament/platform/events';
import { Database, type Tx } from '@reglament/platform/postgres';
import { ownLetters } from '../store/entities.ts';
import { type Delivery, dueAt, dueText, leaseLetters, markLetters, type Outgoing } from '../store/outgoing.ts';
import { MailServer, PermanentMailError } from './mail-server.ts';

const batch = 100;
const maxAttempts = 12;
const minute: Millis = 60_000;

/**
 * Sends letters that are due. A batch is first leased (each next attempt is moved ahead), then handed to the mail server,
 * then marked: a crash in between sends again with the same Message-ID, never silently not at all. Safe to run in several
 * instances at once: a lease is taken by one.
 */
@Injectable()
export class SendLetters extends Sweep implements OnApplicationBootstrap {
  readonly name = 'send-letters';
  /** A letter is looked for four times a second: nobody waits for one, and a busy service commits all the time. */
  override readonly wakes = false;

  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly mail: MailServer,
    private readonly sweeps: SweepRunner,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.sweeps.start(this);
  }

  /** One round over at most 100 letters. @returns how many were taken in hand */
  async round(): Promise<number> {
    const { now, farther } = dueAt(this.clock.now(), this.#unit);
    const due = await this.database.systemQuery<{ tenant: string; letterId: string }>(dueText, [now, farther, batch]);
    const taken = await Promise.all(
      [...Map.groupBy(due, ({ tenant }) => tenant)].map(([tenant, rows]) =>
        this.sendFor(
          tenant,
          rows.map(({ letterId }) => letterId),
        ),
      ),
    );
    return taken.reduce((sum, n) => sum + n, 0);
  }

  /** Minutes between attempts double from 1 to 60; real minutes, also when the platform's clock runs faster. */
  get #unit(): Millis {
    return minute * this.clock.speed;
  }

  private async sendFor(tenant: string, letterIds: readonly string[]): Promise<number> {
    const letters = await this.database.tenant(tenant, (tx) =>
      leaseLetters(tx, letterIds, this.clock.now(), this.#unit),
    );
    const deliveries = (await Promise.all(letters.map((letter) => this.send(letter)))).filter((d) => d !== undefined);
    if (deliveries.length > 0) await this.database.tenant(tenant, (tx) => this.mark(tx, deliveries));
    return letters.length;
  }

  /** Undefined when it is to be tried again. */
  private async send(letter: Outgoing): Promise<Delivery | undefined> {
    try {
      await this.mail.send(letter);
      return { letterId: letter.letterId, failure: null };
    } catch (error) {
      const final = letter.attempts >= maxAttempts || error instanceof PermanentMailError;
      return final ? { letterId: letter.letterId, failure: (error as Error).message.slice(0, 1000) } : undefined;
    }
  }

  private async mark(tx: Tx, deliveries: readonly Delivery[]): Promise<void> {
    const at = this.clock.now();
    for (const { letterId, requestId, kind, failure } of await markLetters(tx, deliveries, at)) {
      // Not a letter to the requester: no clock and no statistic of the request counts it.
      if (ownLetters.has(kind)) continue;
      const told = { requestId, letterId, letter: kind };
      const about = { subjectId: requestId, occurredAt: at };
      if (failure === null) tx.append('request.letter-sent.v1', { ...about, payload: told });
      else tx.append('request.letter-failed.v1', { ...about, payload: { ...told, reason: failure } });
    }
  }
}
