import { fstatSync } from 'node:fs';

const PATIENCE_MS = 15_000;

/** Whether standard input is a pipe or socket held by a parent; a terminal or `/dev/null` says nothing about a parent. */
function heldByParent(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isSocket();
  } catch {
    return false;
  }
}

/**
 * Calls `stop` once, on SIGTERM, on SIGINT, or when the parent that holds our standard input is gone, however it went.
 * The process ends after that: with 0, or with 1 when stopping fails or takes longer than 15 seconds.
 */
export function stopOnSignal(stop: (reason: string) => Promise<void>): void {
  let stopping = false;
  const begin = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop(reason).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
  if (!heldByParent()) return;
  const gone = (): void => begin('the parent is gone');
  process.stdin.on('end', gone).on('close', gone).on('error', gone).resume();
}
