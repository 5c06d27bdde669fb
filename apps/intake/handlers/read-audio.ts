import type { Recorded } from '@reglament/domain/admission';
import { fileTypeFromBuffer } from 'file-type';
import { parseBuffer } from 'music-metadata';

/** What the bytes show → the type under which browsers play it. WebM and MP4 are containers of films too: those are told by their tracks. */
const AUDIO: Readonly<Record<string, string>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'audio/aac': 'audio/aac',
  'audio/wav': 'audio/wav',
  'audio/webm': 'audio/webm',
  'video/webm': 'audio/webm',
};

/** Type and length of a recording, told from its bytes; null where they show no sound, or show pictures with it. */
export async function readAudio(content: Uint8Array): Promise<Recorded['audio']> {
  const found = await fileTypeFromBuffer(content);
  const type = AUDIO[found?.mime ?? ''];
  if (type === undefined) return null;
  try {
    const { format } = await parseBuffer(content, { mimeType: type }, { duration: true, skipCovers: true });
    if (format.hasAudio !== true || format.hasVideo === true) return null;
    const seconds = format.duration;
    return { type, lengthMs: seconds === undefined || !(seconds > 0) ? null : Math.round(seconds * 1000) };
  } catch {
    return { type, lengthMs: null };
  }
}
