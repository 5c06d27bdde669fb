/** Lets a loop sleep until it is called or the time is up. A call while nobody waits is kept for the next wait. */
export class Wakeup {
  private called = false;
  private resolve: ((woken: boolean) => void) | undefined;

  wake(): void {
    this.called = true;
    this.resolve?.(true);
  }

  /** @returns whether it was called */
  async wait(millis: number): Promise<boolean> {
    if (!this.called) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<boolean>((resolve) => {
        this.resolve = resolve;
        timer = setTimeout(resolve, millis, false);
      });
      clearTimeout(timer);
      this.resolve = undefined;
    }
    const woken = this.called;
    this.called = false;
    return woken;
  }
}
