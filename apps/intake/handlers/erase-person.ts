import { Injectable } from '@nestjs/common';
import type { Actor } from '@reglament/contracts';
import type { Language } from '@reglament/domain/regulation';
import { isClosed, maskPersonalData, type Status } from '@reglament/domain/request';
import { type Instant, isoOf } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { blocksOf } from '../store/blocks.ts';
import {
  addErasure,
  type Contact,
  countTraces,
  type ErasureRow,
  eraseAccount,
  eraseBlocks,
  eraseCallers,
  eraseComplaints,
  eraseRequests,
  listErasures,
  requestsOf,
  type Traces,
} from '../store/erase.ts';
import { readPhone } from './read-phone.ts';
import { refusalOf } from './refusals.ts';

/** What would go, or has gone. */
export interface ErasurePreview extends Omit<Traces, 'requests'> {
  readonly requests: readonly { number: string; submittedAt: string; status: string; open: boolean }[];
}

export type ErasureView = Omit<ErasureRow, 'at' | 'byId'> & { readonly at: string };

const viewOf = ({ at, byId: _, ...row }: ErasureRow): ErasureView => ({ ...row, at: isoOf(at) });

/** Erases a person at a manager's word: everything that was written by, to and about them; what was counted stays counted. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  /** What would go. An unknown contact gives nothing: the manager sees that there is nothing to erase. */
  preview(caller: Principal, contact: string, language: Language): Promise<Outcome<ErasurePreview>> {
    const read = this.contactOf(caller.tenant, contact);
    if (read === null) return Promise.resolve(refuse(refusalOf('unreadable-contact', language)));
    return this.database.tenant(caller.tenant, async (tx) => accept(previewOf(await tracesOf(tx, read))));
  }

  erase(
    caller: Principal,
    given: { readonly contact: string; readonly reason: string },
    language: Language,
  ): Promise<Outcome<ErasureView>> {
    const contact = this.contactOf(caller.tenant, given.contact);
    if (contact === null) return Promise.resolve(refuse(refusalOf('unreadable-contact', language)));
    return this.database.tenant(caller.tenant, async (tx) => {
      const traces = await tracesOf(tx, contact);
      if (traces.requests.length + traces.complaints + traces.callers + traces.accounts + traces.blocks === 0)
        return refuse(refusalOf('nothing-to-erase', language));
      if (traces.requests.some(({ status }) => !isClosed(status as Status)))
        return refuse(refusalOf('still-open', language));
      const at = this.clock.now();
      // Its contact is what holds a block: one who is blocked is erased when it has ended or was lifted.
      if ((await blocksOf(tx, contact, at)).length > 0) return refuse(refusalOf('still-blocked', language));
      const by: Actor = { kind: 'staff', id: caller.subject, name: caller.name };
      // Who gives the reason may name the person in it.
      const why = { because: 'demand' as const, clause: null, reason: maskPersonalData(given.reason) };
      await eraseBlocks(tx, contact, at);
      if (contact.email !== null) {
        await eraseComplaints(tx, contact.email, at);
        await eraseAccount(tx, contact.email);
      }
      if (contact.phone !== null) await eraseCallers(tx, contact.phone);
      return accept(viewOf(await carryOut(tx, caller.tenant, traces, { ...why, by, at })));
    });
  }

  list(caller: Principal): Promise<{ items: ErasureView[] }> {
    return this.database.tenant(caller.tenant, async (tx) => ({ items: (await listErasures(tx)).map(viewOf) }));
  }

  private contactOf(tenant: string, written: string): Contact | null {
    const email = written.includes('@') ? written.trim() : null;
    const phone = email === null ? readPhone(written, this.book.get(tenant)?.country ?? '') : null;
    return email === null && phone === null ? null : { email, phone };
  }
}

const previewOf = ({ requests, ...counts }: Traces): ErasurePreview => ({
  ...counts,
  requests: requests.map(({ number, submittedAt, status }) => ({
    number,
    submittedAt: isoOf(submittedAt),
    status,
    open: !isClosed(status as Status),
  })),
});

async function tracesOf(tx: Tx, contact: Contact): Promise<Traces> {
  return countTraces(tx, await requestsOf(tx, contact), contact);
}

/** Erases these requests in the transaction, writes it down and says so: once for the whole, and for each request. */
export async function carryOut(
  tx: Tx,
  tenant: string,
  traces: Traces,
  why: Pick<ErasureRow, 'because' | 'clause' | 'reason'> & { readonly by: Actor; readonly at: Instant },
): Promise<ErasureRow> {
  const { by, at, because, clause } = why;
  const erasureId = newId();
  const { requests, ...others } = traces;
  const requestIds = requests.map(({ requestId }) => requestId);
  await eraseRequests(tx, requestIds, at);
  const counts = { requests: requests.length, ...others };
  const row: ErasureRow = {
    erasureId,
    at,
    because,
    clause,
    reason: why.reason,
    byId: by.id,
    byName: by.name,
    ...counts,
  };
  await addErasure(tx, tenant, row);
  for (const requestId of requestIds) {
    const payload = { requestId, erasureId, because, clause, by };
    tx.append('request.erased.v1', { subjectId: requestId, occurredAt: at, payload });
  }
  return row;
}
