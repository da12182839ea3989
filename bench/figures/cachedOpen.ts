import type { Figure } from '../support/figure.ts';
import { openCoordinator } from '../support/openCoordinator.ts';
import { alternate, median, percentile } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const TIMES = 41;

/** What is shown before anything is scanned: the snapshot file of an earlier run. */
export const cachedOpen: Figure = {
  name: 'cachedOpen',
  async measure({ histories, programs }) {
    const working = WorkingHome.toRead(await histories.get({}));
    const options = { home: working.path, workerFile: programs.workerFile };
    try {
      const coordinator = openCoordinator({ ...options, threads: 1 });
      await coordinator.rescan({ full: false });
      await coordinator.dispose();
      const [opened, started] = await alternate(
        TIMES,
        () => programs.run<number>('openSnapshot', options),
        () => programs.run<number>('nodeStart'),
      );
      return [
        {
          figure: 'cached open, p95',
          value: percentile(opened, 0.95) - median(started),
          unit: 'ms',
          target: { most: 50 },
          of: `a new process to the snapshot in memory, of ${TIMES}, less Node's own start (${median(started).toFixed(0)} ms)`,
          bound: 'loading the program and checking the file',
        },
      ];
    } finally {
      working.remove();
    }
  },
};
