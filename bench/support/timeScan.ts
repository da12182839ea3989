import type { Snapshot } from '../../src/files/shared/snapshot.ts';
import type { Coordinator } from '../../src/scanning/coordination/coordinator.ts';

export interface TimedScan {
  /** Milliseconds from the request to the arrival of the finished snapshot. */
  readonly ms: number;
  /** Of these, from the moment on when it was known what there is to read. */
  readonly readingMs: number;
  readonly snapshot: Snapshot;
}

/** Asks for a scan, and returns when the worker has written its files as well, so that the next begins at rest. */
export async function timeScan(coordinator: Coordinator, options = { full: false }): Promise<TimedScan> {
  const asked = performance.now();
  let planned = asked;
  let published: TimedScan | undefined;
  const stop = coordinator.onEvent((event) => {
    const now = performance.now();
    if (event.event === 'metadata') planned = now;
    if (event.event === 'done')
      published = { ms: now - asked, readingMs: now - planned, snapshot: event.snapshot };
  });
  try {
    await coordinator.rescan(options);
  } finally {
    stop();
  }
  if (!published) throw new Error('The scan published nothing');
  return published;
}
