/**
 * npm leaves optional platform packages out of the lock file when the registry of the moment does not have them, and
 * `npm ci` then refuses that lock file everywhere. This names them again, with the platform each is for.
 */

export interface LockEntry {
  readonly version?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export type LockPackages = Readonly<Record<string, LockEntry>>;

const SYSTEMS = [
  'darwin',
  'win32',
  'windows',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
  'linux',
];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** Where a package may lie that `from` needs: beside it, or in a folder above. */
function isThere(packages: LockPackages, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}

/** The system and processor in the name of a platform package, such as `@swc/core-linux-arm-gnueabihf`; keys in npm's order. */
function platformEntry(name: string, version: string, isDev: boolean): LockEntry {
  const parts = name.split(/[-/]/);
  const system = SYSTEMS.find((one) => parts.includes(one));
  const processor = PROCESSORS.find((one) => parts.includes(one));
  return {
    version,
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(isDev ? { dev: true } : {}),
    ...(/musl/.test(name) ? { libc: ['musl'] } : {}),
    optional: true,
    ...(system === undefined ? {} : { os: [system === 'windows' ? 'win32' : system] }),
  };
}

/** The entries that are missing, by their place. Empty: the lock file is complete. */
export function missingEntries(packages: LockPackages): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isThere(packages, place, name)) continue;
      missing[`node_modules/${name}`] = platformEntry(name, range.replace(/^[\^~]/, ''), entry.dev === true);
    }
  }
  return missing;
}
