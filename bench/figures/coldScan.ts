import type { BareRead } from '../programs/bareRead.ts';
import type { ColdScan } from '../programs/coldScan.ts';
import type { Bench, Figure, Measurement } from '../support/figure.ts';
import { Hermes } from '../support/hermes.ts';
import type { History } from '../support/histories.ts';
import { powerUser } from '../support/powerUser.ts';
import { alternate, median } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const ROUNDS = { quick: 3, full: 7 };
const MATCHING = 'SQLite handing over rows, then matching: each byte is looked up in the automaton once';
const THREADS =
  'V8, which compiles and collects in threads of its own on the same cores; and the start of two threads';

/** A scan of everything, held against reading the same and doing nothing with it. */
export const coldScan: Figure = {
  name: 'coldScan',
  async measure(bench) {
    const history = await bench.histories.get(powerUser(bench.size));
    const atRest = await measure(bench, history);
    return [...atRest, ...(await measureBesideHermes(bench, history))];
  },
};

/** No program has the history open; it is read without locks. */
async function measure(bench: Bench, history: History): Promise<Measurement[]> {
  // Two names of one file: a reader in WAL mode, as the bare read is, leaves a log behind beside the name it used.
  const bare = WorkingHome.toRead(history);
  const scanned = WorkingHome.toRead(history);
  try {
    const { read, one, two } = await byTurns(bench, bare, scanned);
    const megabytes = history.textBytes / 1e6;
    const of = describe(bench, history);
    return [
      { figure: 'bare read', value: read, unit: 'ms', of },
      { figure: 'cold scan, one worker', value: one, unit: 'ms', of },
      { figure: 'cold scan, two workers', value: two, unit: 'ms', of },
      ...ratios('cold scan / bare read', { read, one, two }, of),
      { figure: 'throughput, all messages', value: megabytes / (one / 1000), unit: 'MB/s', of },
    ];
  } finally {
    bare.remove();
    scanned.remove();
  }
}

/** A Hermes that runs keeps a write-ahead log; it is read with locks, by better-sqlite3. */
async function measureBesideHermes(bench: Bench, history: History): Promise<Measurement[]> {
  const working = WorkingHome.toWrite(history);
  const hermes = new Hermes(working.path);
  try {
    const times = await byTurns(bench, working, working);
    return ratios('the same while Hermes runs', times, describe(bench, history));
  } finally {
    hermes.close();
    working.remove();
  }
}

interface Times {
  readonly read: number;
  readonly one: number;
  readonly two: number;
}

async function byTurns({ size, programs }: Bench, toRead: WorkingHome, toScan: WorkingHome): Promise<Times> {
  const { workerFile } = programs;
  const read = () => programs.run<BareRead>('bareRead', { home: toRead.path });
  const scan = (threads: number) => () => {
    toScan.forgetOurs();
    return programs.run<ColdScan>('coldScan', { home: toScan.path, workerFile, threads });
  };
  const [reads, ones, twos] = await alternate(ROUNDS[size], read, scan(1), scan(2));
  const middle = (runs: readonly { ms: number }[]) => median(runs.map(({ ms }) => ms));
  return { read: middle(reads), one: middle(ones), two: middle(twos) };
}

function ratios(figure: string, { read, one, two }: Times, of: string): Measurement[] {
  return [
    {
      figure: `${figure}, one worker`,
      value: one / read,
      unit: 'x',
      target: { most: 2 },
      of,
      bound: MATCHING,
    },
    {
      figure: `${figure}, two workers`,
      value: two / read,
      unit: 'x',
      target: { most: 1.2 },
      of,
      bound: THREADS,
    },
  ];
}

function describe({ size }: Bench, { sessions, textBytes }: History): string {
  return `${sessions} sessions, ${(textBytes / 1e6).toFixed(0)} MB of text, medians of ${ROUNDS[size]}`;
}
