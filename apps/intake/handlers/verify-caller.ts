import { Injectable } from '@nestjs/common';
import {
  type Answers,
  normaliseAnswer,
  type Standing,
  sameAnswers,
  standingOf,
  takeAttempt,
  unanswered,
} from '@reglament/domain/callers';
import type { Language, VerificationRule } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { secretMatches, TooBusy } from '@reglament/platform/secrets';
import { forgetTries, lockTries, type Profile, profilesByNumber, saveTries, triesOf } from '../store/callers.ts';
import {
  beginCall,
  type CallRow,
  countAttempt,
  endCalls,
  lockOpenCall,
  markVerified,
  openCallOf,
} from '../store/calls.ts';
import { invalidAnswers, refusedCaller } from './caller-refusals.ts';
import { readPhone } from './read-phone.ts';

/** What the operator sees of a call: nothing that would tell whose number it is. */
export interface CallView {
  readonly callId: string;
  readonly number: string;
  readonly beganAt: string;
  readonly state: 'open' | 'verified' | 'locked';
  readonly attemptsLeft: number;
  readonly lockedUntil: string | null;
  readonly verifiedAt: string | null;
}

/** An attempt that has been counted and committed, with what its answers are compared with. */
interface Taken {
  readonly call: CallRow;
  readonly profiles: readonly Profile[];
}

/** Who is calling: the operator asks, the platform compares and says yes or no (kuty terms, 2.2). */
@Injectable()
export class VerifyCaller {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  /** The call that the operator is in; null where there is none. */
  current(caller: Principal, language: Language): Promise<Outcome<{ call: CallView | null }>> {
    return this.under(caller, language, (rule) =>
      this.database.tenant(caller.tenant, async (tx) => {
        const call = await openCallOf(tx, caller.subject);
        return accept({ call: call && (await this.view(tx, rule, call)) });
      }),
    );
  }

  begin(caller: Principal, written: string, language: Language): Promise<Outcome<CallView>> {
    return this.under(caller, language, async (rule) => {
      const number = readPhone(written, this.book.get(caller.tenant)?.country ?? '');
      if (number === null) return refusedCaller('unreadable-phone', language);
      const began = { callId: newId(), number, operator: caller.subject, beganAt: this.clock.now() };
      return this.database.tenant(caller.tenant, async (tx) =>
        accept(await this.view(tx, rule, await beginCall(tx, began))),
      );
    });
  }

  end(caller: Principal, callId: string, language: Language): Promise<Outcome<{ call: null }>> {
    return this.under(caller, language, () =>
      this.database.tenant(caller.tenant, async (tx) => {
        if ((await lockOpenCall(tx, callId, caller.subject)) === null) return refusedCaller('unknown-call', language);
        await endCalls(tx, caller.subject, this.clock.now());
        return accept({ call: null });
      }),
    );
  }

  /**
   * One attempt. It is counted in a transaction of its own before anything is compared: a process that dies in between,
   * or answers given at once, win no attempt. A number that belongs to nobody costs the same work.
   */
  async verify(caller: Principal, callId: string, said: Answers, language: Language): Promise<Outcome<CallView>> {
    return this.under(caller, language, async (rule) => {
      const missing = unanswered(rule, said).map((id) => ({ field: `answers.${id}`, rule: 'required' as const }));
      if (missing.length > 0) return invalidAnswers(missing, language);
      const taken = await this.take(caller, rule, callId);
      if (taken === null) return refusedCaller('unknown-call', language);
      if ('state' in taken) return accept(taken);
      const profile = taken.profiles.find(({ answers }) => sameAnswers(rule, answers, said));
      try {
        const matches = await secretMatches(normaliseAnswer(said[rule.secret] ?? ''), profile?.secretHash ?? null);
        return accept(await this.conclude(caller, rule, taken.call, matches ? (profile?.callerId ?? null) : null));
      } catch (error) {
        if (error instanceof TooBusy) return refusedCaller('too-busy', language);
        throw error;
      }
    });
  }

  private take(caller: Principal, rule: VerificationRule, callId: string): Promise<Taken | CallView | null> {
    const now = this.clock.now();
    return this.database.tenant(caller.tenant, async (tx) => {
      const call = await lockOpenCall(tx, callId, caller.subject);
      if (call === null) return null;
      if (call.verifiedAt !== null) return this.view(tx, rule, call);
      const tries = takeAttempt(rule, await lockTries(tx, call.number, now), now);
      if (tries === null) {
        say(tx, rule, call, 'locked', now);
        return this.view(tx, rule, call);
      }
      await saveTries(tx, call.number, tries);
      await countAttempt(tx, callId);
      return { call: { ...call, attempts: call.attempts + 1 }, profiles: await profilesByNumber(tx, call.number) };
    });
  }

  private conclude(caller: Principal, rule: VerificationRule, call: CallRow, callerId: string | null) {
    const now = this.clock.now();
    return this.database.tenant(caller.tenant, async (tx) => {
      if (callerId !== null) {
        await markVerified(tx, call.callId, callerId, now);
        await forgetTries(tx, call.number);
      }
      say(tx, rule, call, callerId === null ? 'not-verified' : 'verified', now);
      return this.view(tx, rule, { ...call, callerId, verifiedAt: callerId === null ? null : now });
    });
  }

  private async view(tx: Tx, rule: VerificationRule, call: CallRow): Promise<CallView> {
    const standing: Standing = standingOf(rule, await triesOf(tx, call.number), this.clock.now());
    const locked = standing.left === 0 ? 'locked' : 'open';
    return {
      callId: call.callId,
      number: call.number,
      beganAt: isoOf(call.beganAt),
      state: call.verifiedAt === null ? locked : 'verified',
      attemptsLeft: standing.left,
      lockedUntil: isoOrNull(standing.lockedUntil),
      verifiedAt: isoOrNull(call.verifiedAt),
    };
  }

  private under<T>(
    caller: Principal,
    language: Language,
    act: (rule: VerificationRule) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const rule = this.book.get(caller.tenant)?.verification ?? null;
    return rule === null ? Promise.resolve(refusedCaller('no-verification', language)) : act(rule);
  }
}

/** On record is that somebody was asked and what came of it; never an answer, nor whose number it was. */
function say(
  tx: Tx,
  rule: VerificationRule,
  call: CallRow,
  outcome: 'verified' | 'not-verified' | 'locked',
  at: Instant,
): void {
  const payload = { callId: call.callId, by: call.operator, clause: rule.clause, attempt: call.attempts, outcome };
  tx.append('call.verification-attempted.v1', { subjectId: call.callId, occurredAt: at, payload });
}
