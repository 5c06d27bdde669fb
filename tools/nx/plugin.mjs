/**
 * Gives every workspace package its Nx targets from what lies in its folder, so that no package repeats them:
 * a tsconfig.json means `typecheck`, and everything can be tested.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Jest compares absolute paths. */
const jest = (root, project) =>
  `node --disable-warning=ExperimentalWarning --experimental-vm-modules node_modules/jest/bin/jest.js --selectProjects=${project} --passWithNoTests --testPathPatterns "^${root}/"`;

function targetsOf(root, workspaceRoot) {
  const absolute = path.join(workspaceRoot, root);
  const at = { cwd: '{workspaceRoot}' };
  const test = {
    executor: 'nx:run-commands',
    cache: true,
    inputs: ['sources', '^sources', 'shared'],
    options: { ...at, command: jest(absolute, 'unit') },
  };
  const integration = {
    executor: 'nx:run-commands',
    cache: false,
    options: { ...at, command: jest(absolute, 'integration') },
  };
  const targets = { test, integration };
  if (existsSync(path.join(absolute, 'tsconfig.json'))) {
    const isConsole = root === 'apps/console';
    targets.typecheck = {
      executor: 'nx:run-commands',
      cache: true,
      inputs: ['sources', '^sources', 'shared'],
      options: { ...at, command: isConsole ? `tsc -p ${root} --noEmit` : `tsc -b ${root}` },
      // tsc -b compiles what a project stands on as well: two at a time would write the same files.
      parallelism: isConsole,
    };
  }
  return targets;
}

export const createNodesV2 = [
  '{apps,libs,tools}/**/package.json',
  (files, _options, { workspaceRoot }) =>
    files
      .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file))
      .map((file) => {
        const root = path.dirname(file);
        return [file, { projects: { [root]: { root, targets: targetsOf(root, workspaceRoot) } } }];
      }),
];

/** Edges between packages, read from the imports: TypeScript 7 has no programming interface for Nx's own reader. */
export const createDependencies = (_options, { projects, fileMap, workspaceRoot }) =>
  Object.entries(fileMap.projectFileMap).flatMap(([source, files]) =>
    files
      .filter(({ file }) => /\.tsx?$/.test(file))
      .flatMap(({ file }) => {
        const text = readFileSync(path.join(workspaceRoot, file), 'utf8');
        const targets = new Set(Array.from(text.matchAll(/from '(@reglament\/[^/']+)/g), (match) => match[1]));
        return [...targets]
          .filter((target) => target !== source && target in projects)
          .map((target) => ({ source, target, sourceFile: file, type: 'static' }));
      }),
  );
