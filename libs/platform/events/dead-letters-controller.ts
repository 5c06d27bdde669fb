import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Principal } from '../auth/index.ts';
import { Caller, Endpoint, endpoint, Input, type InputOf } from '../http/index.ts';
import { type DeadLetter, JetStreamTransport } from '../jetstream/index.ts';
import { accept, type Outcome, refuse } from '../outcome/index.ts';

const IsoTime = z.iso.datetime();
const Letter = z.object({
  id: z.int(),
  eventId: z.string(),
  type: z.string(),
  source: z.string(),
  subjectId: z.string(),
  reason: z.enum(['invalid', 'failed']),
  error: z.string(),
  deliveries: z.int(),
  deadAt: IsoTime,
});

const list = endpoint({
  summary: 'Events that could not take effect and wait, newest first, at most 200',
  allow: ['administrator'],
  ok: z.array(Letter),
});

const replay = endpoint({
  summary: 'Try one of them again, now; it takes effect once, however often it is tried',
  allow: ['administrator'],
  params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
  ok: z.object({ id: z.int(), replayed: z.literal(true) }),
  refusals: { 'not-found': 404, 'still-fails': 422 },
});

/** Dead letters of the caller's tenant: seen and replayed by its administrator. */
@Controller('dead-letters')
export class DeadLettersController {
  constructor(private readonly transport: JetStreamTransport) {}

  @Get()
  @Endpoint(list)
  async list(@Caller() caller: Principal): Promise<z.input<typeof list.ok>> {
    const letters = await this.transport.deadLetters.list(caller.tenant);
    return letters.map(shown);
  }

  @Post(':id/replay')
  @HttpCode(200)
  @Endpoint(replay)
  async replay(
    @Caller() caller: Principal,
    @Input() { params }: InputOf<typeof replay>,
  ): Promise<Outcome<{ id: number; replayed: true }>> {
    const letter = await this.transport.deadLetters.find(caller.tenant, params.id);
    if (letter === undefined)
      return refuse({ code: 'not-found', status: 404, detail: `There is no dead letter ${params.id}.` });
    const fault = await this.transport.replay(letter);
    if (fault !== undefined)
      return refuse({ code: 'still-fails', status: 422, detail: `It fails as before: ${fault}` });
    return accept({ id: letter.id, replayed: true });
  }
}

const shown = ({ replayedAt: _, deadAt, ...letter }: DeadLetter) => ({
  ...letter,
  deadAt: new Date(deadAt).toISOString(),
});
