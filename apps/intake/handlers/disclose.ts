import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@reglament/contracts';
import { mayDemand } from '@reglament/domain/disclosure';
import type { DisclosureRule, Language } from '@reglament/domain/regulation';
import { maskPersonalData, parseNumber } from '@reglament/domain/request';
import { isoOf, isoOrNull } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { StreamAnswer } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { type ZipEntry, zipOf } from '@reglament/platform/zip';
import {
  addHanding,
  contentOf,
  type DisclosureRow,
  disclosureById,
  type EntryRow,
  entriesOf,
  type Handing,
  handingsOf,
  insertDisclosure,
  listDisclosures,
  lockDisclosure,
} from '../store/disclosures.ts';
import { findRequests } from '../store/requests.ts';
import { refusalOf } from './refusals.ts';

/** Packages of a request's recordings, correspondence and trail, demanded by whom the regulation names and by nobody else (kuty 1.3). */
@Injectable()
export class Disclose {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  /** The package is put together as soon as routing has told the trail. */
  demand(
    caller: Principal,
    given: { readonly number: string; readonly reason: string },
    language: Language,
  ): Promise<Outcome<unknown>> {
    return this.under(caller, language, async (tx, rule, edition) => {
      const number = parseNumber(given.number)?.number ?? given.number;
      const [request] = await findRequests(tx, { number, words: null, limit: 1 });
      if (request === undefined) return refuse(refusalOf('no-such-number', language));
      if (request.erasedAt != null) return refuse(refusalOf('disclosure-erased', language));
      const disclosureId = newId();
      // Who gives the reason may name the person in it.
      const reason = maskPersonalData(given.reason);
      const { requestId } = request;
      const at = this.clock.now();
      const by = { byId: caller.subject, byName: caller.name };
      const demand = { disclosureId, requestId, number, reason, demandedAt: at, ...by, edition, clause: rule.clause };
      const row = await insertDisclosure(tx, demand);
      const payload = { requestId, disclosureId, clause: rule.clause, reason, by: actorOf(caller) };
      tx.append('request.disclosure-demanded.v1', { subjectId: requestId, occurredAt: at, payload });
      return accept({ ...viewOf(row, []), entries: [] });
    });
  }

  list(caller: Principal, language: Language): Promise<Outcome<unknown>> {
    return this.under(caller, language, async (tx) => {
      const rows = await listDisclosures(tx);
      const ids = rows.map(({ disclosureId }) => disclosureId);
      const handings = await handingsOf(tx, ids);
      return accept({ items: rows.map((row) => viewOf(row, handings)) });
    });
  }

  one(caller: Principal, disclosureId: string, language: Language): Promise<Outcome<unknown>> {
    return this.under(caller, language, async (tx) => {
      const row = await disclosureById(tx, disclosureId);
      if (row === null) return refuse(refusalOf('unknown-disclosure', language));
      const entries = (await entriesOf(tx, disclosureId)).map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
      return accept({ ...viewOf(row, await handingsOf(tx, [disclosureId])), entries });
    });
  }

  /** Hands a package over. That it was handed over is on record before the first byte leaves, each time it is taken. */
  handOver(caller: Principal, disclosureId: string, language: Language): Promise<Outcome<StreamAnswer>> {
    return this.under(caller, language, async (tx) => {
      const row = await lockDisclosure(tx, disclosureId);
      if (row === null) return refuse(refusalOf('unknown-disclosure', language));
      if (row.status === 'erased') return refuse(refusalOf('disclosure-erased', language));
      const { number, bytes, manifestSha256 } = row;
      if (bytes === null || manifestSha256 === null) return refuse(refusalOf('disclosure-not-ready', language));
      const entries = await entriesOf(tx, disclosureId);
      const at = this.clock.now();
      await addHanding(tx, newId(), { disclosureId, at, by: caller.name });
      const { requestId, clause, edition, reason } = row;
      const held = { entries: entries.length - 1, bytes, manifestSha256 };
      const payload = { requestId, disclosureId, clause, edition, reason, by: actorOf(caller), ...held };
      tx.append('request.disclosed.v1', { subjectId: requestId, occurredAt: at, payload });
      const chunks = zipOf(entries.map((entry) => this.zipEntry(caller.tenant, disclosureId, entry)));
      return accept(new StreamAnswer({ name: `${number}.zip`, type: 'application/zip', bytes, chunks }));
    });
  }

  /** @throws Error when the bytes are not those of the manifest: a package that does not hold what it says breaks off */
  private zipEntry(tenant: string, disclosureId: string, entry: EntryRow): ZipEntry {
    const content = async () => {
      const read = await this.database.tenant(tenant, (tx) => contentOf(tx, disclosureId, entry));
      if (read === null) throw new Error(`${entry.name} of package ${disclosureId} is no longer kept`);
      if (createHash('sha256').update(read).digest('hex') !== entry.sha256)
        throw new Error(`${entry.name} of package ${disclosureId} is not what its manifest says`);
      return read;
    };
    return { name: entry.name, bytes: entry.bytes, content };
  }

  /** For those alone whom the regulation in force names. */
  private under<T>(
    caller: Principal,
    language: Language,
    act: (tx: Tx, rule: DisclosureRule, edition: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const regulation = this.book.get(caller.tenant);
    const rule = regulation?.disclosure ?? null;
    if (regulation === undefined || rule === null) return Promise.resolve(refuse(refusalOf('no-disclosure', language)));
    if (!mayDemand(rule, caller.roles))
      return Promise.resolve(refuse({ ...refusalOf('not-named', language), clause: rule.clause }));
    return this.database.tenant(caller.tenant, (tx) => act(tx, rule, regulation.edition.id));
  }
}

const actorOf = ({ subject, name }: Principal): Actor => ({ kind: 'staff', id: subject, name });

const viewOf = (row: DisclosureRow, handings: readonly Handing[]) => {
  const { demandedAt, readyAt, byId: _, byName, requestId: __, ...rest } = row;
  return {
    ...rest,
    by: byName,
    demandedAt: isoOf(demandedAt),
    readyAt: isoOrNull(readyAt),
    handings: handings
      .filter(({ disclosureId }) => disclosureId === row.disclosureId)
      .map(({ at, by }) => ({ at: isoOf(at), by })),
  };
};
