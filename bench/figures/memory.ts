import type { WatchedScan } from '../programs/watchedScan.ts';
import type { Bench, Figure } from '../support/figure.ts';
import { median, repeat } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const TEXT_BYTES = { quick: [30e6, 100e6], full: [100e6, 1e9] } as const;
/** As many at both: what is remembered of each session is the price of refreshing fast, not of reading text. */
const SESSIONS = 8564;
/** When V8 collects is chance: single peaks of the same scan differ by a tenth. */
const ROUNDS = 7;

/** The memory of a scan is that of its largest message, not of its history. */
export const memory: Figure = {
  name: 'memory',
  async measure(bench) {
    const [little, much] = TEXT_BYTES[bench.size];
    const [least, most] = [await peak(bench, little), await peak(bench, much)];
    const bound = 'what V8 has not collected yet, and the largest single message';
    const line = (bytes: number, value: number) =>
      ({
        figure: `memory, ${bytes / 1e6} MB of text`,
        value: value / 1e6,
        unit: 'MB',
        target: { most: 120 },
        of: `peak above idle of a first scan of ${SESSIONS} sessions, median of ${ROUNDS}`,
        bound,
      }) as const;
    return [
      line(little, least),
      line(much, most),
      {
        figure: 'memory, difference between both',
        value: (100 * Math.abs(most - least)) / Math.min(most, least),
        unit: '%',
        target: { most: 20 },
        of: 'of the lesser',
        bound,
      },
    ];
  },
};

async function peak({ histories, programs }: Bench, textBytes: number): Promise<number> {
  const history = await histories.get({ sessions: SESSIONS, textBytes });
  const peaks = await repeat(ROUNDS, async () => {
    const working = WorkingHome.toRead(history);
    try {
      const scan = { home: working.path, workerFile: programs.workerFile, threads: 1 };
      return (await programs.run<WatchedScan>('watchedScan', scan)).peakAboveIdle;
    } finally {
      working.remove();
    }
  });
  return median(peaks);
}
