import { LARGEST_BYTES } from './attachments-compile.ts';
import type { Draft } from './draft.ts';
import type { RecordingRules } from './types.ts';
import { parseDuration, parseSize } from './values.ts';

/** Null where the hotline keeps no recordings of calls. */
export function compileRecordings(draft: Draft): { readonly recordings: RecordingRules | null } {
  const entry = draft.file.recordings;
  if (entry === undefined) return { recordings: null };
  const maxBytes = parseSize(entry.each) ?? 0;
  if (maxBytes > LARGEST_BYTES) draft.mistake(['recordings', 'each'], 'recordingTooLarge');
  const longest = parseDuration(entry.longest);
  if (longest?.unit !== 'ms') draft.mistake(['recordings', 'longest'], 'recordingWithoutSpan');
  return { recordings: { clause: entry.clause, maxBytes, longestMs: longest?.unit === 'ms' ? longest.ms : 0 } };
}
