import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { impurities } from './purity.ts';
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
  write('node_modules/uuid/package.json', '{ "name": "uuid", "main": "index.js" }');
  write('node_modules/uuid/index.js', 'exports.v4 = () => 1;');
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
  ['domain-is-a-function', 'libs/domain/rule.ts', 'export const late = (due: number) => due < Date.now();'],
  ['domain-stands-on-few-packages', 'libs/domain/rule.ts', `import { v4 } from 'uuid';\nexport const p = v4;`],
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

test.each([
  ['Date.now()', 'now'],
  ['new Date()', 'clock'],
  ['new Date(2026, 10, 30)', 'time zone'],
  ['new Date(0).getHours()', 'time zone'],
  ['Temporal.Now.instant()', 'now'],
  ['Math.random()', 'drawn'],
  ['crypto.randomUUID()', '`crypto`'],
  ['process.env.TZ', '`process`'],
  ['setTimeout(() => undefined, 1)', '`setTimeout`'],
  ['performance.now()', '`performance`'],
  ['fetch("http://example.org")', '`fetch`'],
  ['globalThis', '`globalThis`'],
  ['console.log(1)', '`console`'],
  ['import("node:fs")', 'loads nothing'],
  ['import.meta.url', 'where it runs'],
  ['new Intl.DateTimeFormat("ru")', 'zone'],
  ['(1).toLocaleString()', 'language'],
])('domain-is-a-function: %s is caught in the core', (code, says) => {
  const text = `// Пять минут.\nexport const rule = (now: number) => {\n  return [now, ${code}];\n};`;
  expect(impurities(text)).toEqual([{ line: 3, sentence: expect.stringContaining(says) }]);
});

test('domain-is-a-function: arguments, properties and types may be called what they like', () => {
  const text = `
    interface Environment { readonly process: string; readonly window: typeof globalThis }
    export const rule = (crypto: Environment, now: number, setTimeout: number) =>
      [crypto.process, new Date(now).toISOString(), Math.max(now, setTimeout), { fetch: 1, console: 2 }] satisfies unknown[];
    export const at = new Intl.DateTimeFormat('ru', { timeZone: 'Asia/Almaty' });`;
  expect(impurities(text)).toEqual([]);
});

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
