import { type Placement, sameAsBefore } from '@reglament/domain/question-groups';
import type { Question } from '@reglament/domain/questions';
import type { Regulation } from '@reglament/domain/regulation';
import type { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import type { Database, Tx } from '@reglament/platform/postgres';
import { type Archive, spanOf } from '../statistics/archive.ts';
import { type Period, periodOf } from '../statistics/period.ts';
import { questionsAsked, questionTexts } from '../statistics/question-queries.ts';
import type { CopyQuestions } from './copy.ts';
import { type Embedded, type EmbeddingSettings, embed } from './embedding.ts';
import { type MonthResult, monthIsReady, readMonths } from './months.ts';
import { place } from './placing.ts';
import {
  groupsVersion,
  lockQuestions,
  type Remembered,
  readRemembered,
  removeGroups,
  writeGroups,
  writeMembers,
  writeMemory,
} from './store.ts';
import { asShown } from './text.ts';

/** Questions read at once: some 10 MB. */
const AT_ONCE = 20_000;
/** Questions of a month that are grouped; what comes after them belongs to no group. */
const MOST_QUESTIONS = 200_000;
/** A manager's edit in the middle of the work makes it begin again, so many times. */
const TRIES = 5;
const NO_UUID = '00000000-0000-0000-0000-000000000000';

const READ = 20;
const PLACED = 80;

/** Says how many percent of a month's grouping are done. */
export type Tell = (percent: number) => Promise<unknown>;

/**
 * Groups what was asked in a month of a tenant. Grouping the same month again gives the same groups with the same ids, at whatever
 * moment of the month it was grouped before, and keeps what managers said; so it may run twice, in two instances, or be killed midway.
 */
export class GroupMonth {
  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly archive: Archive,
    private readonly copy: CopyQuestions,
    private readonly embedding: EmbeddingSettings,
  ) {}

  /** @param month its first day */
  async group(regulation: Regulation, month: string, tell: Tell = async () => undefined): Promise<void> {
    const { tenant, calendar } = regulation;
    const asked = await this.read(tenant, periodOf('month', month, calendar.timeZone));
    await tell(READ);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const [seen, remembered] = await this.database.tenant(
        tenant,
        async (tx) => [await readStand(tx, month), await readRemembered(tx, month)] as const,
      );
      const texts = [...asked.map(({ text }) => text), ...remembered.known.flatMap((group) => group.texts)];
      const embedded = await embed(texts, this.embedding);
      const outside = embedded.kind === 'vectors' ? embedded : null;
      const placed = await place({ asked, known: remembered.known, outside });
      await tell(PLACED);
      const isDone = await this.database.tenant(tenant, async (tx) => {
        await lockQuestions(tx);
        const now = await readStand(tx, month);
        // Another instance has grouped the very same meanwhile.
        if (now.groupedAt !== seen.groupedAt && now.requests === asked.length) return true;
        if (now.version !== seen.version) return false;
        const alone = await store(tx, tenant, month, asked, placed, remembered);
        await monthIsReady(tx, tenant, month, resultOf(asked.length, alone, embedded), this.clock.now());
        return true;
      });
      if (isDone) return await this.copy.copy(tenant);
    }
    throw new Error(`The groups of ${tenant} were edited during each of ${TRIES} tries to group ${month}`);
  }

  /** Groups those months of a period which have requests that no grouping has seen yet. */
  async bringUpToDate(regulation: Regulation, period: Period): Promise<void> {
    for (const month of monthsOf(period))
      if (await this.isBehind(regulation, month)) await this.group(regulation, month);
  }

  /** Whether requests were received in the month that its grouping does not know. */
  async isBehind({ tenant, calendar }: Regulation, month: string): Promise<boolean> {
    const period = periodOf('month', month, calendar.timeZone);
    const [[asked], [grouped]] = await Promise.all([
      this.archive.ask(tenant, questionsAsked, spanOf(period)),
      this.database.tenant(tenant, (tx) => readMonths(tx, month, month)),
    ]);
    return (asked?.count ?? 0) !== (grouped?.requests ?? 0);
  }

  private async read(tenant: string, period: Period): Promise<readonly Question[]> {
    const asked: Question[] = [];
    for (let after = NO_UUID; asked.length < MOST_QUESTIONS; ) {
      const rows = await this.archive.ask(tenant, questionTexts, { ...spanOf(period), after, limit: AT_ONCE });
      for (const { id, question } of rows) asked.push({ id, text: asShown(question) });
      const last = rows.at(-1);
      if (rows.length < AT_ONCE || last === undefined) break;
      after = last.id;
    }
    return asked;
  }
}

/** Which state of groups and month a grouping stands on. */
async function readStand(tx: Tx, month: string) {
  const [grouped] = await readMonths(tx, month, month);
  return {
    version: await groupsVersion(tx),
    groupedAt: grouped?.groupedAt ?? null,
    requests: grouped?.requests ?? 0,
  };
}

/** The first days of the months that a period touches. */
export function monthsOf({ firstDate, lastDate }: Pick<Period, 'firstDate' | 'lastDate'>): readonly string[] {
  const months: string[] = [];
  const last = Temporal.PlainDate.from(lastDate);
  for (
    let month = Temporal.PlainDate.from(firstDate).with({ day: 1 });
    Temporal.PlainDate.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  )
    months.push(month.toString());
  return months;
}

function resultOf(requests: number, alone: number, embedded: Embedded): MonthResult {
  return {
    requests,
    alone,
    method: embedded.kind === 'vectors' ? embedded.model : 'built-in',
    notice: embedded.kind === 'fallback' ? embedded.reason : null,
  };
}

/** Stores a month's groups and who belongs to them. @returns how many belong to none */
async function store(
  tx: Tx,
  tenant: string,
  month: string,
  asked: readonly Question[],
  { known, fresh, typical }: Placement,
  { own }: Remembered,
): Promise<number> {
  const same = sameAsBefore(fresh, own);
  const made = fresh.map((group, at) => ({ ...group, id: same.get(at) ?? newId() }));
  await writeGroups(tx, tenant, month, made);
  const groupOf = new Map(known);
  for (const { id, members } of made) for (const member of members) groupOf.set(member, id);
  const used = new Set(groupOf.values());
  await writeMemory(
    tx,
    tenant,
    month,
    new Map([...[...typical].filter(([id]) => used.has(id)), ...made.map(({ id, texts }) => [id, texts] as const)]),
  );
  await writeMembers(
    tx,
    tenant,
    month,
    asked.map(({ id }) => [id, groupOf.get(id) ?? null] as const),
  );
  const kept = new Set(made.map(({ id }) => id));
  await removeGroups(
    tx,
    [...own.keys()].filter((id) => !kept.has(id)),
  );
  return asked.length - groupOf.size;
}
