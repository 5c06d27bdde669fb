/** Reads every import of a folder tree and says which walls are broken: dependency-cruiser's rules, the projects' tags, and what the core touches without an import. */
import './read-tsx.ts';

import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { impurities } from './purity.ts';
import { forbidden, type Project, projectOf, tagMistakes } from './tags.ts';

const FOLDERS = ['apps', 'libs', 'tools', 'deploy', 'load-tests'];
/** Tests may reach across: they put services side by side. */
const TEST = /\.(spec|itest|samples|e2e|browser|clauses)\.tsx?$|^apps\/[^/]+\/(testing|e2e)\//;

interface Rules {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions;
}

export interface Findings {
  readonly files: number;
  readonly imports: number;
  readonly mistakes: readonly string[];
}

function projectsOf(root: string): Project[] {
  const patterns = ['apps/*/package.json', 'libs/*/package.json', 'tools/package.json', 'tools/*/package.json'];
  return globSync(patterns, { cwd: root })
    .sort()
    .map((file) => {
      const manifest = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as { nx?: { tags?: string[] } };
      return { root: path.dirname(file), tags: manifest.nx?.tags ?? [] };
    });
}

function crossings(result: ICruiseResult, projects: readonly Project[]): string[] {
  const found = new Set<string>();
  for (const module of result.modules) {
    const from = projectOf(module.source, projects);
    if (from === undefined || TEST.test(module.source)) continue;
    for (const { resolved } of module.dependencies) {
      const to = projectOf(resolved, projects);
      const sentence = to && forbidden(from, to);
      if (sentence) found.add(`${sentence}\n    ${module.source} → ${resolved}`);
    }
  }
  return [...found];
}

/** The core's own sources: no clock, no dice, no environment, though none of them needs an import. */
function impuritiesOf(root: string): string[] {
  const files = globSync('libs/domain/**/*.ts', {
    cwd: root,
    exclude: (name) => name === 'dist' || name === 'node_modules',
  });
  return files
    .filter((file) => !TEST.test(file))
    .sort()
    .flatMap((file) =>
      impurities(readFileSync(path.join(root, file), 'utf8')).map(
        ({ line, sentence }) => `domain-is-a-function: ${sentence}\n    ${file}:${line}`,
      ),
    );
}

/** Checks the tree at `root` by the rules in `rulesFile` and the tags of its projects. */
export async function checkBoundaries(root: string, rulesFile: string): Promise<Findings> {
  const rules = createRequire(import.meta.url)(rulesFile) as Rules;
  const folders = FOLDERS.filter((folder) => existsSync(path.join(root, folder)));
  const options = { ...rules.options, baseDir: root, validate: true, ruleSet: { forbidden: rules.forbidden } };
  const resolve = { ...rules.options.enhancedResolveOptions };
  const { output } = await cruise(folders, options, resolve);
  const result = output as ICruiseResult;
  const broken = result.summary.violations.map((violation) => {
    const path_ = violation.cycle?.map((step) => step.name).join(' → ') ?? violation.to;
    const reason = rules.forbidden.find((rule) => rule.name === violation.rule.name)?.comment ?? '';
    return `${violation.rule.name}: ${reason}\n    ${violation.from} → ${path_}`;
  });
  const projects = projectsOf(root);
  return {
    files: result.modules.filter((module) => FOLDERS.some((folder) => module.source.startsWith(`${folder}/`))).length,
    imports: result.summary.totalDependenciesCruised ?? 0,
    mistakes: [...broken, ...tagMistakes(projects), ...crossings(result, projects), ...impuritiesOf(root)],
  };
}
