import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '@reglament/contracts';
import { decide, decideAssignment, decideProvided, type Verb } from '@reglament/domain/request';
import { type Instant, notBefore } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { takeFiles } from '../store/answer-files.ts';
import { readParts } from '../store/parts.ts';
import { lockWork, readWork, saveWork, type TrailLine, type WorkRow } from '../store/work.ts';
import { awaitFiles, filesNamed, hearFiles } from './hear-files.ts';
import { hearWords } from './hear-words.ts';
import { noSuchRequest, refusedIn } from './refusals.ts';
import type { Change, Handler, Saying } from './scene.ts';
import { viewOf, type WorkView } from './view.ts';

/** Who presses, on what, and in which language they read. */
export interface Press {
  readonly caller: Principal;
  readonly requestId: string;
  readonly language: Language;
  /** The version on the caller's screen, where being second matters. */
  readonly seen?: number;
}

/** Staff at work: load and lock → decide → save and append, in one transaction, whatever the verb. */
@Injectable()
export class Desk {
  constructor(
    private readonly db: Database,
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
  ) {}

  /** Lets a member of staff do `verb` by its handler; the answer is the work as it is afterwards, or a refusal. */
  async act<Body>(press: Press, verb: Verb, handler: Handler<Body>, body: Body): Promise<Outcome<WorkView>> {
    const { caller, requestId, language } = press;
    const fileIds = filesNamed(body);
    await awaitFiles(this.db, { tenant: caller.tenant, requestId, fileIds, now: this.clock.now() });
    return this.db.tenant(caller.tenant, async (tx): Promise<Outcome<WorkView>> => {
      const work = await lockWork(tx, requestId);
      const rules = work === null ? undefined : this.book.rules(caller.tenant, work.edition);
      if (work === null || rules === undefined) return noSuchRequest(language);
      const { regulation, calendar } = rules;
      if (press.seen !== undefined) {
        const first = decideAssignment(work, press.seen);
        if (!first.ok) return refusedIn(language, first.refused);
      }
      const doer = { kind: 'staff' as const, id: caller.subject, roles: caller.roles };
      const move = decide(work, verb, doer);
      if (!move.ok) return refusedIn(language, move.refused);
      const provided = decideProvided(regulation, work.category, verb);
      if (!provided.ok) return refusedIn(language, provided.refused);
      const heard = await hearWords(tx, regulation, { requestId, verb, body, sender: caller.name });
      if (!heard.ok) return refusedIn(language, heard.refused);
      const by: Actor = { kind: 'staff', id: caller.subject, name: caller.name };
      const now = notBefore(this.clock.now(), work.lastAt);
      const files = await hearFiles(tx, regulation, { requestId, fileIds, now, body });
      if (!files.ok) return refusedIn(language, files.refused);
      const change = await handler({ work, next: move.value.status, regulation, by, now, tx, calendar }, body);
      if (!change.ok) return refusedIn(language, change.refused);
      await takeFiles(tx, fileIds);
      // Sent together: what belongs to the work is read behind the change.
      const writing = write(tx, work, { at: now, verb, by, detail: change.value.detail }, change.value);
      const [saved, parts] = await Promise.all([writing, readParts(tx, requestId)]);
      return accept(viewOf(saved, parts, caller, now, regulation));
    });
  }

  /** The work as it is, for a member of staff to look at. */
  async look(press: Press): Promise<Outcome<WorkView>> {
    const { caller, requestId, language } = press;
    return this.db.tenant(caller.tenant, async (tx): Promise<Outcome<WorkView>> => {
      const work = await readWork(tx, requestId);
      const regulation = work === null ? undefined : this.book.of(caller.tenant, work.edition);
      if (work === null || regulation === undefined) return noSuchRequest(language);
      return accept(viewOf(work, await readParts(tx, requestId), caller, this.clock.now(), regulation));
    });
  }
}

/** Saves a change of a locked row with its line in the trail, and says what has happened. */
export async function write(
  tx: Tx,
  work: WorkRow,
  line: Omit<TrailLine, 'requestId'>,
  change: Change,
): Promise<WorkRow> {
  const saved = await saveWork(tx, work, change.patch, line);
  sayAll(tx, work.requestId, line.at, change.say);
  return saved;
}

/** Appends a change's events, all of one moment, in order. */
export function sayAll(tx: Tx, requestId: string, at: Instant, say: readonly Saying[]): void {
  for (const saying of say) tx.append(saying.type, { subjectId: requestId, payload: saying.payload, occurredAt: at });
}
