/** Puts each service together into a few files: finding and loading two thousand of them was half of its way to being ready. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { inputsHash } from './inputs.ts';
import { SERVICES } from './services.ts';

/** Threads that a service starts are entries of their own, beside it. */
const THREADS = { 'placing-worker': 'apps/reporting/questions/placing-worker.ts' };
const INPUTS = [
  'apps/{intake,routing,sla,reporting,gateway}/**/*.ts',
  'libs/**/*.ts',
  'package-lock.json',
  'tsconfig.base.json',
  'tools/start/bundle.ts',
];
/** Stay where they are: the first is native, the others read files that lie beside them. */
const NOT_BUNDLED = ['@node-rs/argon2', 'pdfmake', 'pino'];
/** Code of packages, apart from ours. */
const PACKAGES = 'packages';
/** A platform that still runs may load from what was bundled before. One that runs for longer while others build beside it wants a new start. */
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Bundles the services where something changed.
 * @returns the folder with `intake.js`, `routing.js` and the others; what is in it never changes
 * @throws Error when something cannot be put together
 */
export async function bundleServices(root: string): Promise<string> {
  const all = path.join(root, 'dist', 'services');
  const folder = path.join(all, inputsHash(root, INPUTS).slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(all, { recursive: true });
  removeOld(all);
  const making = mkdtempSync(path.join(all, 'making-'));
  await bundle(root, making);
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true });
    // Somebody else has made the same meanwhile.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function removeOld(all: string): void {
  for (const name of readdirSync(all)) {
    const folder = path.join(all, name);
    if (Date.now() - statSync(folder).mtimeMs > KEPT_MS) rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(root: string, dir: string): Promise<void> {
  // Loaded only where there is something to do.
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    cwd: root,
    input: { ...Object.fromEntries(SERVICES.map((name) => [name, `apps/${name}/main.ts`])), ...THREADS },
    platform: 'node',
    tsconfig: path.join(root, 'tsconfig.base.json'),
    resolve: { conditionNames: ['@reglament/source', 'node'] },
    external: [...NOT_BUNDLED, 'pg-native'],
    plugins: [mapsOfOurs],
    onLog(_level, log) {
      // Nest asks for packages that somebody may have installed: transports, views, validators of others.
      if (log.code !== 'UNRESOLVED_IMPORT' || !log.message.includes('node_modules/@nestjs/'))
        throw new Error(log.message);
    },
  });
  await build.write({
    dir,
    format: 'esm',
    // Nest, MikroORM and logs speak of classes by their names.
    keepNames: true,
    sourcemap: 'hidden',
    sourcemapExcludeSources: true,
    codeSplitting: { groups: [{ name: PACKAGES, test: /node_modules/, entriesAware: true }] },
  });
  await build.close();
}

/** Faults in our code are told with its own lines; the maps of packages are five times as large and would be read at every start. */
const mapsOfOurs: Plugin = {
  name: 'maps-of-ours',
  generateBundle(_options, files) {
    for (const [name, file] of Object.entries(files)) {
      const isPackage = name.startsWith(PACKAGES);
      if (file.type === 'chunk' && !isPackage) file.code += `\n//# sourceMappingURL=${name}.map\n`;
      if (file.type === 'asset' && isPackage) delete files[name];
    }
  },
};
