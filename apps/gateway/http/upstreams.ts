/** For how long an instance that refused a connection is left alone while another one lives. */
const REST_MS = 1_000;

/** The instances of one service, in turn; one that failed rests for a second. */
export class Upstreams {
  readonly #urls: readonly string[];
  readonly #restsUntil = new Map<string, number>();
  #next = 0;

  constructor(urls: readonly string[]) {
    this.#urls = urls;
  }

  /** The next instance that was not tried yet, rested ones last; undefined when all were. `now`: monotonic milliseconds. */
  pick(tried: ReadonlySet<string>, now: number): string | undefined {
    let resting: string | undefined;
    for (let step = 0; step < this.#urls.length; step += 1) {
      const url = this.#urls[(this.#next + step) % this.#urls.length];
      if (url === undefined || tried.has(url)) continue;
      if ((this.#restsUntil.get(url) ?? 0) <= now) {
        this.#next = (this.#next + step + 1) % this.#urls.length;
        return url;
      }
      resting ??= url;
    }
    return resting;
  }

  /** Whether there is one that was not tried yet. */
  hasOther(tried: ReadonlySet<string>): boolean {
    return this.#urls.some((url) => !tried.has(url));
  }

  failed(url: string, now: number): void {
    this.#restsUntil.set(url, now + REST_MS);
  }
}
