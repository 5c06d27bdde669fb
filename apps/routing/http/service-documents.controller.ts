import { Controller, Get, Post } from '@nestjs/common';
import { composeServiceDocument, type EndedService } from '@reglament/domain/service-documents';
import { isoOf } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { drawPdf } from '@reglament/platform/paper';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import { Desk } from '../handlers/desk.ts';
import { dispatchDocuments, endService } from '../handlers/end-service.ts';
import { noSuchRequest } from '../handlers/refusals.ts';
import type { WorkView as View } from '../handlers/view.ts';
import { listServices, readDocuments, type StoredDocuments } from '../store/service-documents.ts';
import { editionOf } from '../store/work.ts';
import { staff } from './procedures.controller.ts';
import { ClockItem, RequestParams, ShortId } from './schemas.ts';

const Line = z.string().trim().min(1).max(300);
const Day = z.iso.date().refine((date) => date >= '2000-01-01' && date < '2100-01-01', 'between 2000 and 2099');
const Service = z.object({
  client: Line,
  /** First and last day of the services. */
  from: Day,
  to: Day,
  /** Price of one in whole kopecks. */
  services: z
    .array(
      z.object({ name: Line, quantity: z.number().positive().max(100_000), price: z.int().min(0).max(1_000_000_000) }),
    )
    .min(1)
    .max(50),
  /** Whether the contract under which some documents fall away is in force. */
  contractInForce: z.boolean(),
  delivery: ShortId,
});
const Kind = z.enum(['report', 'act', 'invoice']);

const endEndpoint = endpoint({
  ...staff,
  summary: 'Say that services for the client have ended: numbers the documents that are owed and starts their clock',
  body: Service,
  refusals: {
    ...staff.refusals,
    'service-ends-before-start': 422,
    'service-already-ended': 409,
    'unknown-choice': 422,
  },
});
const dispatchEndpoint = endpoint({
  ...staff,
  summary: 'Say that the documents were sent: how, and under which tracking number',
  body: z.object({ delivery: ShortId, trackingNumber: Line.max(100) }),
  refusals: { ...staff.refusals, 'no-documents-yet': 409, 'already-dispatched': 409, 'unknown-choice': 422 },
});
const readers = ['agent', 'moderator', 'manager'] as const;
const Documents = z.object({
  service: Service.nullable(),
  documents: z.array(z.object({ kind: Kind, number: z.string(), dated: z.iso.date() })),
  dispatch: z
    .object({ delivery: z.string(), trackingNumber: z.string(), at: z.iso.datetime(), by: z.string() })
    .nullable(),
});
const listEndpoint = endpoint({
  summary: 'The documents after service of a request, and how they went',
  allow: readers,
  params: RequestParams,
  ok: Documents,
  refusals: { 'not-found': 404 },
});
const allEndpoint = endpoint({
  summary:
    'Ended services of the hotline: those whose documents are still owed first, with the clock that runs until they are sent',
  allow: readers,
  ok: z.object({
    items: z.array(
      Documents.extend({
        requestId: z.uuid(),
        number: z.string(),
        service: Service,
        endedAt: z.iso.datetime(),
        clocks: z.array(ClockItem),
      }),
    ),
  }),
});
const paperEndpoint = endpoint({
  summary: 'A document after service, to print and sign',
  allow: readers,
  params: RequestParams.extend({ kind: Kind }),
  ok: z.string(),
  produces: 'application/pdf',
  refusals: { 'not-found': 404 },
});

const spelled = (service: EndedService) => ({ ...service, services: [...service.services] });
const shown = ({ documents, dispatch }: StoredDocuments) => ({
  documents: [...documents],
  dispatch: dispatch === null ? null : { ...dispatch, at: isoOf(dispatch.at) },
});

/** Documents after service (initiative 3.1). */
@Controller()
export class ServiceDocumentsController {
  constructor(
    private readonly desk: Desk,
    private readonly database: Database,
    private readonly book: RegulationBook,
  ) {}

  @Post('requests/:requestId/service-end')
  @Endpoint(endEndpoint)
  end(
    @Input() { params, body }: InputOf<typeof endEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'end-service', endService, body);
  }

  @Post('requests/:requestId/documents/dispatch')
  @Endpoint(dispatchEndpoint)
  dispatch(
    @Input() { params, body }: InputOf<typeof dispatchEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.act({ caller, language, ...params }, 'dispatch-documents', dispatchDocuments, body);
  }

  @Get('documents')
  @Endpoint(allEndpoint)
  async all(@Caller() { tenant }: Principal): Promise<Outcome<z.output<typeof allEndpoint.ok>>> {
    const rules = (this.book.get(tenant)?.clocks ?? [])
      .filter(({ stopsOn }) => stopsOn.some(({ fact }) => fact === 'work.documents-dispatched'))
      .map(({ id }) => id);
    const items = await this.database.tenant(tenant, (tx) => listServices(tx, rules));
    return accept({
      items: items.map(({ endedAt, ...stored }) => ({
        ...stored,
        ...shown(stored),
        service: spelled(stored.service),
        endedAt: isoOf(endedAt),
      })),
    });
  }

  @Get('requests/:requestId/documents')
  @Endpoint(listEndpoint)
  async list(
    @Input() { params }: InputOf<typeof listEndpoint>,
    @Caller() caller: Principal,
  ): Promise<Outcome<z.output<typeof Documents>>> {
    const stored = await this.database.tenant(caller.tenant, (tx) => readDocuments(tx, params.requestId));
    const { service } = stored;
    return accept({ ...shown(stored), service: service === null ? null : spelled(service) });
  }

  @Get('requests/:requestId/documents/:kind')
  @Endpoint(paperEndpoint)
  async paper(
    @Input() { params }: InputOf<typeof paperEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Buffer>> {
    const { edition, ...stored } = await this.database.tenant(caller.tenant, async (tx) => ({
      ...(await readDocuments(tx, params.requestId)),
      edition: await editionOf(tx, params.requestId),
    }));
    const regulation = edition === null ? undefined : this.book.of(caller.tenant, edition);
    const document = stored.documents.find(({ kind }) => kind === params.kind);
    const rule = regulation?.documents ?? null;
    if (regulation === undefined || rule === null || stored.service === null || document === undefined)
      return noSuchRequest(language);
    return accept(await drawPdf(composeServiceDocument(regulation, rule, stored.service, document)));
  }
}
