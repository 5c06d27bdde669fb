import { Controller, Get, Post } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, LARGEST_FILE } from '@reglament/platform/http';
import { refuse } from '@reglament/platform/outcome';
import { z } from 'zod';
import { Recordings } from '../handlers/recordings.ts';
import { refusalOfFaults } from '../handlers/refusals.ts';
import { badFileName, fileNameOf } from './file-name.ts';
import { FileHeaders, RequestParams } from './schemas.ts';

const RecordingView = z.object({
  recordingId: z.uuid(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  lengthMs: z.int(),
  sha256: z.string(),
  keptAt: z.iso.datetime(),
  by: z.object({ kind: z.enum(['staff', 'platform']), name: z.string() }),
});
const CallView = z.object({
  callId: z.uuid(),
  direction: z.enum(['incoming', 'outgoing']),
  at: z.iso.datetime(),
  outcome: z.string().nullable(),
  by: z.string().nullable(),
  recordings: z.array(RecordingView),
});

const listEndpoint = endpoint({
  summary: 'The calls of a request, each with its recordings',
  allow: ['operator', 'moderator', 'agent', 'manager', 'api-key'],
  params: RequestParams,
  ok: z.object({ items: z.array(CallView) }),
  refusals: ['unknown-request', 'no-recordings'],
});
const keepEndpoint = endpoint({
  summary: 'Keep the audio recording of a call; the same bytes are kept once',
  allow: ['operator', 'moderator', 'agent', 'api-key'],
  params: RequestParams.extend({ callId: z.uuid() }),
  headers: FileHeaders,
  accepts: 'application/octet-stream',
  bodyLimit: LARGEST_FILE,
  ok: RecordingView,
  status: 201,
  refusals: {
    'unknown-request': 404,
    'no-recordings': 404,
    'no-such-call': 404,
    'request-erased': 409,
    'invalid-submission': 422,
  },
});
const playEndpoint = endpoint({
  summary: 'The sound of a recording, whole or a range of its bytes',
  allow: ['operator', 'moderator', 'agent', 'manager'],
  params: RequestParams.extend({ recordingId: z.uuid() }),
  ok: z.string(),
  produces: 'application/octet-stream',
  refusals: ['unknown-recording'],
});

/** Audio recordings of a request's calls, brought by staff or by a telephone exchange with an API key (kuty 1.1). */
@Controller('requests/:requestId')
export class RecordingsController {
  constructor(private readonly recordings: Recordings) {}

  @Get('calls')
  @Endpoint(listEndpoint)
  list(@Input() { params }: InputOf<typeof listEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.recordings.list(caller, params.requestId, language);
  }

  @Post('calls/:callId/recordings')
  @Endpoint(keepEndpoint)
  async keep(
    @Input() input: {
      params: InputOf<typeof keepEndpoint>['params'];
      headers: z.infer<typeof FileHeaders>;
      body: Buffer;
    },
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ) {
    const name = fileNameOf(input.headers['x-file-name']);
    if (name === null) return refuse(refusalOfFaults([badFileName], language));
    return this.recordings.keep(caller, { ...input.params, name, content: input.body }, language);
  }

  @Get('recordings/:recordingId')
  @Endpoint(playEndpoint)
  play(@Input() { params }: InputOf<typeof playEndpoint>, @Caller() caller: Principal, @Accepts() language: Language) {
    return this.recordings.play(caller, params, language);
  }
}
