import type { ColdScan } from '../programs/coldScan.ts';
import type { WatchedScan } from '../programs/watchedScan.ts';
import type { Bench, Figure, Measurement } from '../support/figure.ts';
import type { History } from '../support/histories.ts';
import { powerUser } from '../support/powerUser.ts';
import { alternate, median } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const ROUNDS = { quick: 3, full: 5 };
/** A session that went on for months, folded again and again. */
const REPETITIVE = { rows: 190_000, texts: 31 };
const COPIES = 'reading the copies; a copy is compared, and matched no more';

/** Histories that Hermes has rewritten: each thing is in them more than once, and counts once. */
export const rewritten: Figure = {
  name: 'rewritten',
  async measure(bench) {
    return [...(await compacted(bench)), ...(await repetitive(bench))];
  },
};

/** What a megabyte of a history compacted twice costs, held against the same history never compacted. */
async function compacted(bench: Bench): Promise<Measurement[]> {
  const plain = await bench.histories.get(powerUser(bench.size));
  const folded = await bench.histories.get({ ...powerUser(bench.size), rewrites: 'compacted twice' });
  const perMegabyte = (history: History, ms: number): number => ms / (history.textBytes / 1e6);
  const [once, twice] = await byTurns(bench, [plain, folded]);
  return [
    {
      figure: 'cold scan per MB, compacted twice / never',
      value: perMegabyte(folded, twice!) / perMegabyte(plain, once!),
      unit: 'x',
      target: { most: 1.15 },
      of: `one worker, ${plain.sessions} sessions, ${(plain.textBytes / 1e6).toFixed(0)} and ${(folded.textBytes / 1e6).toFixed(0)} MB of text, medians of ${ROUNDS[bench.size]}`,
      bound: COPIES,
    },
  ];
}

async function repetitive(bench: Bench): Promise<Measurement[]> {
  const found: Measurement[] = [];
  for (const as of ['copies', 'repeats'] as const) {
    const history = await bench.histories.repetitive({ ...REPETITIVE, as });
    const [ms] = await byTurns(bench, [history]);
    const of = `one session of ${REPETITIVE.rows} rows, ${REPETITIVE.texts} texts, as ${as}`;
    found.push(
      {
        figure: `repetitive session, ${as}`,
        value: ms!,
        unit: 'ms',
        target: { most: 2000 },
        of,
        bound: COPIES,
      },
      {
        figure: `repetitive session, ${as}: memory`,
        value: (await memoryOf(bench, history)) / 1e6,
        unit: 'MB',
        target: { most: 120 },
        of,
        bound: 'what tells a copy: a few bytes a row',
      },
    );
  }
  return found;
}

/** Milliseconds of a cold scan by one worker, of each history. */
async function byTurns({ size, programs }: Bench, histories: readonly History[]): Promise<number[]> {
  const homes = histories.map((history) => WorkingHome.toRead(history));
  const { workerFile } = programs;
  try {
    const scans = homes.map(
      (home) => () => programs.run<ColdScan>('coldScan', { home: home.path, workerFile, threads: 1 }),
    );
    const runs = await alternate(ROUNDS[size], ...scans);
    return runs.map((scansOfOne) => median(scansOfOne.map(({ ms }) => ms)));
  } finally {
    for (const home of homes) home.remove();
  }
}

async function memoryOf({ programs }: Bench, history: History): Promise<number> {
  const working = WorkingHome.toRead(history);
  try {
    const scan = { home: working.path, workerFile: programs.workerFile, threads: 1 };
    return (await programs.run<WatchedScan>('watchedScan', scan)).peakAboveIdle;
  } finally {
    working.remove();
  }
}
