import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;
/** All of the console together; more than this is not what the build makes. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Below this, compressing saves nothing. */
const WORTH_BYTES = 1_000;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export interface ServedFile {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly encoding: 'br' | 'gzip' | null;
}

interface KeptFile {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Compressed once, when first asked for. */
  readonly encoded: Map<'br' | 'gzip', Promise<Buffer>>;
}

/** The built console in memory, read once: no path that a client makes up ever reaches the file system. */
export class ConsoleFiles {
  readonly #files = new Map<string, KeptFile>();

  /** Undefined when there is no built console in the directory. */
  static read(directory: string | undefined): ConsoleFiles | undefined {
    if (directory === undefined || !existsSync(path.join(directory, 'index.html'))) return undefined;
    return new ConsoleFiles(directory);
  }

  private constructor(directory: string) {
    let total = 0;
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      const type = types[path.extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      const body = readFileSync(file);
      total += body.length;
      if (total > MOST_BYTES)
        throw new Error(`${directory} holds more than ${MOST_BYTES} bytes: is it the built console?`);
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      this.#files.set(path.relative(directory, file).split(path.sep).join('/'), {
        body,
        type,
        etag,
        encoded: new Map(),
      });
    }
  }

  /** The file as this client takes it; undefined when there is none of that name. */
  async serve(name: string, acceptEncoding: string | undefined): Promise<ServedFile | undefined> {
    const file = this.#files.get(name);
    if (file === undefined) return undefined;
    const encoding = encodingFor(file, acceptEncoding);
    if (encoding === null) return { ...file, encoding };
    let encoded = file.encoded.get(encoding);
    if (encoded === undefined) {
      encoded =
        encoding === 'br' ? brotli(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : gzipped(file.body);
      file.encoded.set(encoding, encoded);
    }
    return { body: await encoded, type: file.type, etag: `${file.etag.slice(0, -1)}-${encoding}"`, encoding };
  }
}

function encodingFor({ body, type }: KeptFile, accept = ''): 'br' | 'gzip' | null {
  if (body.length < WORTH_BYTES || !compressible.test(type)) return null;
  const accepted = accept.split(',').map((part) => part.trim().replace(/;\s*q=(?!0(\.0*)?$).*$/, ''));
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
}
