import { z } from 'zod';
import type { ProductionCalendar } from '../calendar/types.ts';
import { checkReferences } from './check-references.ts';
import { checkSense } from './check-sense.ts';
import { compileRegulation } from './compile.ts';
import { Draft } from './draft.ts';
import { type Mistake, sentenceOf } from './mistakes.ts';
import { RegulationFile } from './shape.ts';
import { shapeMistakes } from './shape-mistakes.ts';
import { childOf, mistakeAt, type Path, readSource } from './source.ts';
import type { Regulation } from './types.ts';

export interface LoadOptions {
  /** The file's name as its author knows it, for messages; its stem must be the tenant unless `tenant` says whose it is. */
  readonly file: string;
  /** Whose regulation it must be, where the file's name does not say so: an edition in the tenant's folder. */
  readonly tenant?: string;
  /** Countries' calendars by id, as `calendar.productionCalendar` names them. */
  readonly productionCalendars: ReadonlyMap<string, ProductionCalendar>;
}

export type Loaded =
  | { readonly ok: true; readonly regulation: Regulation }
  | {
      readonly ok: false;
      readonly mistakes: readonly Mistake[];
      /** What it says all the same; null where that cannot be told. For what was released before somebody thought of this check. */
      readonly regulation: Regulation | null;
    };

/**
 * Reads a regulation from its YAML text. Pure: the caller reads the file. All mistakes are told at once, in the order
 * of the file, each with its line, the clause it stands on and a sentence for the author; a file with a mistake is not run.
 */
export function parseRegulation(text: string, options: LoadOptions): Loaded {
  const { source, mistakes } = readSource(text, options.file);
  if (mistakes.length > 0) return { ok: false, mistakes, regulation: null };
  const parsed = RegulationFile.safeParse(source.value);
  if (!parsed.success) {
    const found = shapeMistakes(parsed.error, source.value, knownKeys).map(({ path, says }) =>
      mistakeAt(source, path, says),
    );
    return { ok: false, mistakes: inOrder(found), regulation: null };
  }
  const draft = new Draft(parsed.data, source, options.productionCalendars);
  checkTenant(draft, options);
  const twice = draft.languages.find((language, i) => draft.languages.indexOf(language) !== i);
  if (twice !== undefined) draft.mistake(['languages'], 'languageTwice', { language: twice });
  if (draft.languages.length === 0) draft.mistake(['languages'], 'noLanguage');
  const regulation = compileRegulation(draft);
  checkReferences(draft);
  checkSense(draft, regulation);
  return draft.mistakes.length > 0
    ? { ok: false, mistakes: inOrder(draft.mistakes), regulation }
    : { ok: true, regulation };
}

function checkTenant(draft: Draft, { file, tenant }: LoadOptions): void {
  const said = draft.file.tenant;
  const stem = file
    .split('/')
    .at(-1)
    ?.replace(/\.ya?ml$/, '');
  if (said === (tenant ?? stem)) return;
  if (tenant === undefined) draft.mistake(['tenant'], 'fileOfAnother', { stem: stem ?? file, tenant: said });
  else draft.mistake(['tenant'], 'editionOfAnother', { tenant, said });
}

function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  const once = new Map(mistakes.map((mistake) => [`${mistake.line} ${sentenceOf(mistake, 'en')}`, mistake]));
  return [...once.values()].sort((a, b) => a.line - b.line);
}

/** The words that the format knows at a path, for "is … meant?". */
function knownKeys(path: Path): readonly string[] {
  let node: unknown = z.toJSONSchema(RegulationFile, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    const next =
      childOf(childOf(node, 'properties'), step) ?? childOf(node, 'items') ?? childOf(node, 'additionalProperties');
    node = next ?? {};
  }
  return Object.keys((childOf(node, 'properties') as object | undefined) ?? {});
}
