import { z } from 'zod';
import { checked, listOf, number, reference } from './shape-parts.ts';
import { parseSize } from './values.ts';

/** The kinds of files people attach, as an author names them, and what a file of each may be. */
export const FILE_KINDS = {
  image: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'],
  pdf: ['application/pdf'],
  text: ['text/plain'],
  document: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.spreadsheet',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type FileKind = keyof typeof FILE_KINDS;

/** `attachments`: which files may come with a request, how many and how large (edoc 12, kz-portal 30-18). */
export const attachments = z.strictObject({
  clause: reference,
  most: number,
  each: checked((value) => parseSize(value) !== undefined, 'mustBeSize'),
  kinds: listOf(z.enum(Object.keys(FILE_KINDS) as [FileKind, ...FileKind[]])),
});
