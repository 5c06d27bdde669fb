import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { SheetTable } from './sheets.ts';

/** A workbook’s XML knows no control characters. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');

/**
 * Tables as a workbook, one sheet each. Every text is written as a text and never as a formula, so that what a requester
 * wrote is shown and not run.
 */
export function workbookOf(tables: readonly SheetTable[]): Promise<Buffer> {
  return writeXlsxFile(
    tables.map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map((_, column) => ({ width: column === 1 ? 36 : column === 2 && head.length === 3 ? 110 : 22 })),
      data: [
        head.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.map(
          (row): Row => row.map((value) => (typeof value === 'string' ? { value: plain(value), type: String } : value)),
        ),
      ],
    })),
  ).toBuffer();
}
