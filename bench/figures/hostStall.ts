import { availableParallelism } from 'node:os';
import type { WatchedScan } from '../programs/watchedScan.ts';
import type { Figure } from '../support/figure.ts';
import { powerUser } from '../support/powerUser.ts';
import { median, repeat } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const ROUNDS = { quick: 3, full: 7 };
/** As the extension chooses them: one core stays with the editor. */
const THREADS = Math.max(1, Math.min(2, availableParallelism() - 1));

/** How long the thread that asks for a first scan, the extension host's own, is ever kept from its work. */
export const hostStall: Figure = {
  name: 'hostStall',
  async measure({ size, histories, programs }) {
    const history = await histories.get(powerUser(size));
    const { workerFile } = programs;
    const stalls = await repeat(ROUNDS[size], async () => {
      const working = WorkingHome.toRead(history); // a new one each time: only a first scan sends partial snapshots
      try {
        const scan = { home: working.path, workerFile, threads: THREADS };
        return (await programs.run<WatchedScan>('watchedScan', scan)).longestStall;
      } finally {
        working.remove();
      }
    });
    return [
      {
        figure: 'extension host stall',
        value: median(stalls),
        unit: 'ms',
        target: { most: 20 },
        of: `longest event loop delay in a first scan of ${history.sessions} sessions, ${THREADS} of 2 threads, median of ${ROUNDS[size]}`,
        bound: 'starting the worker, and receiving a snapshot',
      },
    ];
  },
};
