import type { FastifyReply } from 'fastify';

/** A file that a handler answers with. Only images are shown in the page; everything else is saved, so that nothing in it can run. */
export class FileAnswer {
  constructor(readonly file: { readonly name: string; readonly type: string; readonly content: Uint8Array }) {}

  /** Sets the headers of RFC 6266; the name may be in any alphabet. @returns the bytes to send */
  head(reply: FastifyReply): Uint8Array {
    const { name, type, content } = this.file;
    const how = type.startsWith('image/') ? 'inline' : 'attachment';
    reply.header('content-type', type);
    reply.header('content-disposition', `${how}; filename*=UTF-8''${encodeRfc5987(name)}`);
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    reply.header('x-content-type-options', 'nosniff');
    return content;
  }
}

const encodeRfc5987 = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
