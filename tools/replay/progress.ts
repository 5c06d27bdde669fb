/** One line that tells how far the replay is: rewritten on a terminal, every few seconds elsewhere. */
export class Progress {
  private readonly total: number;
  private readonly describe: () => string;
  private readonly begun = performance.now();
  private timer: NodeJS.Timeout | null = null;
  private width = 0;
  done = 0;

  constructor(total: number, describe: () => string) {
    this.total = total;
    this.describe = describe;
  }

  start(): void {
    this.timer = setInterval(() => this.show(), process.stderr.isTTY ? 200 : 5_000);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.show();
    if (process.stderr.isTTY) process.stderr.write('\n');
  }

  private show(): void {
    const part = this.total === 0 ? 1 : this.done / this.total;
    const filled = Math.round(part * 24);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`;
    const seconds = Math.round((performance.now() - this.begun) / 1000);
    const line = `  ${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${this.describe()}  ${seconds} s`;
    if (!process.stderr.isTTY) process.stderr.write(`${line}\n`);
    else {
      process.stderr.write(`\r${line.padEnd(this.width)}`);
      this.width = line.length;
    }
  }
}
