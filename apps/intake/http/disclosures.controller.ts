import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { z } from 'zod';
import { Disclose } from '../handlers/disclose.ts';

/** Any of the staff may ask; the regulation says who is answered. */
const allow = ['operator', 'moderator', 'agent', 'manager', 'administrator'] as const;
const ofDisclosures = { 'no-disclosure': 404, 'not-named': 403 } as const;
const params = z.object({ disclosureId: z.uuid() });

const DisclosureView = z.object({
  disclosureId: z.uuid(),
  number: z.string(),
  reason: z.string(),
  demandedAt: z.iso.datetime(),
  by: z.string(),
  edition: z.string(),
  clause: z.string(),
  status: z.enum(['gathering', 'ready', 'erased']),
  readyAt: z.iso.datetime().nullable(),
  manifestSha256: z.string().nullable(),
  bytes: z.int().nullable(),
  handings: z.array(z.object({ at: z.iso.datetime(), by: z.string() })),
});
const WholeView = DisclosureView.extend({
  entries: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

const demandEndpoint = endpoint({
  summary: 'Demand the recordings, the correspondence and the trail of a request as a package, with a reason',
  allow,
  body: z.object({
    number: z.string().trim().min(1).max(40),
    reason: z.string().trim().min(3).max(1000),
  }),
  ok: WholeView,
  status: 201,
  refusals: { ...ofDisclosures, 'no-such-number': 404, 'disclosure-erased': 409 },
});
const listEndpoint = endpoint({
  summary: 'The packages that were demanded and given out, newest first',
  allow,
  ok: z.object({ items: z.array(DisclosureView) }),
  refusals: ofDisclosures,
});
const oneEndpoint = endpoint({
  summary: 'A package with its entries and their checksums',
  allow,
  params,
  ok: WholeView,
  refusals: { ...ofDisclosures, 'unknown-disclosure': 404 },
});
const packageEndpoint = endpoint({
  // Taking it is a deed that goes on record, and no reading.
  summary: 'Take a package: a ZIP file; that it was handed over is on record',
  allow,
  params,
  body: z.object({}),
  ok: z.string(),
  status: 200,
  produces: 'application/zip',
  refusals: { ...ofDisclosures, 'unknown-disclosure': 404, 'disclosure-not-ready': 409, 'disclosure-erased': 409 },
});

/** Packages on the demand of whom the regulation names (kuty 1.3). */
@Controller('disclosures')
export class DisclosuresController {
  constructor(private readonly disclose: Disclose) {}

  @Post()
  @Endpoint(demandEndpoint)
  demand(
    @Input() { body }: InputOf<typeof demandEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.disclose.demand(caller, body, language);
  }

  @Get()
  @Endpoint(listEndpoint)
  list(@Caller() caller: Principal, @Accepts() language: Language) {
    return this.disclose.list(caller, language);
  }

  @Get(':disclosureId')
  @Endpoint(oneEndpoint)
  one(@Input() input: InputOf<typeof oneEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.disclose.one(caller, input.params.disclosureId, language);
  }

  @Post(':disclosureId/package')
  @Endpoint(packageEndpoint)
  take(@Input() input: InputOf<typeof packageEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.disclose.handOver(caller, input.params.disclosureId, language);
  }
}
