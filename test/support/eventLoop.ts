const TICK_MILLISECONDS = 2;

/**
 * Watches this thread's event loop.
 * @returns stops watching; answers the longest time in milliseconds that the loop stood still because the thread was
 * computing. Time during which the machine gave the thread no processor does not count: that is not of our making.
 */
export function watchEventLoop(): () => number {
  let longest = 0;
  let due = performance.now() + TICK_MILLISECONDS;
  let busy = threadMilliseconds();
  const timer = setInterval(() => {
    const late = performance.now() - due;
    const computed = threadMilliseconds() - busy;
    longest = Math.max(longest, Math.min(late, computed));
    due = performance.now() + TICK_MILLISECONDS;
    busy = threadMilliseconds();
  }, TICK_MILLISECONDS);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/** How long the loop must have been quiet, and what quiet is. */
const QUIET_MILLISECONDS = 500;
const QUIET_STALL_MILLISECONDS = 10;

/** Waits until VS Code's own extensions, which share this thread, have started and nothing keeps it busy. */
export async function quietEventLoop(): Promise<void> {
  let longest: number;
  do {
    const stop = watchEventLoop();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS));
    longest = stop();
  } while (longest > QUIET_STALL_MILLISECONDS);
}

/** Processor time of this thread; where Node is too old to tell, time itself. */
function threadMilliseconds(): number {
  if (typeof process.threadCpuUsage !== 'function') return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
