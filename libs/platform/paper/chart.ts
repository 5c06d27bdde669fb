import type { Chart } from '@reglament/domain/report';
import { COLOURS } from './colours.ts';

const FONT = 'Onest';
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** Two decimals are finer than any printer; and the same figures give the same text. */
const at = (value: number): string => String(Math.round(value * 100) / 100);

function label(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end', size: number, colour: string) {
  return `<text x="${at(x)}" y="${at(y)}" font-family="${FONT}" font-size="${size}" text-anchor="${anchor}" fill="${colour}">${escaped(text)}</text>`;
}

/** A chart as SVG, `width` points wide. @returns the picture and its height in points */
export function drawChart(chart: Chart, width: number): { readonly svg: string; readonly height: number } {
  const { body, height } = chart.form === 'columns' ? columns(chart, width) : bars(chart, width);
  const box = `width="${at(width)}" height="${at(height)}" viewBox="0 0 ${at(width)} ${at(height)}"`;
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${body.join('')}</svg>`, height };
}

const COLUMNS = { height: 128, top: 14, bottom: 16 };
/** With more columns than this, numbers over them would touch. */
const READABLE_COLUMNS = 31;

function columns({ points }: Chart, width: number): { body: string[]; height: number } {
  const most = Math.max(1, ...points.map(({ value }) => value));
  const room = COLUMNS.height - COLUMNS.top - COLUMNS.bottom;
  const base = COLUMNS.height - COLUMNS.bottom;
  const step = width / Math.max(1, points.length);
  const thick = Math.min(step * 0.68, 26);
  const body = [
    `<line x1="0" y1="${at(base)}" x2="${at(width)}" y2="${at(base)}" stroke="${COLOURS.line}" stroke-width="0.7"/>`,
  ];
  points.forEach(({ label: name, value, text }, index) => {
    const middle = step * (index + 0.5);
    const tall = (value / most) * room;
    if (value > 0) {
      body.push(
        `<rect x="${at(middle - thick / 2)}" y="${at(base - tall)}" width="${at(thick)}" height="${at(tall)}" fill="${COLOURS.accent}"/>`,
      );
      if (points.length <= READABLE_COLUMNS)
        body.push(label(middle, base - tall - 3, text, 'middle', 6.5, COLOURS.ink));
    }
    body.push(label(middle, base + 10, name, 'middle', 6.5, COLOURS.quiet));
  });
  return { body, height: COLUMNS.height };
}

const BAR = { row: 19, name: 0.46, number: 130 };
/** About so many points wide is a letter of the labels. */
const LETTER = 4.4;

function bars({ points }: Chart, width: number): { body: string[]; height: number } {
  const most = Math.max(1, ...points.map(({ value }) => value));
  const from = width * BAR.name;
  const room = width - from - BAR.number;
  const body = points.flatMap(({ label: name, value, text }, index) => {
    const y = BAR.row * index;
    const long = Math.max(value > 0 ? 1 : 0, (value / most) * room);
    const fits = Math.floor((from - 8) / LETTER);
    const shown = name.length > fits ? `${name.slice(0, fits - 1).trimEnd()}…` : name;
    return [
      label(0, y + 13, shown, 'start', 8.5, COLOURS.ink),
      `<rect x="${at(from)}" y="${at(y + 4)}" width="${at(long)}" height="11" fill="${COLOURS.accent}"/>`,
      label(from + long + 5, y + 13, text, 'start', 8, COLOURS.quiet),
    ];
  });
  return { body, height: BAR.row * points.length };
}
