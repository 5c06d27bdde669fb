import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as its pages draw it, through the fonts' own tables of what their glyphs mean: enough for the PDFs that this
 * platform draws (one object a number, deflated streams, Type 0 fonts with ToUnicode), and proof that the fonts are inside.
 * @throws Error when a page uses a font that says nothing of its glyphs
 */
export function textOfPdf(bytes: Buffer): string {
  const objects = objectsOf(bytes);
  const glyphs = fontsOf(objects);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages
    .map(({ head }) => {
      const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream ?? '';
      return drawn(content, glyphs);
    })
    .join('\n');
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(bytes: Buffer): Map<number, PdfObject> {
  const raw = bytes.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const body = found[2] ?? '';
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const data = at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'));
    const isDeflated = head.includes('/FlateDecode');
    const stream = isDeflated ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
    objects.set(Number(found[1]), { head, stream });
  }
  return objects;
}

/** By the font's name on the pages (`F1`): what each glyph means. */
function fontsOf(objects: Map<number, PdfObject>): Map<string, Map<number, string>> {
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(Number(id));
      const table = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font?.head ?? '')?.[1]));
      if (name !== undefined && table !== undefined) fonts.set(name, meaningsOf(table.stream));
    }
  }
  return fonts;
}

const characters = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

/** Reads `bfrange` with lists, as pdfkit writes them. */
function meaningsOf(table: string): Map<number, string> {
  const meanings = new Map<number, string>();
  for (const [, first = '0', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    let glyph = Number.parseInt(first, 16);
    for (const [, hex = ''] of list.matchAll(/<([0-9a-f ]*)>/gi)) {
      meanings.set(glyph, characters(hex.replaceAll(' ', '')));
      glyph += 1;
    }
  }
  return meanings;
}

function drawn(content: string, fonts: Map<string, Map<number, string>>): string {
  let text = '';
  let font: Map<number, string> | undefined;
  for (const [, name, pieces] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) {
      font = fonts.get(name);
      if (font === undefined)
        throw new Error(`The page uses the font ${name}, which does not say what its glyphs mean`);
      continue;
    }
    for (const [, hex = ''] of (pieces ?? '').matchAll(/<([0-9a-f]+)>/gi))
      for (const glyph of hex.match(/.{4}/g) ?? []) text += font?.get(Number.parseInt(glyph, 16)) ?? '?';
    text += '\n';
  }
  return text;
}
