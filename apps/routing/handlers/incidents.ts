import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '@reglament/contracts';
import type { Calendar } from '@reglament/domain/calendar';
import {
  decideClosing,
  decideProcedure,
  decideStep,
  type IncidentStep,
  isOverdue,
  type StepRecord,
  stepsFrom,
} from '@reglament/domain/conduct';
import type { Regulation } from '@reglament/domain/regulation';
import { allow, type Decision, decide, isClosed, maskPersonalData } from '@reglament/domain/request';
import { type Instant, isoOf, isoOrNull, notBefore } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { addIncident, type IncidentRow, lockIncident, readIncidents, saveIncident } from '../store/incidents.ts';
import { addTrail, lockWork, readWork } from '../store/work.ts';
import { cancel } from './cancel.ts';
import { decline } from './decline.ts';
import { write } from './desk.ts';
import { noSuchRequest, refusedIn } from './refusals.ts';

/** Who does it, and in which language they read. */
export interface By {
  readonly caller: Principal;
  readonly language: Language;
}

interface Scene {
  readonly tx: Tx;
  readonly regulation: Regulation;
  readonly by: Actor;
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** Breaches of conduct: opened by staff, done step by step as the regulation says, closed when nothing that must be done is left. */
@Injectable()
export class Incidents {
  constructor(
    private readonly db: Database,
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
  ) {}

  list({ caller }: By, requestId: string | null) {
    return this.db.tenant(caller.tenant, async (tx) =>
      (await readIncidents(tx, requestId)).map((row) => viewOf(row, this.clock.now())),
    );
  }

  open(by: By, asked: { requestId: string | null; procedure: string; note: string }): Promise<Outcome<IncidentView>> {
    return this.within(by, async (scene) => {
      const { tx, now } = scene;
      const work = asked.requestId === null ? null : await readWork(tx, asked.requestId);
      if (asked.requestId !== null && work === null) return noSuchRequest(by.language);
      // A breach about a request is met as the request's own edition says; any other as the one in force does.
      const own = work === null ? undefined : this.book.of(by.caller.tenant, work.edition);
      const procedure = decideProcedure(own ?? scene.regulation, asked.procedure);
      if (!procedure.ok) return refusedIn(by.language, procedure.refused);
      const { id, clause } = procedure.value;
      const row: IncidentRow = {
        incidentId: newId(),
        requestId: asked.requestId,
        number: work?.number ?? null,
        procedure: id,
        clause,
        note: asked.note,
        openedAt: now,
        openedBy: scene.by.id,
        openedByName: scene.by.name,
        closedAt: null,
        steps: stepsFrom(procedure.value, now),
      };
      await addIncident(tx, row);
      await trail(scene, row, 'open-incident', { procedure: id, clause });
      const { incidentId, requestId } = row;
      tx.append('incident.opened.v1', {
        subjectId: incidentId,
        occurredAt: now,
        payload: { incidentId, requestId, procedure: id, clause, by: scene.by },
      });
      return accept(viewOf(row, now));
    });
  }

  /** Records a step. Ending the call or stopping the correspondence also closes the request, by the reason of the clause. */
  doStep(by: By, incidentId: string, index: number, given: StepRecord): Promise<Outcome<IncidentView>> {
    return this.within(by, async (scene) => {
      const { tx, regulation, now } = scene;
      const row = await lockIncident(tx, incidentId);
      if (row === null) return noSuchRequest(by.language);
      const step = row.steps[index];
      const record = decideStep(regulation, step, given);
      if (!record.ok) return refusedIn(by.language, record.refused);
      if (step === undefined) return noSuchRequest(by.language);
      const acted = await actOnRequest(scene, this.book, row, step, by.caller);
      if (!acted.ok) return refusedIn(by.language, acted.refused);
      const done = { ...record.value, at: now, by: scene.by.name };
      const saved = { ...row, steps: row.steps.map((each, i) => (i === index ? { ...each, done } : each)) };
      await saveIncident(tx, saved);
      const { how, ground } = record.value;
      await trail(scene, row, 'incident-step', { do: step.do, to: step.to, clause: row.clause, how });
      tx.append('incident.step-done.v1', {
        subjectId: incidentId,
        occurredAt: now,
        payload: {
          incidentId,
          requestId: row.requestId,
          number: row.number,
          procedure: row.procedure,
          clause: row.clause,
          step: index,
          do: step.do,
          to: step.to,
          how,
          ground,
          by: scene.by,
          openedAt: isoOf(row.openedAt),
          note: maskPersonalData(row.note),
        },
      });
      return accept(viewOf(saved, now));
    });
  }

