/** Folders, marks that reverse the direction of reading, and control characters: none of them belongs to a name. */
const notName = /[\p{Cc}\p{Cf}]/gu;
const longest = 200;

/** What is said of a header that cannot be read as a name. */
export const badFileName = { field: 'x-file-name', rule: 'format', message: 'x-file-name: percent-encoded UTF-8' };

/**
 * The name of a file as it may be kept and shown: without folders and without what could disguise its ending.
 * @param encoded percent-encoded UTF-8
 * @returns null where it cannot be read or nothing is left
 */
export function fileNameOf(encoded: string): string | null {
  try {
    const name = decodeURIComponent(encoded).normalize('NFC').replace(notName, '').split(/[\\/]/).at(-1)?.trim() ?? '';
    return name === '' || name === '.' || name === '..' ? null : shortened(name);
  } catch {
    return null;
  }
}

/** Long names keep their ending, which tells people what the file is. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, longest - [...ending].length).join('') + ending;
}
