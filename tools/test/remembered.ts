import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a step came to when it last passed on the very same files. */
export interface Remembered {
  readonly passed: number;
  /** ISO 8601, for the person who reads it. */
  readonly at: string;
}

/** One text for everything git knows or would add: the same text means that nothing has changed. */
export function treeState(root: string): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, maxBuffer: 256 * 1024 * 1024 });
  const hash = createHash('sha256').update(process.version).update(git('ls-files', '-s')).update(git('diff', 'HEAD'));
  for (const file of git('ls-files', '--others', '--exclude-standard', '-z').toString().split('\0')) {
    if (file !== '') hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** Steps that passed on the present tree. Never used in CI, where `CI` is set: there everything runs. */
export class Memory {
  private readonly file: string;
  private readonly state: string;
  private readonly steps: Record<string, Remembered>;

  constructor(root: string) {
    this.file = path.join(root, 'node_modules', '.cache', 'reglament', 'test-steps.json');
    this.state = treeState(root);
    const kept = read(this.file);
    this.steps = kept?.state === this.state ? kept.steps : {};
  }

  recall(step: string): Remembered | undefined {
    return this.steps[step];
  }

  keep(step: string, passed: number): void {
    this.steps[step] = { passed, at: new Date().toISOString() };
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify({ state: this.state, steps: this.steps }));
  }
}

function read(file: string): { state: string; steps: Record<string, Remembered> } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { state: string; steps: Record<string, Remembered> };
  } catch {
    return undefined;
  }
}
