import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, Input, LARGEST_FILE } from '@reglament/platform/http';
import { refuse } from '@reglament/platform/outcome';
import { z } from 'zod';
import { KeepFile } from '../handlers/keep-file.ts';
import { refusalOfFaults } from '../handlers/refusals.ts';
import { ShowFile } from '../handlers/show-file.ts';
import { badFileName, fileNameOf } from './file-name.ts';
import { FileHeaders, FileParams, FileView, HotlineParams } from './schemas.ts';

/** Files with requests: brought by anybody before they are sent, read by staff with the request. */
@Controller()
export class FilesController {
  constructor(
    private readonly keep: KeepFile,
    private readonly show: ShowFile,
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
