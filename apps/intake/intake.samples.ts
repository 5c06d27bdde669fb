import type { Submission } from '@reglament/domain/admission';
import type { Instant } from '@reglament/domain/time';
import { FixedClock } from '@reglament/platform/clock';
import { createLogger } from '@reglament/platform/telemetry';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import { type Filing, SubmitRequest } from './handlers/submit-request.ts';
import { WriteLetters } from './handlers/write-letters.ts';
import type { BlockRow } from './store/blocks.ts';
import { entities } from './store/entities.ts';
import { migrations } from './store/migrations/index.ts';

/** What intake's tests file and with what they file it. Used by tests only. */

export const friday = '2026-11-20T17:50:00+03:00';

export const intakeDatabase = (): Promise<TestDatabase> => testDatabase({ service: 'intake', migrations, entities });

export const letterWriter = (): WriteLetters => new WriteLetters({ PUBLIC_URL: 'https://help.example.org' } as never);

/** Says nothing. */
export const quiet = createLogger({ name: 'intake', instance: '1', level: 'silent' });

/** An instance of the filing service on the given database. */
export const filingService = (
  db: TestDatabase,
  clock = new FixedClock(friday),
  book = regulationBook(),
): SubmitRequest => new SubmitRequest(db.open(), book, clock, letterWriter());

/** A filing that the tenant's regulation admits, as a web form sends it. */
export function filing(change: Partial<Submission> = {}, tenant = 'ovk', key: string | null = null): Filing {
  const regulation = regulationBook().get(tenant);
  const category = [...(regulation?.categories.values() ?? [])].find((c) => !c.outOfScope);
  const submission: Submission = {
    channel: 'web',
    entryPoint: regulation?.entryPoints.find((e) => e.channel === 'web')?.id ?? '',
    category: category?.id ?? '',
    clientCategory: null,
    product: null,
    language: regulation?.languages[0] ?? 'ru',
    requester: { name: 'Пётр Ильин', email: 'petr@example.org', phone: '+7 916 123-45-67' },
    text: 'Как продлить подписку? Мой телефон +7 916 123-45-67.',
    fields: Object.fromEntries((category?.fields ?? []).map((f) => [f.id, f.choices[0]?.id ?? 'сведения'])),
    acceptedRules: regulation?.edition.id ?? null,
    attachments: [],
    ...change,
  };
  return { tenant, submission, idempotencyKey: key, registeredBy: null };
}

/** Files and expects to be accepted. */
export async function file(submit: SubmitRequest, of: Filing = filing()) {
  const outcome = await submit.handle(of);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** A block of seven days, begun a month after `friday`. */
export const blockRow = (change: Pick<BlockRow, 'blockId' | 'requestId'> & Partial<BlockRow>): BlockRow => ({
  ...{
    email: null,
    phone: null,
    language: 'uk',
    edition: '1',
    clause: '1',
    ground: 'rude',
    groundClause: '1',
    days: 7,
    reason: 'x',
  },
  ...{ blockedAt: momentOf('2026-12-20T12:00:00Z'), blockedBy: 's-1', blockedByName: 'Марія' },
  ...{ until: momentOf('2026-12-27T12:00:00Z'), appealUntil: momentOf('2026-12-27T12:00:00Z') },
  ...{ appeal: null, appealedAt: null, answer: null, answerText: null, answeredAt: null, answeredByName: null },
  ...{ liftReason: null, liftedAt: null, liftedByName: null },
  ...change,
});
const momentOf = (iso: string): Instant => Date.parse(iso) as Instant;
