import type { KeptBytes, Matter } from './matter.ts';

/** Bytes that are kept elsewhere, under a name in the package. */
export interface KeptEntry {
  readonly name: string;
  readonly is: 'recording' | 'file';
  readonly id: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Something in the package under a name: words that were composed for it, or bytes that are kept elsewhere. */
export type Entry = { readonly name: string; readonly is: 'text'; readonly text: string } | KeptEntry;

/** What neither a folder of Windows nor one of Unix takes in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const notInNames = /[\u0000-\u001f\u007f<>:"/\\|?*]/g;

/** Numbered in their order, so that two of the same name stand beside each other: `recordings/01-call.ogg`. */
const entryName = (folder: string, place: number, name: string): string =>
  `${folder}/${String(place + 1).padStart(2, '0')}-${name.replaceAll(notInNames, '_')}`;

/** Recordings and files of a request as entries of the package, by the id under which they are kept. */
export function keptEntries(matter: Matter): ReadonlyMap<string, KeptEntry> {
  const inFolder = (is: KeptEntry['is'], folder: string, kept: readonly KeptBytes[]) =>
    kept.map(({ id, name, bytes, sha256 }, place): [string, KeptEntry] => [
      id,
      { name: entryName(folder, place, name), is, id, bytes, sha256 },
    ]);
  const recordings = matter.calls.flatMap((call) => call.recordings);
  const files = matter.messages.flatMap((message) => message.files);
  return new Map([...inFolder('recording', 'recordings', recordings), ...inFolder('file', 'files', files)]);
}
