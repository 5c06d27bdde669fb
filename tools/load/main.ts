// npm run load -- <scenario> [--url URL] [--tenant NAME] [--seconds N] [--clients N]
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPlatform } from '../platform.ts';
import { findK6, howToGetK6 } from './k6.ts';

const scenarios = resolve('load-tests');
const say = (line: string) => process.stderr.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    tenant: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '8' },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const name = positionals[0] ?? '';
  const file = join(scenarios, `${name}.js`);
  if (!existsSync(file)) {
    const known = readdirSync(scenarios).filter((f) => f.endsWith('.js'));
    say(`There is no load scenario "${name}". There are: ${known.map((f) => f.slice(0, -3)).join(', ')}.`);
    return 2;
  }
  const k6 = findK6(join(homedir(), '.cache', 'reglament'), say);
  if (!k6) {
    say(howToGetK6);
    return 3;
  }
  if (values.url) return run(k6, file, values.url);
  const data = mkdtempSync(join(tmpdir(), 'reglament-load-'));
  const platform = await startPlatform({ data });
  try {
    return await run(k6, file, platform.url);
  } finally {
    await platform.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Runs k6 and gives its exit code: 0 when every threshold held, 99 when one did not. */
async function run(k6: string, file: string, url: string): Promise<number> {
  const child = spawn(k6, ['run', '--quiet', '--no-usage-report', file], {
    stdio: 'inherit',
    env: {
      ...process.env,
      REGLAMENT_URL: url,
      REGLAMENT_TENANT: values.tenant ?? (await firstHotline(url)),
      LOAD_SECONDS: values.seconds,
      LOAD_CLIENTS: values.clients,
      LOAD_RUN: randomUUID(),
    },
  });
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}

/** The first hotline that takes requests from the web. */
async function firstHotline(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/intake/hotlines`);
  const { items } = (await answer.json()) as { items: { tenant: string }[] };
  const first = items[0]?.tenant;
  if (first === undefined) throw new Error(`${url} runs no hotline`);
  return first;
}
