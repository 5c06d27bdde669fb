import { fileTypeFromBuffer } from 'file-type';

/** Characters that no text has: what is left of the control characters without tab and the ends of lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const notText = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * The media type that the bytes themselves show; null where they show none. Text has no mark of its own: what is whole UTF-8
 * without control characters is text, unless it begins as markup that a browser would run.
 */
export async function typeOf(content: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(content);
  if (found !== undefined) return found.mime;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return notText.test(text) || /^\s*</.test(text) ? null : 'text/plain';
  } catch {
    return null;
  }
}
