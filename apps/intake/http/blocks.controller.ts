import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { z } from 'zod';
import { BlockRequester } from '../handlers/block-requester.ts';
import { BlockView, ListedBlockView } from './block-schemas.ts';
import { RequestParams } from './schemas.ts';

const allow = ['moderator', 'manager'] as const;
const BlockParams = z.object({ blockId: z.uuid() });
/** Told to the person, so it says enough. */
const words = z.string().trim().min(3).max(2000);
const usual = { 'no-blocking': 404, 'message-stopped': 422 } as const;

const blockEndpoint = endpoint({
  summary: 'Block whoever filed this request, for a ground and a term of the regulation; they are told by letter',
  allow,
  params: RequestParams,
  body: z.object({ ground: z.string().min(1).max(60), days: z.int().min(1).max(366), reason: words }),
  ok: BlockView,
  status: 201,
  refusals: {
    ...usual,
    'unknown-request': 404,
    'nobody-to-block': 409,
    'already-blocked': 409,
    'unknown-ground': 422,
    'unknown-term': 422,
  },
});
const listEndpoint = endpoint({
  summary: 'Blocks of requesters: appeals that wait first, then the newest',
  allow,
  ok: z.object({ items: z.array(ListedBlockView) }),
});
const liftEndpoint = endpoint({
  summary: 'Lift a block before its end',
  allow,
  params: BlockParams,
  body: z.object({ reason: words }),
  ok: BlockView,
  status: 200,
  refusals: { ...usual, 'unknown-block': 404, 'block-ended': 409 },
});
const answerEndpoint = endpoint({
  summary: 'Answer an appeal: lift the block, or leave it in force, which whoever blocked may not do',
  allow,
  params: BlockParams,
  body: z.object({ answer: z.enum(['lift', 'uphold']), text: words }),
  ok: BlockView,
  status: 200,
  refusals: { ...usual, 'unknown-block': 404, 'no-appeal': 409, 'own-block': 409 },
});

/** Blocks of requesters who break the rules, and their appeals. */
@Controller()
export class BlocksController {
  constructor(private readonly blocks: BlockRequester) {}

  @Post('requests/:requestId/block')
  @Endpoint(blockEndpoint)
  block(
    @Input() { params, body }: InputOf<typeof blockEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.blocks.block(caller, params.requestId, body, language);
  }

  @Get('blocks')
  @Endpoint(listEndpoint)
  list(@Caller() caller: Principal) {
    return this.blocks.list(caller);
  }

  @Post('blocks/:blockId/lift')
  @Endpoint(liftEndpoint)
  lift(
    @Input() { params, body }: InputOf<typeof liftEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.blocks.lift(caller, params.blockId, body.reason, language);
  }

  @Post('blocks/:blockId/answer')
  @Endpoint(answerEndpoint)
  answer(
    @Input() { params, body }: InputOf<typeof answerEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.blocks.answer(caller, params.blockId, body, language);
  }
}
