import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import { Accepts, EdgeProblem, Endpoint, endpoint, Input, type InputOf, sse } from '@reglament/platform/http';
import { LiveFeed } from '@reglament/platform/live';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ConverseWithRequester } from '../handlers/converse-with-requester.ts';
import { OpenChat } from '../handlers/open-chat.ts';
import { ShowOwnFile } from '../handlers/show-own-file.ts';
import { ShowStatus } from '../handlers/show-status.ts';
import { ChatParams, ChatView, LedView } from './chat-schemas.ts';
import { HotlineParams, ReplyBody, StatusView } from './schemas.ts';

const leadEndpoint = endpoint({
  summary: 'Begin a chat: the instructions that match the question, and whether somebody is there',
  allow: 'public',
  params: HotlineParams,
  body: z.object({ text: z.string().trim().min(1).max(8000) }),
  ok: LedView,
  status: 201,
  refusals: { 'no-chat': 404 },
  rateLimit: { max: 30, perSeconds: 60 },
});
const showEndpoint = endpoint({
  summary: 'A chat as it stands: its request, what was written, whether somebody is there',
  allow: 'public',
  params: ChatParams,
  ok: ChatView,
  refusals: ['unknown-hotline', 'unknown-request'],
  rateLimit: { max: 240, perSeconds: 60 },
});
const writeEndpoint = endpoint({
  summary: 'Write in a chat',
  allow: 'public',
  params: ChatParams,
  body: ReplyBody.pick({ text: true, attachments: true }),
  ok: StatusView,
  status: 200,
  refusals: ['unknown-hotline', 'unknown-request', 'request-closed', 'requester-blocked'],
  rateLimit: { max: 60, perSeconds: 60 },
});
const fileEndpoint = endpoint({
  summary: 'A file that came in a chat, from either side',
  allow: 'public',
  params: ChatParams.extend({ fileId: z.uuid() }),
  ok: z.string(),
  produces: 'application/octet-stream',
  refusals: ['unknown-hotline', 'unknown-request', 'unknown-file'],
  rateLimit: { max: 240, perSeconds: 60 },
});
const liveEndpoint = endpoint({
  summary: 'That something was said or done in a chat, as it happens',
  allow: 'public',
  params: ChatParams,
  ok: z.void(),
  refusals: ['unknown-request'],
  produces: 'text/event-stream',
});

/** The Internet chat of a hotline whose regulation has one. Its id is the secret of the browser that began it. */
@Controller('hotlines/:tenant/chats')
export class ChatsController {
  constructor(
    private readonly chats: OpenChat,
    private readonly status: ShowStatus,
    private readonly converse: ConverseWithRequester,
    private readonly files: ShowOwnFile,
    private readonly feed: LiveFeed,
  ) {}

  @Post()
  @Endpoint(leadEndpoint)
  lead(@Input() { params, body }: InputOf<typeof leadEndpoint>, @Accepts() language: Language) {
    return this.chats.lead(params.tenant, body.text, language);
  }

  @Get(':chatId')
  @Endpoint(showEndpoint)
  async show(@Input() { params }: InputOf<typeof showEndpoint>, @Accepts() language: Language) {
    const shown = await this.status.handle({ ...params, language });
    return shown.ok ? { ...shown, value: { ...shown.value, ...this.chats.presence(params.tenant) } } : shown;
  }

  @Post(':chatId/messages')
  @Endpoint(writeEndpoint)
  write(@Input() { params, body }: InputOf<typeof writeEndpoint>, @Accepts() language: Language) {
    return this.converse.write({ ...params, ...body, language });
  }

  @Get(':chatId/files/:fileId')
  @Endpoint(fileEndpoint)
  file(@Input() { params }: InputOf<typeof fileEndpoint>, @Accepts() language: Language) {
    return this.files.handle({ ...params, language });
  }

  /** Carries no words: the page asks for them. */
  @Get(':chatId/live')
  @Endpoint(liveEndpoint)
  async live(@Input() { params }: InputOf<typeof liveEndpoint>, @Res() reply: FastifyReply): Promise<void> {
    const requestId = await this.chats.requestOf(params.tenant, params.chatId);
    if (requestId === null) throw new EdgeProblem(404, 'not-found');
    const stream = sse(reply);
    const stop = this.feed.listen(params.tenant, (news) => {
      if (news === 'missed') stream.send({ data: { type: news } });
      else if (news.requestId === requestId) stream.send({ data: { type: news.type } });
    });
    stream.closed.addEventListener('abort', stop, { once: true });
  }
}
