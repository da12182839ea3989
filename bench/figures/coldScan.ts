import type { BareRead } from '../programs/bareRead.ts';
import type { ColdScan } from '../programs/coldScan.ts';
import type { Figure } from '../support/figure.ts';
import { powerUser } from '../support/powerUser.ts';
import { alternate, median } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const ROUNDS = { quick: 3, full: 7 };

/** A scan of everything, held against reading the same and doing nothing with it. */
export const coldScan: Figure = {
  name: 'coldScan',
  async measure({ size, histories, programs }) {
    const history = await histories.get(powerUser(size));
    const working = WorkingHome.toRead(history);
    const home = working.path;
    const { workerFile } = programs;
    const read = () => programs.run<BareRead>('bareRead', { home });
    const scan = (threads: number) => () => programs.run<ColdScan>('coldScan', { home, workerFile, threads });
    try {
      await read(); // brings the file into the system's cache, for all alike
      const [reads, ones, twos] = await alternate(ROUNDS[size], read, scan(1), scan(2));
      const bare = median(reads.map(({ ms }) => ms));
      const one = median(ones.map(({ ms }) => ms));
      const two = median(twos.map(({ ms }) => ms));
      const megabytes = history.textBytes / 1e6;
      const of = `${history.sessions} sessions, ${megabytes.toFixed(0)} MB of text, medians of ${ROUNDS[size]}`;
      return [
        { figure: 'bare read', value: bare, unit: 'ms', of },
        { figure: 'cold scan, one worker', value: one, unit: 'ms', of },
        { figure: 'cold scan, two workers', value: two, unit: 'ms', of },
        {
          figure: 'cold scan / bare read, one worker',
          value: one / bare,
          unit: 'x',
          target: { most: 2 },
          of,
          bound: 'matching: each byte is looked up in the automaton once',
        },
        {
          figure: 'cold scan / bare read, two workers',
          value: two / bare,
          unit: 'x',
          target: { most: 1.2 },
          of,
          bound: 'two cores cannot do better than half of one worker, and the start of the threads',
        },
        {
          figure: 'throughput, one worker',
          value: megabytes / (one / 1000),
          unit: 'MB/s',
          target: { least: 200 },
          of,
          bound: 'half of it is SQLite fetching rows: see the bare read',
        },
      ];
    } finally {
      working.remove();
    }
  },
};
