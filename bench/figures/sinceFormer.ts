import { join, resolve } from 'node:path';
import type { ColdScan } from '../programs/coldScan.ts';
import type { Figure } from '../support/figure.ts';
import { powerUser } from '../support/powerUser.ts';
import { alternate, median } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const ROUNDS = { quick: 3, full: 7 };

/** What a first scan costs more than an earlier version's, for counting each thing once and remembering it. */
export const sinceFormer: Figure = {
  name: 'sinceFormer',
  async measure({ size, histories, programs, former }) {
    const figure = 'cold scan / that of the former version';
    if (former === undefined) return [{ figure, reason: '--former names no programs of it' }];
    const history = await histories.get(powerUser(size));
    const homes = [WorkingHome.toRead(history), WorkingHome.toRead(history)] as const;
    const scan = (home: WorkingHome, workerFile: string) => () => {
      home.forgetOurs();
      return programs.run<ColdScan>('coldScan', { home: home.path, workerFile, threads: 1 });
    };
    try {
      const [before, now] = await alternate(
        ROUNDS[size],
        scan(homes[0], join(resolve(former), 'scanWorker.cjs')),
        scan(homes[1], programs.workerFile),
      );
      const middle = (runs: readonly ColdScan[]) => median(runs.map(({ ms }) => ms));
      return [
        {
          figure,
          value: middle(now) / middle(before),
          unit: 'x',
          target: { most: 1.05 },
          of: `one worker, ${history.sessions} sessions, medians of ${ROUNDS[size]}`,
          bound:
            'the two more columns of each row that tell copies apart, and an archive created before the first is read',
        },
      ];
    } finally {
      for (const home of homes) home.remove();
    }
  },
};
