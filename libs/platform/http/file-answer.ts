import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { rangeOf } from './byte-range.ts';

/** What the page itself shows or plays. */
const inPage = /^(?:image|audio)\//;

/** A file that a handler answers with. Only images and sound belong into the page; everything else is saved, so that nothing in it can run. */
export class FileAnswer {
  constructor(readonly file: { readonly name: string; readonly type: string; readonly content: Uint8Array }) {}

  /** Sets the headers of RFC 6266, and of a range where one is asked for; the name may be in any alphabet. @returns the bytes to send */
  head(reply: FastifyReply): Uint8Array {
    const { name, type, content } = this.file;
    const how = inPage.test(type) ? 'inline' : 'attachment';
    headOf(reply, { name, type, how });
    reply.header('accept-ranges', 'bytes');
    // Nothing here tells one version of a file from another, so a range of an earlier one cannot be continued.
    const asked = reply.request.headers['if-range'] === undefined ? reply.request.headers.range : undefined;
    const range = rangeOf(asked, content.length);
    if (range === null) return content;
    const satisfiable = range !== 'unsatisfiable';
    const part = satisfiable ? `${range.first}-${range.last}` : '*';
    reply.status(satisfiable ? 206 : 416).header('content-range', `bytes ${part}/${content.length}`);
    return satisfiable ? content.subarray(range.first, range.last + 1) : new Uint8Array();
  }
}

/** Bytes that are made while they are sent; how many is known before, so that whoever waits sees how far it is. */
export class StreamAnswer {
  constructor(
    readonly file: {
      readonly name: string;
      readonly type: string;
      readonly bytes: number;
      readonly chunks: AsyncIterable<Uint8Array>;
    },
  ) {}

  head(reply: FastifyReply): Readable {
    const { name, type, bytes, chunks } = this.file;
    headOf(reply, { name, type, how: 'attachment' });
    reply.header('content-length', bytes);
    return Readable.from(chunks, { objectMode: false });
  }
}

function headOf(reply: FastifyReply, file: { name: string; type: string; how: 'inline' | 'attachment' }): void {
  reply.header('content-type', file.type);
  reply.header('content-disposition', `${file.how}; filename*=UTF-8''${encodeRfc5987(file.name)}`);
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  reply.header('x-content-type-options', 'nosniff');
}

const encodeRfc5987 = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
