import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, Input, LARGEST_FILE } from '@reglament/platform/http';
import { refuse } from '@reglament/platform/outcome';
import { z } from 'zod';
import { KeepAnswerFile } from '../handlers/keep-answer-file.ts';
import { KeepFile } from '../handlers/keep-file.ts';
import { refusalOfFaults } from '../handlers/refusals.ts';
import { ShowFile } from '../handlers/show-file.ts';
import { ShowOwnFile } from '../handlers/show-own-file.ts';
import { badFileName, fileNameOf } from './file-name.ts';
import { FileHeaders, FileParams, FileView, HotlineParams, RequestParams, StatusBody } from './schemas.ts';

/** Files with requests and answers: brought before they are sent, by anybody or by staff; read by staff with the request, by the requester with what opens it. */
@Controller()
export class FilesController {
  constructor(
    private readonly keep: KeepFile,
    private readonly keepForAnswer: KeepAnswerFile,
    private readonly show: ShowFile,
    private readonly showOwn: ShowOwnFile,
  ) {}

  @Post('hotlines/:tenant/files')
  @Endpoint({
    summary: 'Keep a file for a day, to be named in `attachments` of a request or of a message',
    allow: 'public',
    params: HotlineParams,
    headers: FileHeaders,
    accepts: 'application/octet-stream',
    bodyLimit: LARGEST_FILE,
    ok: FileView,
    status: 201,
    refusals: ['unknown-hotline', 'invalid-submission'],
    rateLimit: { max: 60, perSeconds: 60 },
  })
  async bring(
    @Input() input: { params: z.infer<typeof HotlineParams>; headers: z.infer<typeof FileHeaders>; body: Buffer },
    @Accepts() language: Language,
  ) {
    const name = fileNameOf(input.headers['x-file-name']);
    if (name === null) return refuse(refusalOfFaults([badFileName], language));
    return this.keep.handle({ tenant: input.params.tenant, name, content: input.body, language });
  }

  @Post('requests/:requestId/files')
  @Endpoint({
    summary: 'Keep a file for a day, to be named in `attachments` of one message to the requester',
    allow: ['moderator', 'agent'],
    params: RequestParams,
    headers: FileHeaders,
    accepts: 'application/octet-stream',
    bodyLimit: LARGEST_FILE,
    ok: FileView,
    status: 201,
    refusals: { 'unknown-request': 404, 'request-erased': 409, 'invalid-submission': 422 },
    rateLimit: { max: 60, perSeconds: 60 },
  })
  async bringForAnswer(
    @Input() input: { params: z.infer<typeof RequestParams>; headers: z.infer<typeof FileHeaders>; body: Buffer },
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    const name = fileNameOf(input.headers['x-file-name']);
    if (name === null) return refuse(refusalOfFaults([badFileName], language));
    return this.keepForAnswer.handle(caller, { ...input.params, name, content: input.body }, language);
  }

  /** By POST, as the status page itself: number and contact belong into no address. */
  @Post('hotlines/:tenant/status/files/:fileId')
  @Endpoint({
    summary: 'A file of one’s own request, by its number and the contact given when filing',
    allow: 'public',
    params: HotlineParams.extend({ fileId: z.uuid() }),
    body: StatusBody,
    ok: z.string(),
    status: 200,
    produces: 'application/octet-stream',
    refusals: ['unknown-hotline', 'unknown-request', 'unknown-file'],
    rateLimit: { max: 120, perSeconds: 60 },
  })
  readOwn(
    @Input() input: {
      params: z.infer<typeof HotlineParams> & { fileId: string };
      body: z.infer<typeof StatusBody>;
    },
    @Accepts() language: Language,
  ) {
    return this.showOwn.handle({ ...input.params, ...input.body, language });
  }

  @Get('requests/:requestId/files/:fileId')
  @Endpoint({
    summary: 'A file that came with a request',
    allow: ['operator', 'moderator', 'agent', 'manager'],
    params: FileParams,
    ok: z.string(),
    produces: 'application/octet-stream',
    refusals: ['unknown-file'],
  })
  read(
    @Input() input: { params: z.infer<typeof FileParams> },
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    return this.show.handle(caller.tenant, input.params, language);
  }
}
