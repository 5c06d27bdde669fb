import { Controller, Get, Post } from '@nestjs/common';
import { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { KeepArticles } from '../handlers/keep-articles.ts';
import { ReadHelp } from '../handlers/read-help.ts';
import {
  AnswersView,
  ArticleListView,
  ArticleParams,
  ArticleView,
  DatedBody,
  HelpQuery,
  SaveBody,
  SeenBody,
  WriteBody,
} from './article-schemas.ts';

const refusals = { 'unknown-article': 404, 'article-changed': 409, 'article-not-allowed-now': 409 } as const;
const writers = ['agent', 'moderator', 'manager'] as const;
const publishers = ['moderator', 'manager'] as const;
const changed = { params: ArticleParams, ok: ArticleView, status: 200 } as const;

const listEndpoint = endpoint({
  summary: 'Every article with what became of it; which are due for review',
  allow: writers,
  ok: ArticleListView,
});
const answersEndpoint = endpoint({
  summary: 'Articles to answer with, each with its standard answer in the requester’s language',
  allow: writers,
  query: HelpQuery.extend({ language: Language }),
  ok: AnswersView,
});
const oneEndpoint = endpoint({
  summary: 'An article with its versions',
  allow: writers,
  params: ArticleParams,
  ok: ArticleView,
  refusals: { 'unknown-article': 404 },
});
const addEndpoint = endpoint({
  summary: 'Write an article: a draft that nobody else reads yet',
  allow: writers,
  body: WriteBody,
  ok: ArticleView,
  status: 201,
  refusals: { 'article-empty': 422, 'article-language': 422, 'too-many-articles': 409 },
});
const saveEndpoint = endpoint({
  ...changed,
  summary: 'Save another version of an article; what is published stays until the next publishing',
  allow: writers,
  body: SaveBody,
  refusals: { ...refusals, 'article-empty': 422, 'article-language': 422 },
});
const publishEndpoint = endpoint({
  ...changed,
  summary: 'Publish the latest version, true until a day',
  allow: publishers,
  body: DatedBody,
  refusals: { ...refusals, 'review-date': 422 },
});
const reviewEndpoint = endpoint({
  ...changed,
  summary: 'Looked through and still true, until another day',
  allow: publishers,
  body: DatedBody,
  refusals: { ...refusals, 'review-date': 422 },
});
const archiveEndpoint = endpoint({
  ...changed,
  summary: 'Take an article out of the help centre',
  allow: publishers,
  body: SeenBody,
  refusals,
});

/** The help centre as the staff keeps it: everybody who answers writes, moderators and managers publish. */
@Controller('articles')
export class ArticlesController {
  constructor(
    private readonly articles: KeepArticles,
    private readonly help: ReadHelp,
  ) {}

  @Get()
  @Endpoint(listEndpoint)
  list(@Caller() caller: Principal, @Accepts() language: Language) {
    return this.articles.list({ caller, language });
  }

  @Get('answers')
  @Endpoint(answersEndpoint)
  answers(@Input() { query }: InputOf<typeof answersEndpoint>, @Caller() caller: Principal) {
    return this.help.answers({ ...query, tenant: caller.tenant });
  }

  @Get(':articleId')
  @Endpoint(oneEndpoint)
  one(@Input() { params }: InputOf<typeof oneEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.articles.one({ caller, language }, params.articleId);
  }

  @Post()
  @Endpoint(addEndpoint)
  add(@Input() { body }: InputOf<typeof addEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.articles.add({ caller, language }, { texts: body.texts, groupId: body.groupId ?? null });
  }

  @Post(':articleId/versions')
  @Endpoint(saveEndpoint)
  save(
    @Input() { params, body }: InputOf<typeof saveEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    const written = { texts: body.texts, groupId: body.groupId ?? null };
    return this.articles.save({ caller, language }, params.articleId, body.version, written);
  }

  @Post(':articleId/publish')
  @Endpoint(publishEndpoint)
  publish(
    @Input() { params, body }: InputOf<typeof publishEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.articles.publish({ caller, language }, params.articleId, body.version, body.reviewBy ?? null);
  }

  @Post(':articleId/review')
  @Endpoint(reviewEndpoint)
  review(
    @Input() { params, body }: InputOf<typeof reviewEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.articles.review({ caller, language }, params.articleId, body.version, body.reviewBy ?? null);
  }

  @Post(':articleId/archive')
  @Endpoint(archiveEndpoint)
  archive(
    @Input() { params, body }: InputOf<typeof archiveEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.articles.archive({ caller, language }, params.articleId, body.version);
  }
}
