/** The pipe by which a tool learns that whoever started it is gone, also when that was killed. */

/** Calls `then` once when the parent is gone. Only where the parent said that our stdin is such a pipe. */
export function whenParentIsGone(then: () => void): void {
  const isGiven = process.env.REGLAMENT_LIFELINE === 'stdin';
  // What we start ourselves has another stdin.
  delete process.env.REGLAMENT_LIFELINE;
  if (!isGiven) return;
  let isDone = false;
  const once = () => {
    if (!isDone) then();
    isDone = true;
  };
  process.stdin.on('end', once).on('error', once);
  process.stdin.resume();
  // Listening for the parent must not keep a tool alive that is done.
  if ('unref' in process.stdin) process.stdin.unref();
}
