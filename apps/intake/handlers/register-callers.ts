import { Injectable } from '@nestjs/common';
import { type Answers, normaliseAnswer, profileFaults, sameAnswers, standingOf } from '@reglament/domain/callers';
import type { Language, VerificationRule } from '@reglament/domain/regulation';
import { isoOf, isoOrNull } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { hashSecret, TooBusy } from '@reglament/platform/secrets';
import {
  addCallers,
  type ListedCaller,
  listCallers,
  type NewCaller,
  type Profile,
  profilesByNumber,
  removeCaller,
  replaceSecret,
} from '../store/callers.ts';
import { invalidAnswers, refusedCaller } from './caller-refusals.ts';
import { readPhone } from './read-phone.ts';

/** A profile as the manager gives it, the secret among the answers. */
export interface GivenCaller {
  readonly numbers: readonly string[];
  readonly answers: Answers;
}

type Fault = Parameters<typeof invalidAnswers>[0][number];

/** Profiles of callers: registered by the manager, one or many. A secret goes in and never comes out (kuty 2.2). */
@Injectable()
export class RegisterCallers {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  list(caller: Principal, words: string | null, language: Language): Promise<Outcome<{ items: object[] }>> {
    return this.under(caller, language, (rule) =>
      this.database.tenant(caller.tenant, async (tx) => {
        const callers = await listCallers(tx, words);
        return accept({ items: callers.map((each) => this.viewOf(rule, each)) });
      }),
    );
  }

  /** All of them or none: a list with a mistake is refused with every mistake, each with its row. */
  register(
    caller: Principal,
    given: readonly GivenCaller[],
    language: Language,
  ): Promise<Outcome<{ callerIds: string[] }>> {
    return this.under(caller, language, async (rule) => {
      const country = this.book.get(caller.tenant)?.country ?? '';
      const rows = given.map((one) => ({ ...one, numbers: one.numbers.map((each) => readPhone(each, country)) }));
      const faults = rows.flatMap((row, at) => faultsOf(rule, row, at));
      if (faults.length > 0) return invalidAnswers(faults, language);
      const callers: NewCaller[] = [];
      // One after the other: a list of a hundred must not push sign-ins and calls out of the queue for hashing.
      for (const { numbers, answers } of rows) callers.push(await prepare(rule, numbers, answers));
      return this.database.tenant(caller.tenant, async (tx) => {
        const twice = await alreadyThere(tx, rule, callers);
        if (twice.length > 0) return invalidAnswers(twice, language);
        const now = this.clock.now();
        await addCallers(tx, callers, caller.name, now);
        for (const { callerId } of callers) this.say(tx, caller, callerId, 'registered');
        return accept({ callerIds: callers.map(({ callerId }) => callerId) });
      });
    });
  }

  replaceSecret(
    caller: Principal,
    callerId: string,
    secret: string,
    language: Language,
  ): Promise<Outcome<{ callerId: string }>> {
    return this.under(caller, language, async (rule) => {
      const faults = profileFaults(rule, { [rule.secret]: secret })
        .filter(({ field }) => field === rule.secret)
        .map(({ rule: broken }) => ({ field: 'secret', rule: broken }));
      if (faults.length > 0) return invalidAnswers(faults, language);
      const hash = await hashSecret(normaliseAnswer(secret));
      return this.database.tenant(caller.tenant, async (tx) => {
        if (!(await replaceSecret(tx, callerId, hash, this.clock.now())))
          return refusedCaller('unknown-caller', language);
        this.say(tx, caller, callerId, 'secret-replaced');
        return accept({ callerId });
      });
    });
  }

  remove(caller: Principal, callerId: string, language: Language): Promise<Outcome<{ callerId: string }>> {
    return this.under(caller, language, () =>
      this.database.tenant(caller.tenant, async (tx) => {
        if (!(await removeCaller(tx, callerId))) return refusedCaller('unknown-caller', language);
        this.say(tx, caller, callerId, 'removed');
        return accept({ callerId });
      }),
    );
  }

  private say(tx: Tx, by: Principal, callerId: string, change: 'registered' | 'secret-replaced' | 'removed'): void {
    const payload = { callerId, change, by: by.subject };
    tx.append('caller.changed.v1', { subjectId: callerId, occurredAt: this.clock.now(), payload });
  }

  private viewOf(rule: VerificationRule, { tries, ...listed }: ListedCaller) {
    const { lockedUntil } = standingOf(rule, tries, this.clock.now());
    return {
      ...listed,
      numbers: [...listed.numbers],
      secretSetAt: isoOf(listed.secretSetAt),
      registeredAt: isoOf(listed.registeredAt),
      lockedUntil: isoOrNull(lockedUntil),
    };
  }

  private async under<T>(
    caller: Principal,
    language: Language,
    act: (rule: VerificationRule) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const rule = this.book.get(caller.tenant)?.verification ?? null;
    if (rule === null) return refusedCaller('no-verification', language);
    try {
      return await act(rule);
    } catch (error) {
      if (error instanceof TooBusy) return refusedCaller('too-busy', language);
      throw error;
    }
  }
}

function faultsOf(
  rule: VerificationRule,
  row: { readonly numbers: readonly (string | null)[]; readonly answers: Answers },
  at: number,
): Fault[] {
  const unreadable = row.numbers.flatMap((number, i): Fault[] =>
    number === null ? [{ field: `callers.${at}.numbers.${i}`, rule: 'unreadablePhone' }] : [],
  );
  const wrong = profileFaults(rule, row.answers).map(
    (fault): Fault => ({ field: `callers.${at}.answers.${fault.field}`, rule: fault.rule }),
  );
  return [...unreadable, ...wrong];
}

async function prepare(
  rule: VerificationRule,
  numbers: readonly (string | null)[],
  { [rule.secret]: secret = '', ...answers }: Answers,
): Promise<NewCaller> {
  const readable = numbers.flatMap((number) => (number === null ? [] : [number]));
  return { callerId: newId(), numbers: readable, answers, secretHash: await hashSecret(normaliseAnswer(secret)) };
}

/** Two managers who register the same person at once make two profiles; a call is then compared with the older one. */
async function alreadyThere(tx: Tx, rule: VerificationRule, callers: readonly NewCaller[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [at, { numbers, answers }] of callers.entries()) {
    const before = callers.slice(0, at).filter((other) => other.numbers.some((number) => numbers.includes(number)));
    const stored: Profile[] = [];
    for (const number of numbers) stored.push(...(await profilesByNumber(tx, number)));
    const same = [...before, ...stored].some((other) => sameAnswers(rule, other.answers, answers));
    if (same) faults.push({ field: `callers.${at}.numbers.0`, rule: 'already-there' });
  }
  return faults;
}
