import { Worker } from 'node:worker_threads';
import type { KnownGroup, Placement } from '@reglament/domain/question-groups';
import type { Question } from '@reglament/domain/questions';

/** Vectors of an outside service by text, and how alike two texts must be to ask the same. */
export interface Outside {
  readonly vectors: ReadonlyMap<string, readonly number[]>;
  readonly alike: number;
}

export interface PlacingTask {
  readonly asked: readonly Question[];
  readonly known: readonly KnownGroup[];
  /** Null: by the built-in way. */
  readonly outside: Outside | null;
}

/** The sources run as they are written in tests and compiled everywhere else. */
const WORKER = new URL(`./placing-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);
const SOURCES = ['--conditions=@reglament/source', '--disable-warning=ExperimentalWarning'];
/** MiB; 200,000 questions take a quarter of it. */
const MOST_MEMORY = 2_048;

/**
 * Puts a month's questions into groups in a thread of its own, which ends with its work.
 * @throws what the thread threw, or that it ended without an answer
 */
export function place(task: PlacingTask): Promise<Placement> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: task,
      execArgv: WORKER.href.endsWith('.ts') ? SOURCES : [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The grouping of questions ended with ${code} and no answer`)));
  });
}
