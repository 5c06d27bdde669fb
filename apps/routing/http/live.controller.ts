import { Controller, Get, Res } from '@nestjs/common';
import type { Principal } from '@reglament/platform/auth';
import { Caller, Endpoint, endpoint, sse } from '@reglament/platform/http';
import { LiveFeed } from '@reglament/platform/live';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

const liveEndpoint = endpoint({
  summary: 'What has happened to which request, as it happens',
  allow: 'signed-in',
  ok: z.void(),
  produces: 'text/event-stream',
});

/** Tells open pages which request to look at again. It carries no content: that is asked for with the reader's own rights. */
@Controller()
export class LiveController {
  constructor(private readonly feed: LiveFeed) {}

  @Get('live')
  @Endpoint(liveEndpoint)
  live(@Caller() caller: Principal, @Res() reply: FastifyReply): void {
    const stream = sse(reply);
    const stop = this.feed.listen(caller.tenant, (news) =>
      stream.send(news === 'missed' ? { type: news, data: {} } : { data: news }),
    );
    stream.closed.addEventListener('abort', stop, { once: true });
  }
}
