import { createHash } from 'node:crypto';
import type { Language, Regulation } from '@reglament/domain/regulation';
import { composeReport, composeReportLetter, type ReportFigures } from '@reglament/domain/report';
import { drawPdf, drawWorkbook } from '@reglament/platform/paper';
import type { Archive } from '../statistics/archive.ts';
import { readReport } from './monthly-report.ts';
import type { Claim, FileFormat, MadeFile, WrittenLetter } from './report-store.ts';

/** The figures of a report in each language of the tenant. */
export type FiguresByLanguage = Readonly<Partial<Record<Language, ReportFigures>>>;

const FIGURES_ARE_READ = 20;

/** Reads the figures of a report's period in all languages of the tenant. */
export async function figuresOf(
  archive: Archive,
  regulation: Regulation,
  { kind, firstDate }: Pick<Claim, 'kind' | 'firstDate'>,
): Promise<FiguresByLanguage> {
  const read = regulation.languages.map(
    async (language) => [language, await readReport(archive, regulation, kind, firstDate, language)] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

/**
 * Draws a month's files, telling after each how many percent of the work are done. The same figures give the same bytes.
 * A day and a week are letters alone.
 */
export async function filesOf(
  figures: FiguresByLanguage,
  tell: (percent: number) => Promise<unknown>,
): Promise<readonly MadeFile[]> {
  await tell(FIGURES_ARE_READ);
  const months = entriesOf(figures).filter(([, one]) => one.kind === 'month');
  const files: MadeFile[] = [];
  for (const [language, one] of months) {
    const document = composeReport(one, language);
    for (const [format, draw] of [
      ['pdf', drawPdf],
      ['xlsx', drawWorkbook],
    ] as const) {
      files.push(fileOf(language, format, await draw(document)));
      await tell(FIGURES_ARE_READ + Math.floor((files.length / (months.length * 2)) * (99 - FIGURES_ARE_READ)));
    }
  }
  return files;
}

const fileOf = (language: Language, format: FileFormat, bytes: Buffer): MadeFile => ({
  language,
  format,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Between the same letter in two languages. */
const BETWEEN = '\n\n———\n\n';

/** The letter to each of the managers whom the regulation names, in all languages of the tenant, the first one first. */
export function lettersOf(
  figures: FiguresByLanguage,
  regulation: Regulation,
  publicUrl: string,
): readonly WrittenLetter[] {
  const letters = entriesOf(figures).map(([language, one]) =>
    composeReportLetter(one, language, `${publicUrl}/manager?period=${one.kind}&date=${one.from}`),
  );
  const [first] = letters;
  if (first === undefined) return [];
  const body = letters.map((letter) => letter.body).join(BETWEEN);
  return (regulation.reports?.to ?? []).map((recipient) => ({
    recipient,
    subject: first.subject,
    body,
    language: first.language,
  }));
}

/** The languages in which there are figures, in the order in which they were read. */
const entriesOf = (figures: FiguresByLanguage) => Object.entries(figures) as [Language, ReportFigures][];
