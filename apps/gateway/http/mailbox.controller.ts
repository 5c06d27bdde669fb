import { Controller, Get, Inject } from '@nestjs/common';
import type { Principal } from '@reglament/platform/auth';
import {
  Accepts,
  Caller,
  CONFIG,
  EdgeProblem,
  Endpoint,
  endpoint,
  Input,
  type InputOf,
  type Language,
} from '@reglament/platform/http';
import { accept, type Outcome } from '@reglament/platform/outcome';
import { z } from 'zod';
import type { GatewayConfig } from '../config.ts';
import { refusalStatuses, refuseWith } from './texts.ts';

const WITHIN_MS = 5_000;

const Line = z.object({
  id: z.string(),
  at: z.string(),
  tenant: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
});
const Letter = Line.extend({ text: z.string(), html: z.string(), headers: z.record(z.string(), z.string()) });
type Letter = z.infer<typeof Letter>;
type Line = z.infer<typeof Line>;
const LetterId = z.string().regex(/^\d{1,20}-\d{1,20}$/);

const list = endpoint({
  summary: 'Letters that the default set-up kept instead of sending, newest first',
  allow: 'signed-in',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), after: LetterId.optional() }),
  ok: z.array(Line),
  refusals: refusalStatuses('no-mailbox'),
});
const one = endpoint({
  summary: 'One letter whole',
  allow: 'signed-in',
  params: z.object({ id: LetterId }),
  ok: Letter,
  refusals: refusalStatuses('letter-not-found', 'no-mailbox'),
});

/** What the tenant's requesters were sent, where no letter really leaves. Staff see their own tenant's letters only. */
@Controller('api/gateway/mailbox')
export class MailboxController {
  private readonly mailbox: string | undefined;

  constructor(@Inject(CONFIG) config: GatewayConfig) {
    this.mailbox = config.MAILBOX_URL;
  }

  @Get()
  @Endpoint(list)
  async list(
    @Input() { query }: InputOf<typeof list>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Line[]>> {
    if (this.mailbox === undefined) return refuseWith('no-mailbox', language);
    const search = new URLSearchParams({ tenant: caller.tenant, limit: String(query.limit) });
    if (query.after !== undefined) search.set('after', query.after);
    const response = await ask(`${this.mailbox}/letters?${search}`);
    const lines = z.array(Line).parse(await response.json());
    return accept(lines.filter(({ tenant }) => tenant === caller.tenant));
  }

  @Get(':id')
  @Endpoint(one)
  async one(
    @Input() { params }: InputOf<typeof one>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<Letter>> {
    if (this.mailbox === undefined) return refuseWith('no-mailbox', language);
    const response = await ask(`${this.mailbox}/letters/${params.id}`);
    const letter = response.status === 404 ? null : Letter.parse(await response.json());
    return letter?.tenant === caller.tenant ? accept(letter) : refuseWith('letter-not-found', language);
  }
}

async function ask(url: string): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
  } catch (error) {
    throw new EdgeProblem(503, 'unavailable', { cause: error, headers: { 'retry-after': '1' } });
  }
}
