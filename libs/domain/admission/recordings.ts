import type { Language, RecordingRules } from '../regulation/types.ts';
import type { Millis } from '../time/index.ts';
import { type AdmissionRule, sentence } from './sentences.ts';
import type { Fault } from './types.ts';

/** More recordings than any request has: a fault of an exchange ends here. */
export const MOST_RECORDINGS = 100;

/** A recording as its bytes show it: null where they show no sound, and a length of null where they do not tell it. */
export interface Recorded {
  readonly bytes: number;
  readonly audio: { readonly type: string; readonly lengthMs: Millis | null } | null;
}

/**
 * May this be kept as the recording of a call (kuty 1.1)? The first rule that it breaks, at the field `file`.
 * @param kept how many recordings the request has already
 */
export function admitRecording(
  rules: RecordingRules,
  recorded: Recorded & { readonly kept: number },
  language: Language,
): Fault[] {
  const broken = brokenRule(rules, recorded);
  return broken === null ? [] : [{ field: 'file', rule: broken, message: sentence(broken, language) }];
}

function brokenRule(rules: RecordingRules, { bytes, audio, kept }: Recorded & { kept: number }): AdmissionRule | null {
  if (bytes === 0) return 'emptyFile';
  if (bytes > rules.maxBytes) return 'fileTooLarge';
  if (audio === null) return 'notAudio';
  if (audio.lengthMs === null) return 'lengthUnknown';
  if (audio.lengthMs > rules.longestMs) return 'recordingTooLong';
  return kept >= MOST_RECORDINGS ? 'tooManyFiles' : null;
}
