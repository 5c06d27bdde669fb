/** What a person sees while waiting: one line per thing that became ready, a sign of life for what takes long. */
import type { StartOptions } from './options.ts';

/** Signs of life after 5, 10, 20, 40, 60, 80 … seconds: enough to know that it lives. */
const FIRST_SIGN_MS = 5_000;
const LONGEST_SILENCE_MS = 20_000;

export class Output {
  readonly #stream: NodeJS.WriteStream;

  /** With --json everything for people goes to stderr, so that stdout has exactly one line. */
  constructor(options: Pick<StartOptions, 'json'>) {
    this.#stream = options.json ? process.stderr : process.stdout;
  }

  line(text: string): void {
    this.#stream.write(`${text}\n`);
  }

  /** `postgres        ready (0.9 s)` */
  done(name: string, what: string, seconds?: number): void {
    const time = seconds === undefined ? '' : ` (${seconds.toFixed(1)} s)`;
    this.line(`  ${name.padEnd(14)} ${what}${time}`);
  }

  /** Runs something long; tells every few seconds that it still runs, and at the end how long it took. */
  async step<T>(name: string, what: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const seconds = () => (performance.now() - from) / 1000;
    let silence = FIRST_SIGN_MS;
    const sign = () => {
      this.done(name, `still working, ${seconds().toFixed(0)} s`);
      timer = setTimeout(sign, silence);
      silence = Math.min(silence * 2, LONGEST_SILENCE_MS);
    };
    let timer = setTimeout(sign, silence);
    try {
      const result = await work();
      this.done(name, what, seconds());
      return result;
    } finally {
      clearTimeout(timer);
    }
  }
}
