import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Platform, startPlatform } from '../platform.ts';

const root = path.join(import.meta.dirname, '../..');
const demo = path.join(root, 'demo', 'requests.jsonl');

const CLOCK = ['--clock', '2026-11-02T09:00+03:00', '--speed', '600'];

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a tool to its end, as `npm run` does; `onSaid` is called with everything it has said so far. */
function run(tool: string, args: readonly string[], onSaid: (said: string) => void = () => {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['tools/run.mjs', tool, ...args], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        onSaid(said);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

describe.each([1, 2])('the replay, with %i of every service', (instances) => {
  let platform: Platform;
  let data: string;

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'reglament-replay-'));
    platform = await startPlatform({ data, args: [...CLOCK, '--instances', String(instances)] });
  }, 300_000);

  afterAll(async () => {
    await platform?.stop();
    rmSync(data, { recursive: true, force: true });
  }, 60_000);

  test('the demo day over all five hotlines: what went in comes out of the statistics', async () => {
    const { code, said } = await run('replay', ['--url', platform.url, '--data', demo, '--speed', 'max']);
    expect(said).toContain('They agree.');
    expect(said).not.toContain('refused');
    expect(code).toBe(0);
  }, 300_000);

  test('every process killed in turn while it runs: it finishes, nothing is missing and nothing is there twice', async () => {
    const victims = Object.entries(platform.pids);
    expect(victims.length).toBeGreaterThanOrEqual(4 + 5 * instances);
    let timer: NodeJS.Timeout | undefined;
    const interval = 24_000 / victims.length;
    const killOneByOne = () => {
      const [, pid] = victims.shift() ?? [];
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    };
    try {
      const replayed = await run('replay', ['--url', platform.url, '--data', demo, '--speed', '600'], (said) => {
        if (timer === undefined && said.includes('Replaying')) timer = setInterval(killOneByOne, interval);
      });
      expect(replayed.said).toContain('They agree.');
      expect(replayed.code).toBe(0);
      expect(victims).toEqual([]);
    } finally {
      clearInterval(timer);
    }
    // What a killed instance held unacknowledged is delivered again only after the time for acknowledging is over.
    const ledger = await run('ledger', ['--data', data, '--wait', '90']);
    expect(ledger.said).toContain('nothing is missing and nothing is there twice');
    expect(ledger.code).toBe(0);
  }, 600_000);
});
