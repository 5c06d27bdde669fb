import { createRequire } from 'node:module';
import type { Block, Cell, PaperDocument, Paragraph, Points, Section, Table, Tiles } from '@reglament/domain/report';
import pdfmake, { type Content, type TableCell } from 'pdfmake';
import { drawChart } from './chart.ts';
import { COLOURS } from './colours.ts';

type TDocumentDefinitions = Parameters<typeof pdfmake.createPdf>[0];

const resolve = createRequire(import.meta.url).resolve;
const face = (name: string) => resolve(`@expo-google-fonts/onest/${name}.ttf`);

/** A4 in points: 595 × 842. */
const MARGIN = { side: 48, top: 56, bottom: 52 };
const WIDTH = 595.28 - 2 * MARGIN.side;

pdfmake.setFonts({
  Onest: {
    normal: face('400Regular/Onest_400Regular'),
    bold: face('600SemiBold/Onest_600SemiBold'),
    italics: face('400Regular/Onest_400Regular'),
    bolditalics: face('600SemiBold/Onest_600SemiBold'),
  },
});
// A document is drawn from what it is given: it fetches nothing, and reads nothing but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.endsWith('.ttf'));

/**
 * Draws a document as PDF with its fonts inside. The same document gives the same bytes: the file carries the document's own date.
 * @throws Error when a font file is missing
 */
export async function drawPdf(document: PaperDocument): Promise<Buffer> {
  const dated = new Date(`${document.dated}T12:00:00Z`);
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
    info: { title: `${document.title}. ${document.under}`, author: document.of, creationDate: dated, modDate: dated },
    language: document.language,
    defaultStyle: { font: 'Onest', fontSize: 9.5, lineHeight: 1.25, color: COLOURS.ink },
    header: (page) => (page === 1 ? null : runningHead(document.running)),
    footer: (page, pages) => foot(document, page, pages),
    content: [...titleOf(document), ...document.sections.flatMap(sectionOf)],
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: (node, nodes) => {
      const following = nodes.getFollowingNodesOnPage();
      return node.headlineLevel === 1 && following.length === 0;
    },
  };
  return pdfmake.createPdf(definition).getBuffer();
}

const runningHead = (text: string): Content => ({
  text,
  color: COLOURS.quiet,
  fontSize: 8,
  margin: [MARGIN.side, 26, MARGIN.side, 0],
});

function foot({ foot: text, pageOf }: PaperDocument, page: number, pages: number): Content {
  return {
    columns: [
      { text, color: COLOURS.quiet, fontSize: 8 },
      {
        text: `${pageOf[0]}${page}${pageOf[1]}${pages}`,
        color: COLOURS.quiet,
        fontSize: 8,
        alignment: 'right',
        width: 110,
      },
    ],
    margin: [MARGIN.side, 18, MARGIN.side, 0],
  };
}

const titleOf = ({ of, title, under }: PaperDocument): Content[] => [
  { text: of, color: COLOURS.quiet, fontSize: 9.5, margin: [0, 0, 0, 4] },
  { text: title, bold: true, fontSize: 20, lineHeight: 1.1 },
  { text: under, fontSize: 12, color: COLOURS.quiet, margin: [0, 2, 0, 10] },
];

function sectionOf({ heading, blocks, onNewPage }: Section): Content[] {
  const drawn = blocks.map(blockOf);
  if (heading === null) return drawn;
  const head: Content = {
    text: heading,
    bold: true,
    fontSize: 13,
    headlineLevel: 1,
    margin: [0, 14, 0, 6],
    ...(onNewPage === true ? { pageBreak: 'before' } : {}),
  };
  // What fits on a page stays with its heading; a long table only begins with it.
  if (blocks.every(isShort)) {
    const { pageBreak, ...plain } = head as { pageBreak?: 'before' } & object;
    const whole: Content = { stack: [plain as Content, ...drawn], unbreakable: true };
    return [pageBreak === undefined ? whole : { ...whole, pageBreak }];
  }
  return [head, ...drawn];
}

/** Rows that surely fit on one page, each of up to three lines. */
const SHORT_TABLE = 12;
const isShort = (block: Block): boolean =>
  block.kind === 'table' ? block.rows.length <= SHORT_TABLE : block.kind === 'chart' && block.points.length < 32;

const TONES: Readonly<Record<Paragraph['tone'], object>> = {
  plain: {},
  quiet: { color: COLOURS.quiet, fontSize: 8.5 },
  strong: { bold: true, fontSize: 11, margin: [0, 8, 0, 2] },
  signed: { margin: [0, 22, 0, 4] },
};

function blockOf(block: Block): Content {
  switch (block.kind) {
    case 'tiles':
      return tilesOf(block);
    case 'points':
      return pointsOf(block);
    case 'paragraph':
      return { text: block.text, margin: [0, 2, 0, 4], ...TONES[block.tone] };
    case 'table':
      return tableOf(block);
    case 'chart': {
      const { svg, height } = drawChart(block, WIDTH);
      return { svg, width: WIDTH, height, margin: [0, 8, 0, 4] };
    }
  }
}

/** A longer value in a tile is written smaller, or the tiles would be wider than the page. */
const LONG_VALUE = 8;

function tilesOf({ tiles }: Tiles): Content {
  return {
    table: {
      widths: tiles.map(() => '*'),
      body: [
        tiles.map(
          ({ label, value, note }): TableCell => ({
            stack: [
              { text: label, fontSize: 8, color: COLOURS.quiet },
              {
                text: value,
                bold: true,
                fontSize: value.length > LONG_VALUE ? 14 : 19,
                lineHeight: value.length > LONG_VALUE ? 1.5 : 1.1,
              },
              { text: note === '' ? ' ' : note, fontSize: 8.5, color: COLOURS.quiet },
            ],
            fillColor: COLOURS.tint,
            margin: [8, 6, 8, 4],
          }),
        ),
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (line) => (line === 0 || line === tiles.length ? 0 : 6),
      vLineColor: () => '#ffffff',
    },
    margin: [0, 0, 0, 6],
  };
}

const pointsOf = ({ heading, points }: Points): Content => ({
  stack: [
    { text: heading, bold: true, fontSize: 10.5, margin: [0, 8, 0, 3] },
    { ul: points.map((text) => ({ text, margin: [0, 0, 0, 2] })), markerColor: COLOURS.accent },
  ],
});

const isNumber = ({ text, value }: Cell): boolean => value !== null || text === '—';

function tableOf({ head, widths, rows, empty }: Table): Content {
  if (rows.length === 0) return { text: empty, color: COLOURS.quiet, margin: [0, 0, 0, 4] };
  const total = widths.reduce((sum, width) => sum + width, 0);
  // Eight points of every column but the first are its margin.
  const room = WIDTH - (head.length - 1) * 8;
  const numeric = head.map((_, column) => rows.every((row) => row[column] !== undefined && isNumber(row[column])));
  const aligned = (column: number) => (numeric[column] ? 'right' : 'left');
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widths.map((width) => (width / total) * room),
      body: [
        head.map(
          (text, column): TableCell => ({ text, color: COLOURS.quiet, fontSize: 8, alignment: aligned(column) }),
        ),
        ...rows.map((row) => row.map((cell, column) => cellOf(cell, aligned(column)))),
      ],
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => COLOURS.line,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 2,
    },
    margin: [0, 0, 0, 4],
  };
}

function cellOf({ text, under }: Cell, alignment: 'left' | 'right'): TableCell {
  if (under === undefined) return { text, alignment };
  return { stack: [{ text }, { text: under, fontSize: 8, color: COLOURS.quiet }], alignment };
}
