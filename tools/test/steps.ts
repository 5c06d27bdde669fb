/** What `npm test` runs, in order. A new check is a new row. */
import path from 'node:path';

export interface Step {
  readonly name: string;
  /** Program and arguments; programs of packages are found in node_modules/.bin. */
  readonly command: readonly string[];
  /** `jest`: its tests are counted one by one, and its words are shown while it runs. `step`: the whole counts as one. */
  readonly counts: 'jest' | 'step';
  /** After this long it is ended and counts as failed. */
  readonly withinMinutes: number;
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Whether files that fail are run once more with nothing beside them. Only for tests of running engines, where two cores may be busy
   * with something else for half a minute; what passes only then is named at the end, for it is a fault to be mended.
   */
  readonly secondLook?: true;
  /** With this exit code the step says that it cannot be done on this machine: it counts neither as passed nor as failed. */
  readonly notHereCode?: number;
}

const jest = (project: string): readonly string[] => [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  '--experimental-vm-modules',
  path.join('node_modules', 'jest', 'bin', 'jest.js'),
  `--selectProjects=${project}`,
  '--ci',
];

const tool = (name: string, ...args: string[]): readonly string[] => [process.execPath, 'tools/run.ts', name, ...args];
const withoutMemory = ['--incremental', 'false', '--tsBuildInfoFile', 'null'];

export const STEPS: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '.'], counts: 'step', withinMinutes: 3 },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'], counts: 'step', withinMinutes: 5 },
  {
    name: 'types of pages',
    command: ['tsc', '-p', 'apps/console', ...withoutMemory],
    counts: 'step',
    withinMinutes: 5,
  },
  { name: 'build', command: tool('build'), counts: 'step', withinMinutes: 5 },
  { name: 'boundaries', command: tool('boundaries'), counts: 'step', withinMinutes: 3 },
  { name: 'event catalogue', command: tool('events', '--check'), counts: 'step', withinMinutes: 3 },
  { name: 'clauses', command: tool('clauses', '--check'), counts: 'step', withinMinutes: 3 },
  { name: 'unit', command: jest('unit'), counts: 'jest', withinMinutes: 10 },
  { name: 'integration', command: jest('integration'), counts: 'jest', withinMinutes: 15, secondLook: true },
  { name: 'browser', command: jest('browser'), counts: 'jest', withinMinutes: 25, secondLook: true },
  {
    name: 'load smoke',
    command: tool('load', 'intake', '--seconds', '5'),
    counts: 'step',
    withinMinutes: 8,
    notHereCode: 3,
  },
];
