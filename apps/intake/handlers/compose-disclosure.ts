import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EventOf, WorkTrailToldV1 } from '@reglament/contracts';
import { inLanguage } from '@reglament/domain/admission';
import { composeEntries, type Entry, type Matter, manifestText, type TrailTold } from '@reglament/domain/disclosure';
import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import type { Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { zipSize } from '@reglament/platform/zip';
import {
  checksumsOfFiles,
  completeDisclosure,
  type DisclosureRow,
  type EntryRow,
  keepTrail,
  lockDisclosure,
} from '../store/disclosures.ts';
import type { Request } from '../store/entities.ts';
import { callsOf, type RecordingFacts, recordingsOf } from '../store/recordings.ts';
import { conversationOf, lettersOf, requestById } from '../store/requests.ts';

type Composed = EntryRow & { readonly content: Buffer | null };

/** The name of the entry that lists all the others. */
const MANIFEST = 'manifest.json';

/**
 * Puts a package together once its trail has come: the texts are composed and kept, recordings and files are listed by their checksums,
 * and the manifest closes it. In the inbox's transaction; a part that comes late or twice finds the package complete and changes nothing.
 */
@Injectable()
export class ComposeDisclosure {
  constructor(
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  async handle(tx: Tx, event: EventOf<typeof WorkTrailToldV1>): Promise<void> {
    const { disclosureId, requestId } = event.payload;
    const disclosure = await lockDisclosure(tx, disclosureId);
    if (disclosure?.status !== 'gathering') return;
    const trail = await keepTrail(tx, disclosureId, event.payload);
    if (trail === null) return;
    const request = await requestById(tx, requestId);
    const regulation = request === null ? undefined : this.book.of(event.tenant, request.edition);
    if (request === null || regulation === undefined)
      throw new Error(`package ${disclosureId} is about request ${requestId}, which is not known under its edition`);
    const entries = composeEntries(regulation, await matterOf(tx, request, trail)).map(rowOf);
    const manifest = this.manifestOf(disclosure, regulation, entries);
    const all = [manifest, ...entries];
    const made = { manifestSha256: manifest.sha256, bytes: zipSize(all), at: this.clock.now() };
    await completeDisclosure(tx, disclosureId, { entries: all, ...made });
  }

  /** The demand is told by the edition that was in force then. */
  private manifestOf(disclosure: DisclosureRow, regulation: Regulation, entries: readonly EntryRow[]): Composed {
    const { tenant } = regulation;
    const inForce = this.book.of(tenant, disclosure.edition) ?? regulation;
    const say = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, inForce.languages[0], inForce);
    const demand = {
      disclosureId: disclosure.disclosureId,
      by: { id: disclosure.byId, name: disclosure.byName },
      as: say(inForce.disclosure?.name ?? null),
      reason: disclosure.reason,
      at: disclosure.demandedAt,
      edition: disclosure.edition,
      clause: disclosure.clause,
      clauseText: say(inForce.clauses.get(disclosure.clause)?.text ?? null),
    };
    const { number, requestId } = disclosure;
    const text = manifestText(demand, { tenant, organisation: say(inForce.organisation), number, requestId }, entries);
    return rowOf({ name: MANIFEST, is: 'text', text });
  }
}

function rowOf(entry: Entry): Composed {
  if (entry.is !== 'text') {
    const { name, is: kind, id: sourceId, bytes, sha256 } = entry;
    return { name, kind, sourceId, bytes, sha256, content: null };
  }
  const content = Buffer.from(entry.text);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name: entry.name, kind: 'text', sourceId: null, bytes: content.length, sha256, content };
}

/** Everything that is kept of the request here, with the trail that routing told. */
async function matterOf(tx: Tx, request: Request, trail: readonly TrailTold[]): Promise<Matter> {
  const { requestId } = request;
  const turns = await conversationOf(tx, request);
  const checksums = await checksumsOfFiles(tx, requestId);
  const kept = await recordingsOf(tx, requestId);
  const calls = await callsOf(tx, request);
  const letters = await lettersOf(tx, requestId);
  return {
    request: {
      requestId,
      number: request.number,
      channel: request.channel,
      category: request.category,
      status: request.status,
      edition: request.edition,
      submittedAt: request.submittedAt,
      requester: {
        name: request.requesterName,
        email: request.requesterEmail ?? null,
        phone: request.requesterPhone ?? null,
      },
      fields: request.fields,
    },
    messages: turns.map(({ from, name, text, at, files }) => ({
      ...{ from, name, text, at: Date.parse(at) as Instant },
      files: files.map(({ fileId, ...file }) => ({ ...file, id: fileId, sha256: checksums.get(fileId) ?? '' })),
    })),
    calls: calls.map(({ callId, direction, at, outcome, by }) => ({
      ...{ direction, at, outcome, by },
      recordings: kept.filter((recording) => recording.callId === callId).map(bytesOf),
    })),
    letters: letters.map(({ recipient, subject, body, status, sentAt, createdAt }) => ({
      ...{ recipient, subject, body, status, at: sentAt ?? createdAt },
    })),
    trail,
  };
}

const bytesOf = ({ recordingId, name, type, bytes, sha256, lengthMs }: RecordingFacts) => ({
  ...{ id: recordingId, name, type, bytes, sha256, lengthMs },
});
