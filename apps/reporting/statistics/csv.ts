import type { Language } from '@reglament/domain/regulation';
import type { Figures } from './catalogue/index.ts';
import { exportRows } from './sheets.ts';

/** A text that a spreadsheet would run as a formula, made a text that is shown. */
export const harmless = (text: string): string => (/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text);

/** A cell for a spreadsheet: quoted where needed. */
export function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The figures of a period, one a line: figure, key, name, value, unit, and the figure's name for the reader. */
export function* csvLines(figures: Figures, language: Language): Generator<string> {
  yield 'from,to,figure,key,name,value,unit,title\r\n';
  const { from, to } = figures.statistics;
  for (const { figure, key, name, value, unit, title } of exportRows(figures, language)) {
    yield `${[from, to, figure, key, name, value, unit, title].map(cellOf).join(',')}\r\n`;
  }
}
