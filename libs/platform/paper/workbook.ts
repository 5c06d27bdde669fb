import type { Block, Cell, Chart, PaperDocument, Points, Table, Tiles } from '@reglament/domain/report';
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';

/** A workbook refuses longer names of sheets, and some characters in them. */
const LONGEST_NAME = 31;

type Sheeted = Sheet<Buffer>;

/** The document's tables and charts as a workbook, one sheet each, with numbers as numbers. The same document gives the same bytes. */
export async function drawWorkbook(document: PaperDocument): Promise<Buffer> {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const sheets: Sheeted[] = [{ ...summary(document, blocks), sheet: nameOf(document.title, []) }];
  for (const block of blocks) {
    const taken = sheets.map(({ sheet }) => sheet ?? '');
    if (block.kind === 'table') sheets.push(tableSheet(block, taken));
    if (block.kind === 'chart') sheets.push(chartSheet(block, taken));
  }
  return withoutMoment(await writeXlsxFile(sheets).toBuffer());
}

/** The conclusions, as on the first page. */
function summary(document: PaperDocument, blocks: readonly Block[]): Sheeted {
  const tiles = blocks.filter((block): block is Tiles => block.kind === 'tiles').flatMap((block) => block.tiles);
  const points = blocks.filter((block): block is Points => block.kind === 'points');
  return {
    data: [
      [{ value: document.title, fontWeight: 'bold' }],
      [document.of],
      [document.under],
      [],
      ...tiles.map((tile): Row => [tile.label, tile.value, tile.note]),
      ...points.flatMap((block): Row[] => [
        [],
        [{ value: block.heading, fontWeight: 'bold' }],
        ...block.points.map((text): Row => [{ value: text }]),
      ]),
    ],
    columns: [{ width: 60 }, { width: 14 }, { width: 14 }],
  };
}

function tableSheet(table: Table, taken: readonly string[]): Sheeted {
  return {
    sheet: nameOf(table.name, taken),
    stickyRowsCount: 1,
    data: [
      table.head.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...table.rows.map((row): Row => row.flatMap((cell, column) => (column === 0 ? [textOf(cell)] : [countOf(cell)]))),
    ],
    columns: table.widths.map((width, column) => ({ width: column === 0 ? 60 : Math.max(12, width * 8) })),
  };
}

const textOf = ({ text, under }: Cell): string => (under === undefined ? text : `${text} (${under})`);
const countOf = (cell: Cell): string | number => cell.value ?? textOf(cell);

const chartSheet = (chart: Chart, taken: readonly string[]): Sheeted => ({
  sheet: nameOf(chart.title, taken),
  data: chart.points.map(({ label, value }): Row => [label, value]),
  columns: [{ width: 60 }, { width: 12 }],
});

function nameOf(name: string, taken: readonly string[]): string {
  const plain = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, LONGEST_NAME)
    .trim();
  if (!taken.includes(plain)) return plain;
  return `${plain.slice(0, LONGEST_NAME - 4)} (${taken.filter((other) => other.startsWith(plain.slice(0, LONGEST_NAME - 4))).length + 1})`;
}

const CENTRAL_ENTRY = 0x02014b50;
const CENTRAL_END = 0x06054b50;
/** 1980-01-01, the first date that a zip archive knows, as it writes dates: day 1, month 1, year 0. */
const FIRST_DATE = (1 << 5) | 1;

/** Sets the moment at which each file of the archive was written to the first there is. */
function withoutMoment(archive: Buffer): Buffer {
  const end = archive.lastIndexOf(Buffer.from(Uint32Array.of(CENTRAL_END).buffer));
  let entry = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(entry) === CENTRAL_ENTRY) {
    const local = archive.readUInt32LE(entry + 42);
    for (const time of [entry + 12, local + 10]) {
      archive.writeUInt16LE(0, time);
      archive.writeUInt16LE(FIRST_DATE, time + 2);
    }
    entry +=
      46 + archive.readUInt16LE(entry + 28) + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return archive;
}
