import { LockMode } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Instant, Millis } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { Sweep, SweepRunner } from '@reglament/platform/events';
import { Database, type Tx, timestamp } from '@reglament/platform/postgres';
import { type Letter, LetterEntity, ownLetters, signInLetter } from '../store/entities.ts';
import { MailServer, PermanentMailError } from './mail-server.ts';

const batch = 100;
const maxAttempts = 12;
const minute: Millis = 60_000;

/** How the mail server took a letter: undefined when it is to be tried again. */
type Delivery = { readonly letterId: string; readonly failure: string | null };

/**
 * Sends letters that are due. A batch is first leased (each next attempt is moved ahead), then handed to the mail server,
 * then marked: a crash in between sends again with the same Message-ID, never silently not at all. Safe to run in several
 * instances at once: a lease is taken by one.
 */
@Injectable()
export class SendLetters extends Sweep implements OnApplicationBootstrap {
  readonly name = 'send-letters';

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
    const due = await this.database.system((tx) =>
      tx.sql<{ tenant: string; letter_id: string }>(
        `SELECT tenant, letter_id FROM intake.letters WHERE status = 'pending' AND next_attempt_at <= $1
          ORDER BY next_attempt_at LIMIT ${batch}`,
        [timestamp(this.clock.now())],
      ),
    );
    const byTenant = Map.groupBy(due, (d) => d.tenant);
    const taken = await Promise.all(
      [...byTenant].map(([tenant, rows]) =>
        this.sendFor(
          tenant,
          rows.map((r) => r.letter_id),
        ),
      ),
    );
    return taken.reduce((sum, n) => sum + n, 0);
  }

  private async sendFor(tenant: string, letterIds: readonly string[]): Promise<number> {
    const letters = await this.database.tenant(tenant, (tx) => this.lease(tx, letterIds));
    const deliveries = (await Promise.all(letters.map((letter) => this.send(letter)))).filter((d) => d !== undefined);
    if (deliveries.length > 0) await this.database.tenant(tenant, (tx) => this.mark(tx, deliveries));
    return letters.length;
  }

  /** Minutes between attempts double from 1 to 60; real minutes, also when the platform's clock runs faster. */
  private async lease(tx: Tx, letterIds: readonly string[]): Promise<Letter[]> {
    const now = this.clock.now();
    const letters = await tx.em.find(
      LetterEntity,
      { letterId: [...letterIds], status: 'pending', nextAttemptAt: { $lte: now } },
      { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    for (const letter of letters) {
      const wait = Math.min(2 ** letter.attempts, 60) * minute * this.clock.speed;
      letter.attempts += 1;
      letter.nextAttemptAt = (now + wait) as Instant;
    }
    return letters;
  }

  private async send(letter: Letter): Promise<Delivery | undefined> {
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
    const letters = await tx.em.find(LetterEntity, {
      letterId: deliveries.map((d) => d.letterId),
      status: 'pending',
    });
    for (const letter of letters) {
      const failure = deliveries.find((d) => d.letterId === letter.letterId)?.failure ?? null;
      letter.nextAttemptAt = null;
      letter.status = failure === null ? 'sent' : 'failed';
      // A code that was sent is a secret that nobody needs any more.
      if (letter.kind === signInLetter) letter.body = '';
      const { letterId, requestId, kind } = letter;
      const told = { requestId, letterId, letter: kind };
      if (failure === null) letter.sentAt = at;
      else letter.failure = failure;
      // Not a letter to the requester: no clock and no statistic of the request counts it.
      if (ownLetters.has(kind)) continue;
      if (failure === null) {
        tx.append('request.letter-sent.v1', { subjectId: requestId, occurredAt: at, payload: told });
      } else {
        const payload = { ...told, reason: failure };
        tx.append('request.letter-failed.v1', { subjectId: requestId, occurredAt: at, payload });
      }
    }
  }
}
