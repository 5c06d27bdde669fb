import { Readable } from 'node:stream';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Outcome } from '../outcome/index.ts';
import { FileAnswer, StreamAnswer } from './file-answer.ts';
import { acceptedLanguage } from './language.ts';
import { refusalDocument } from './problem.ts';
import { sendProblem } from './problem-filter.ts';
import { compiledRouteOf } from './route.ts';

const isOutcome = (value: unknown): value is Outcome<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  ((value.ok === true && 'value' in value) || (value.ok === false && 'refusal' in value));

/** Nest's adapter, which also knows what a handler's `Outcome` means on the wire. */
export class EdgeAdapter extends FastifyAdapter {
  override reply(target: Parameters<FastifyAdapter['reply']>[0], body: unknown, statusCode?: number): FastifyReply {
    const response = target as unknown as FastifyReply;
    if (response.sent) return response;
    let value = body;
    if (isOutcome(body)) {
      if (!body.ok) {
        const language = acceptedLanguage(response.request.headers['accept-language']);
        const { data } = body.refusal;
        const wait =
          data && 'retryAfter' in data && typeof data.retryAfter === 'number'
            ? { 'retry-after': String(data.retryAfter) }
            : {};
        sendProblem(response, refusalDocument(body.refusal, language), wait);
        return response;
      }
      value = body.value;
    }
    if (statusCode !== undefined) response.status(statusCode);
    if (response.getHeader('cache-control') === undefined) response.header('cache-control', 'no-store');
    if (value instanceof FileAnswer || value instanceof StreamAnswer) value = value.head(response);
    if (value === undefined || value === null) return response.send();
    if (value instanceof Readable || value instanceof Uint8Array) {
      const type = compiledRouteOf(response.request)?.spec.produces ?? 'application/octet-stream';
      if (response.getHeader('content-type') === undefined) response.header('content-type', type);
      return response.send(value);
    }
    if (typeof value !== 'object') {
      if (typeof value !== 'string')
        return response.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(value));
      const type = compiledRouteOf(response.request)?.spec.produces;
      if (response.getHeader('content-type') === undefined)
        response.header('content-type', type ?? 'text/plain; charset=utf-8');
    }
    return response.send(value);
  }
}
