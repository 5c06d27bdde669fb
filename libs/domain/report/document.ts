import type { Language } from '../regulation/types.ts';

/** A document as it is composed, whatever it is drawn on afterwards: a page, a PDF, a workbook. Texts are in one language. */
export interface PaperDocument {
  readonly language: Language;
  readonly title: string;
  /** Above the title: whose document it is. */
  readonly of: string;
  /** Under the title: the period, the place, the number. */
  readonly under: string;
  /** At the head of every page but the first. */
  readonly running: string;
  /** At the foot of every page, beside its number. */
  readonly foot: string;
  /** `Page 2 of 5` in the language. */
  readonly pageOf: readonly [before: string, between: string];
  /** The date that the file itself carries: the end of the period, never the moment of drawing. `YYYY-MM-DD`. */
  readonly dated: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string | null;
  readonly blocks: readonly Block[];
  readonly onNewPage?: boolean;
}

export type Block = Tiles | Points | Paragraph | Table | Chart;

/** A few figures that are read first. */
export interface Tiles {
  readonly kind: 'tiles';
  readonly tiles: readonly { readonly label: string; readonly value: string; readonly note: string }[];
}

/** Sentences under a small heading. */
export interface Points {
  readonly kind: 'points';
  readonly heading: string;
  readonly points: readonly string[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** `strong`: what the page comes to. `signed`: with room above for a hand to write. */
  readonly tone: 'plain' | 'quiet' | 'strong' | 'signed';
}

export interface Table {
  readonly kind: 'table';
  /** Name of its sheet in a workbook. */
  readonly name: string;
  readonly head: readonly string[];
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** What stands where there are no rows. */
  readonly empty: string;
}

/** As it is written, and as it is counted; null: only written. A quiet second line may stand under it. */
export interface Cell {
  readonly text: string;
  readonly value: number | null;
  readonly under?: string;
}

/** Columns side by side (days, hours), or bars one under another (subjects). */
export interface Chart {
  readonly kind: 'chart';
  readonly form: 'columns' | 'bars';
  readonly title: string;
  readonly points: readonly { readonly label: string; readonly value: number; readonly text: string }[];
}
