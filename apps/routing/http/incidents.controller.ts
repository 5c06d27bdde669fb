import { Controller, Get, Post } from '@nestjs/common';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import { z } from 'zod';
import { Incidents } from '../handlers/incidents.ts';
import { Note, ShortId, Words } from './schemas.ts';

const Instant = z.iso.datetime();
const How = z.enum(['letter', 'phone', 'in-person']);
const IncidentView = z.object({
  incidentId: z.uuid(),
  requestId: z.uuid().nullable(),
  number: z.string().nullable(),
  procedure: z.string(),
  clause: z.string(),
  note: z.string(),
  openedAt: Instant,
  openedBy: z.string(),
  closedAt: Instant.nullable(),
  steps: z.array(
    z.object({
      do: z.enum(['end-call', 'stop-correspondence', 'inform', 'disclose']),
      duty: z.enum(['must', 'may']),
      to: z.string().nullable(),
      ground: z.boolean(),
      dueAt: Instant.nullable(),
      overdue: z.boolean(),
      done: z
        .object({
          at: Instant,
          by: z.string(),
          how: How.nullable(),
          number: z.string().nullable(),
          ground: z.string().nullable(),
          note: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
});

const everybody = ['operator', 'moderator', 'agent', 'manager', 'administrator'] as const;
const hands = ['operator', 'moderator', 'agent', 'manager'] as const;
const OneIncident = z.object({ incidentId: z.uuid() });

const listEndpoint = endpoint({
  summary: 'Breaches of conduct and their steps, newest first; of one request, or of all',
  allow: everybody,
  query: z.object({ request: z.uuid().optional() }),
  ok: z.object({ items: z.array(IncidentView) }),
});
const openEndpoint = endpoint({
  summary: 'Record a breach of conduct, in a request or in a call without one',
  allow: hands,
  body: z.object({ requestId: z.uuid().nullish(), procedure: ShortId, note: Words.max(2_000) }),
  ok: IncidentView,
  status: 201,
  refusals: { 'not-found': 404, 'unknown-procedure': 422 },
});
const stepEndpoint = endpoint({
  summary: 'Record that a step was done; an addressee with an address is written to',
  allow: hands,
  params: OneIncident.extend({ step: z.coerce.number().int().min(0).max(50) }),
  body: z.object({
    how: z.enum(['phone', 'in-person']).nullish(),
    number: ShortId.nullish(),
    ground: Note.min(1).nullish(),
    note: Note.nullish(),
  }),
  ok: IncidentView,
  refusals: {
    'not-found': 404,
    'step-done': 409,
    'ground-missing': 422,
    'how-missing': 422,
    'not-yours': 403,
    'role-not-allowed': 403,
    'not-allowed-now': 409,
    'unknown-reason': 422,
    'nothing-to-decline-by': 422,
  },
});
const closeEndpoint = endpoint({
  summary: 'Close an incident; refused while a step that must be done is left',
  allow: hands,
  params: OneIncident,
  ok: IncidentView,
  refusals: { 'not-found': 404, 'steps-left': 409 },
});

/** Breaches of conduct, as the regulation tells what to do about them. */
@Controller('incidents')
export class IncidentsController {
  constructor(private readonly incidents: Incidents) {}

  @Get()
  @Endpoint(listEndpoint)
  async list(
    @Input() { query }: InputOf<typeof listEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return { items: await this.incidents.list({ caller, language }, query.request ?? null) };
  }

  @Post()
  @Endpoint(openEndpoint)
  open(@Input() { body }: InputOf<typeof openEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.incidents.open({ caller, language }, { ...body, requestId: body.requestId ?? null });
  }

  @Post(':incidentId/steps/:step')
  @Endpoint(stepEndpoint)
  step(
    @Input() { params, body }: InputOf<typeof stepEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    const { how, number, ground, note } = body;
    const record = { how: how ?? null, number: number ?? null, ground: ground ?? null, note: note ?? null };
    return this.incidents.doStep({ caller, language }, params.incidentId, params.step, record);
  }

  @Post(':incidentId/close')
  @Endpoint(closeEndpoint)
  close(
    @Input() { params }: InputOf<typeof closeEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.incidents.close({ caller, language }, params.incidentId);
  }
}
