import { Zip, ZipPassThrough } from 'fflate';

/** A file of an archive; its bytes are asked for when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly content: () => Promise<Uint8Array>;
}

/**
 * A ZIP archive, entry by entry, so that one of them is in memory at a time. Nothing is compressed and no moment is written down: the same
 * entries give the same bytes, whatever the version of a compressor, the hour or the machine's zone.
 * @throws Error when an entry has other bytes than it said
 */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    made.push(chunk);
  });
  for (const { name, bytes, content } of entries) {
    const entry = new ZipPassThrough(name);
    // ZIP tells the time by the wall: read back in the zone in which it is written, this is always the same.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    const read = await content();
    if (read.length !== bytes) throw new Error(`${name} has ${read.length} bytes, ${bytes} were expected`);
    entry.push(read, true);
    yield* made;
    made = [];
  }
  zip.end();
  yield* made;
}

const LOCAL_HEADER = 30;
const DESCRIPTOR = 16;
const CENTRAL_HEADER = 46;
const END = 22;

/** How large the archive will be, in bytes. */
export const zipSize = (entries: readonly Pick<ZipEntry, 'name' | 'bytes'>[]): number =>
  entries.reduce((sum, { name, bytes }) => {
    const named = 2 * Buffer.byteLength(name);
    return sum + LOCAL_HEADER + bytes + DESCRIPTOR + CENTRAL_HEADER + named;
  }, END);