  close(by: By, incidentId: string): Promise<Outcome<IncidentView>> {
    return this.within(by, async (scene) => {
      const { tx, now } = scene;
      const row = await lockIncident(tx, incidentId);
      if (row === null) return noSuchRequest(by.language);
      // Closing twice is closing once.
      if (row.closedAt !== null) return accept(viewOf(row, now));
      const may = decideClosing(row.steps);
      if (!may.ok) return refusedIn(by.language, may.refused);
      const saved = { ...row, closedAt: now };
      await saveIncident(tx, saved);
      await trail(scene, row, 'close-incident', { clause: row.clause });
      const payload = { incidentId, requestId: row.requestId, by: scene.by };
      tx.append('incident.closed.v1', { subjectId: incidentId, occurredAt: now, payload });
      return accept(viewOf(saved, now));
    });
  }

  private async within<T>({ caller, language }: By, act: (scene: Scene) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const regulation = this.book.get(caller.tenant);
    if (regulation === undefined) return noSuchRequest(language);
    const calendar = this.book.calendar(caller.tenant);
    const by: Actor = { kind: 'staff', id: caller.subject, name: caller.name };
    return this.db.tenant(caller.tenant, (tx) => act({ tx, regulation, by, now: this.clock.now(), calendar }));
  }
}

/** Declines or cancels the request by the step's reason; one that is closed already stays as it is. */
async function actOnRequest(
  { tx, by, now }: Scene,
  book: RegulationBook,
  row: IncidentRow,
  step: IncidentStep,
  caller: Principal,
): Promise<Decision<null>> {
  if (step.reason === null || row.requestId === null) return allow(null);
  const work = await lockWork(tx, row.requestId);
  const rules = work === null ? undefined : book.rules(caller.tenant, work.edition);
  if (work === null || rules === undefined || isClosed(work.status)) return allow(null);
  const { regulation, calendar } = rules;
  const reason = regulation.reasons.find(({ id }) => id === step.reason);
  if (reason === undefined || reason.use === 'postpone') return allow(null);
  const { use } = reason;
  const move = decide(work, use, { kind: 'staff', id: caller.subject, roles: caller.roles });
  if (!move.ok) return move;
  const at = notBefore(now, work.lastAt);
  const scene = { work, next: move.value.status, regulation, by, now: at, tx, calendar };
  const change =
    use === 'decline' ? await decline(scene, { reason: reason.id }) : await cancel(scene, { reason: reason.id });
  if (!change.ok) return change;
  await write(tx, work, { at, verb: use, by, detail: change.value.detail }, change.value);
  return allow(null);
}

async function trail({ tx, by, now }: Scene, row: IncidentRow, verb: string, detail: Record<string, unknown>) {
  if (row.requestId === null) return;
  await addTrail(tx, [
    { requestId: row.requestId, at: now, verb, by, detail: { incidentId: row.incidentId, ...detail } },
  ]);
}

const viewOf = (row: IncidentRow, now: Instant) => ({
  incidentId: row.incidentId,
  requestId: row.requestId,
  number: row.number,
  procedure: row.procedure,
  clause: row.clause,
  note: row.note,
  openedAt: isoOf(row.openedAt),
  openedBy: row.openedByName,
  closedAt: isoOrNull(row.closedAt),
  steps: row.steps.map((step) => ({
    do: step.do,
    duty: step.duty,
    to: step.to,
    ground: step.ground,
    dueAt: isoOrNull(step.dueAt),
    overdue: isOverdue(step, now),
    done: step.done === null ? null : { ...step.done, at: isoOf(step.done.at) },
  })),
});
export type IncidentView = ReturnType<typeof viewOf>;
