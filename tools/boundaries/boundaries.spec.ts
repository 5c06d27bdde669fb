import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { forbidden, projectOf, tagMistakes } from './tags.ts';

let tree: string;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
  writeFileSync(path.join(tree, file), text);
}

function project(root: string, name: string, ...tags: string[]): void {
  const manifest = {
    name: `@reglament/${name}`,
    type: 'module',
    nx: { tags },
    exports: { './*': { '@reglament/source': './*.ts' } },
  };
  write(`${root}/package.json`, JSON.stringify(manifest));
  mkdirSync(path.join(tree, 'node_modules/@reglament'), { recursive: true });
  symlinkSync(path.join(tree, root), path.join(tree, 'node_modules/@reglament', name));
}

function check(): { code: number | null; said: string } {
  const tool = path.resolve(import.meta.dirname, '../boundaries.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, tree], { encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

beforeEach(() => {
  tree = realpathSync(mkdtempSync(path.join(tmpdir(), 'reglament-walls-')));
  project('apps/intake', 'intake', 'kind:app', 'scope:intake');
  project('apps/routing', 'routing', 'kind:app', 'scope:routing');
  project('libs/domain', 'domain', 'kind:lib', 'scope:domain');
  project('libs/platform', 'platform', 'kind:lib', 'scope:platform');
  project('libs/testing', 'testing', 'kind:lib', 'scope:testing');
  write('apps/routing/desk.ts', 'export const desk = 1;');
  write('libs/platform/postgres.ts', 'export class Database {}');
  write('libs/testing/engines.ts', 'export const engines = 1;');
  write('libs/domain/clock.ts', 'export interface Clock { readonly at: number }');
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

test('a tree that keeps to its walls passes', () => {
  write(
    'apps/intake/main.ts',
    `import type { Clock } from '@reglament/domain/clock';\nexport const clock: Clock = { at: 1 };`,
  );
  write('apps/intake/main.spec.ts', `import { engines } from '@reglament/testing/engines';\nexport const e = engines;`);
  expect(check()).toMatchObject({ code: 0 });
}, 20_000);

test.each([
  [
    'apps-do-not-import-apps',
    'apps/intake/main.ts',
    `import { desk } from '@reglament/routing/desk';\nexport const d = desk;`,
  ],
  ['apps-do-not-import-apps', 'apps/intake/main.ts', `export { desk } from '../routing/desk.ts';`],
  [
    'domain-is-pure',
    'libs/domain/rule.ts',
    `import type { Database } from '@reglament/platform/postgres';\nexport type D = Database;`,
  ],
  [
    'domain-does-no-io',
    'libs/domain/rule.ts',
    `import { readFileSync } from 'node:fs';\nexport const r = readFileSync;`,
  ],
  [
    'testing-only-from-tests',
    'apps/intake/main.ts',
    `import { engines } from '@reglament/testing/engines';\nexport const e = engines;`,
  ],
  [
    'libraries-do-not-import-apps',
    'libs/platform/http.ts',
    `import { desk } from '@reglament/routing/desk';\nexport const d = desk;`,
  ],
  ['resolvable', 'apps/intake/main.ts', `import { gone } from './gone.ts';\nexport const g = gone;`],
])(
  '%s: %s is caught',
  (rule, file, text) => {
    write(file, text);
    const { code, said } = check();
    expect(said).toContain(`${rule}: `);
    expect(said).toContain(file);
    expect(code).toBe(1);
  },
  20_000,
);

test('a cycle is caught', () => {
  write('libs/domain/a.ts', `import { b } from './b.ts';\nexport const a = () => b;`);
  write('libs/domain/b.ts', `import { a } from './a.ts';\nexport const b = () => a;`);
  const { code, said } = check();
  expect(said).toMatch(/no-cycles: .*\n.*libs\/domain\/[ab]\.ts/);
  expect(code).toBe(1);
}, 20_000);

test('a crossing that only the tags forbid is caught, and a project without tags is refused', () => {
  const platform = { root: 'libs/platform', tags: ['kind:lib', 'scope:platform'] };
  const engines = { root: 'tools/engines', tags: ['kind:tool', 'scope:engines'] };
  const tools = { root: 'tools', tags: ['kind:tool', 'scope:tools'] };
  expect(forbidden(engines, platform)).toMatch(/may not use libs\/platform: an engine is a process/);
  expect(forbidden(tools, engines)).toBeUndefined();
  expect(projectOf('tools/engines/host.ts', [tools, engines])).toBe(engines);
  expect(tagMistakes([platform, { root: 'libs/new', tags: ['kind:lib'] }])).toEqual([
    'libs/new/package.json needs exactly one scope: tag.',
  ]);
});
