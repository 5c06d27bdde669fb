import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import { Accepts, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { z } from 'zod';
import { ReadHelp } from '../handlers/read-help.ts';
import {
  HelpArticleParams,
  HelpArticleView,
  HelpListView,
  HelpParams,
  HelpQuery,
  MatchBody,
  MatchView,
  VoteBody,
} from './article-schemas.ts';

const listEndpoint = endpoint({
  summary: 'The help centre: articles by title or by words, and those people are answered with most',
  allow: 'public',
  params: HelpParams,
  query: HelpQuery,
  ok: HelpListView,
  refusals: ['unknown-hotline'],
  rateLimit: { max: 120, perSeconds: 60 },
});
const matchEndpoint = endpoint({
  summary: 'Articles that answer a request that is being written',
  allow: 'public',
  params: HelpParams,
  body: MatchBody,
  ok: MatchView,
  status: 200,
  refusals: ['unknown-hotline'],
  rateLimit: { max: 120, perSeconds: 60 },
});
const oneEndpoint = endpoint({
  summary: 'A published article, in Markdown',
  allow: 'public',
  params: HelpArticleParams,
  ok: HelpArticleView,
  refusals: ['unknown-hotline', 'unknown-article'],
});
const viewEndpoint = endpoint({
  summary: 'Count that somebody reads an article',
  allow: 'public',
  params: HelpArticleParams,
  ok: z.void(),
  status: 204,
  refusals: ['unknown-hotline'],
  rateLimit: { max: 60, perSeconds: 60 },
});
const voteEndpoint = endpoint({
  summary: 'Say whether an article helped; one opinion a reader',
  allow: 'public',
  params: HelpArticleParams,
  body: VoteBody,
  ok: z.void(),
  status: 204,
  refusals: ['unknown-hotline'],
  rateLimit: { max: 30, perSeconds: 60 },
});

/** The help centre as anybody reads it. */
@Controller('hotlines/:tenant/articles')
export class HelpController {
  constructor(private readonly help: ReadHelp) {}

  @Get()
  @Endpoint(listEndpoint)
  list(@Input() { params, query }: InputOf<typeof listEndpoint>, @Accepts() language: Language) {
    return this.help.list({ ...params, ...query, language });
  }

  @Post('match')
  @Endpoint(matchEndpoint)
  match(@Input() { params, body }: InputOf<typeof matchEndpoint>, @Accepts() language: Language) {
    return this.help.match({ ...params, q: body.text, limit: 3, language });
  }

  @Get(':articleId')
  @Endpoint(oneEndpoint)
  one(@Input() { params }: InputOf<typeof oneEndpoint>, @Accepts() language: Language) {
    return this.help.one(params.tenant, language, params.articleId);
  }

  @Post(':articleId/views')
  @Endpoint(viewEndpoint)
  viewed(@Input() { params }: InputOf<typeof viewEndpoint>, @Accepts() language: Language) {
    return this.help.viewed(params.tenant, language, params.articleId);
  }

  @Post(':articleId/votes')
  @Endpoint(voteEndpoint)
  vote(@Input() { params, body }: InputOf<typeof voteEndpoint>, @Accepts() language: Language) {
    return this.help.vote(params.tenant, language, { ...body, articleId: params.articleId });
  }
}
