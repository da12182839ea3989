import type { Snapshot } from '../../src/files/snapshot.ts';
import type { Coordinator } from '../../src/scanning/coordinator.ts';

export interface TimedScan {
  /** Milliseconds from the request to the arrival of the finished snapshot. */
  readonly ms: number;
  readonly snapshot: Snapshot;
}

/** Asks for a scan, and returns when the worker has written its files as well, so that the next begins at rest. */
export async function timeScan(coordinator: Coordinator, options = { full: false }): Promise<TimedScan> {
  const asked = performance.now();
  let published: TimedScan | undefined;
  const stop = coordinator.onEvent((event) => {
    if (event.event === 'done') published = { ms: performance.now() - asked, snapshot: event.snapshot };
  });
  try {
    await coordinator.rescan(options);
  } finally {
    stop();
  }
  if (!published) throw new Error('The scan published nothing');
  return published;
}
