import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('docs/dependencies.md has a line for every dependency of package.json, and none for others', () => {
  const { dependencies, devDependencies, optionalDependencies = {} } = JSON.parse(read('package.json'));
  const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  // The second part of the page is about install scripts and names packages again.
  const [page = ''] = read('docs/dependencies.md').split('## Install scripts');
  const rows = page.matchAll(/^\| (`[^|]*`) \|/gm);
  const written = [...rows].flatMap(([, cell]) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(written.sort()).toEqual(installed.sort());
});
