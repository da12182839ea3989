import type { ColdScan } from '../programs/coldScan.ts';
import type { Figure } from '../support/figure.ts';
import { alternate, median } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const UNIT_BYTES = { quick: 20e6, full: 100e6 };
const TIMES_THE_TEXT = [1, 2, 4, 8];
const ROUNDS = { quick: 3, full: 5 };

/**
 * Twice the text takes twice the time, once the worker runs, its code is compiled, and it knows what there is to read:
 * what a scan pays once, whatever it reads, is no growth.
 */
export const growth: Figure = {
  name: 'growth',
  async measure({ size, histories, programs }) {
    const unit = UNIT_BYTES[size];
    const homes: { megabytes: number; working: WorkingHome }[] = [];
    try {
      for (const times of TIMES_THE_TEXT) {
        const history = await histories.get({ textBytes: times * unit });
        homes.push({ megabytes: history.textBytes / 1e6, working: WorkingHome.toRead(history) });
      }
      const { workerFile } = programs;
      const scans = homes.map(
        ({ working }) =>
          () =>
            programs.run<ColdScan>('coldScan', {
              home: working.path,
              workerFile,
              threads: 1,
              compiled: true,
            }),
      );
      const runs = await alternate(ROUNDS[size], ...scans);
      const costs = runs.map(
        (scans, index) => median(scans.map(({ readingMs }) => readingMs)) / homes[index]!.megabytes,
      );
      return [
        {
          figure: 'growth: spread of the time per MB',
          value: 100 * (Math.max(...costs) / Math.min(...costs) - 1),
          unit: '%',
          target: { most: 15 },
          of: `${costs.map((cost) => cost.toFixed(2)).join(', ')} ms per MB at ${homes.map(({ megabytes }) => megabytes.toFixed(0)).join(', ')} MB, medians of ${ROUNDS[size]}`,
          bound: 'the speed of the machine, which changes between runs',
        },
      ];
    } finally {
      for (const { working } of homes) working.remove();
    }
  },
};
