/** What the tests need besides npm's packages: nats-server and a Chromium. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { canInstallPackages, findNatsServer, howToGetNats, installPackages } from '@reglament/engines/nats';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const CHROMIUM_FILES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A Chromium to test pages with: CHROMIUM_PATH, or the first of the usual names on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
  const named = folders.flatMap((folder) => CHROMIUM_NAMES.map((name) => path.join(folder, name)));
  return [...(env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []), ...named, ...CHROMIUM_FILES].find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export function howToGetChromium(): string {
  const command = canInstallPackages(false) ? '`sudo apt-get install chromium`' : 'your system’s packages';
  return `Install it with ${command}, or name one in CHROMIUM_PATH.`;
}

/** Installs what is missing where we may; returns a sentence for each thing still missing. */
export function ensureSystemPackages(say: (line: string) => void): string[] {
  const wanted = [
    ...(findNatsServer() ? [] : ['nats-server']),
    ...(findChromium() ? [] : ['chromium', 'fonts-dejavu-core']),
  ];
  if (wanted.length > 0 && canInstallPackages(true)) {
    const failure = installPackages(wanted, say);
    if (failure !== '') say(failure);
  }
  return [
    ...(findNatsServer() ? [] : [`nats-server is missing. ${howToGetNats()}`]),
    ...(findChromium() ? [] : [`A Chromium is missing. ${howToGetChromium()}`]),
  ];
}
