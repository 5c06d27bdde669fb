import type { Language } from '@reglament/domain/regulation';
import { catalogue, type Figures } from './catalogue/index.ts';

/** One line of an export: the same numbers on every surface. */
export interface ExportRow {
  readonly figure: string;
  readonly key: string;
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** The statistic's name in the reader's language. */
  readonly title: string;
}

/** The parts of a figure that are counts, whatever the figure's unit. */
const COUNTED = 'count';

/** Every figure of a period, one a line, in the catalogue's order. A generator: whoever writes it out holds one line at a time. */
export function* exportRows(figures: Figures, language: Language): Generator<ExportRow> {
  for (const { id, unit, name: title, rows } of catalogue) {
    for (const { key, name, part, value } of rows(figures)) {
      yield {
        figure: part === '' ? id : `${id}.${part}`,
        key,
        name,
        value,
        unit: part === COUNTED ? 'requests' : unit,
        title: title[language],
      };
    }
  }
}

/** A table with a name, a heading and rows; numbers are numbers. */
export interface SheetTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const HEADS: Readonly<Record<Language, { figures: string; definitions: string; table: string[]; texts: string[] }>> = {
  ru: {
    figures: 'Показатели',
    definitions: 'Определения',
    table: ['Показатель', 'Название', 'Ключ', 'Раздел', 'Значение', 'Единица'],
    texts: ['Показатель', 'Название', 'Что считается'],
  },
  uk: {
    figures: 'Показники',
    definitions: 'Визначення',
    table: ['Показник', 'Назва', 'Ключ', 'Розділ', 'Значення', 'Одиниця'],
    texts: ['Показник', 'Назва', 'Що рахується'],
  },
  kk: {
    figures: 'Көрсеткіштер',
    definitions: 'Анықтамалар',
    table: ['Көрсеткіш', 'Атауы', 'Кілт', 'Бөлім', 'Мәні', 'Өлшем'],
    texts: ['Көрсеткіш', 'Атауы', 'Не саналады'],
  },
  en: {
    figures: 'Figures',
    definitions: 'Definitions',
    table: ['Figure', 'Name', 'Key', 'Of', 'Value', 'Unit'],
    texts: ['Figure', 'Name', 'What is counted'],
  },
};

const UNITS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  requests: { ru: 'обращения', uk: 'звернення', kk: 'өтініш', en: 'requests' },
  events: { ru: 'случаи', uk: 'випадки', kk: 'жағдай', en: 'events' },
  calls: { ru: 'звонки', uk: 'дзвінки', kk: 'қоңырау', en: 'calls' },
  clocks: { ru: 'сроки', uk: 'строки', kk: 'мерзім', en: 'promises' },
  seconds: { ru: 'секунды', uk: 'секунди', kk: 'секунд', en: 'seconds' },
};

/** The figures of a period and what they mean, as tables for a workbook or a document. */
export function toSheets(figures: Figures, language: Language): readonly SheetTable[] {
  const head = HEADS[language];
  return [
    {
      name: head.figures,
      head: head.table,
      rows: [...exportRows(figures, language)].map(({ figure, title, key, name, value, unit }) => [
        figure,
        title,
        key,
        name,
        value,
        UNITS[unit]?.[language] ?? unit,
      ]),
    },
    {
      name: head.definitions,
      head: head.texts,
      rows: catalogue.map(({ id, name, definition }) => [id, name[language], definition[language]]),
    },
  ];
}
