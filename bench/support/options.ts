import { parseArgs } from 'node:util';

/** `full` is the table of docs/performance.md; `quick` the same figures from smaller histories, to see a change. */
export type Size = 'quick' | 'full';

export interface BenchOptions {
  readonly size: Size;
  /** Seed of the made-up histories. */
  readonly seed: number;
  /** Only the figures of this name. */
  readonly only: string | undefined;
  /** Where the figures are written. */
  readonly json: string;
  /** Also start a real VS Code for the figures that only it can give. */
  readonly host: boolean;
  /** Programs that are built already; without it `dist` is built first. */
  readonly dist: string | undefined;
  /** The same of an earlier version, which these are held against. */
  readonly former: string | undefined;
}

export const USAGE = `npm run bench -- [options]
  --size quick|full   smaller histories, or those of docs/performance.md (default)
  --seed N            seed of the histories (1)
  --only NAME         one figure: the name of a file in bench/figures
  --json FILE         where the figures are written (bench-results.json)
  --host              also measure inside a real VS Code, which is obtained if need be
  --dist DIR          measure programs that are built already, instead of building dist
  --former DIR        hold them against those of an earlier version, built already
`;

/** @throws Error in one line when the command line makes no sense */
export function readOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      size: { type: 'string', default: 'full' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      json: { type: 'string', default: 'bench-results.json' },
      host: { type: 'boolean', default: false },
      dist: { type: 'string' },
      former: { type: 'string' },
    },
  });
  const { size, only, json, host, dist, former } = values;
  const seed = Number(values.seed);
  if (size !== 'quick' && size !== 'full') throw new Error(`There is no size ${size}: quick or full`);
  if (!Number.isSafeInteger(seed)) throw new Error(`${values.seed} is no seed: it must be a whole number`);
  return { size, seed, only, json, host, dist, former };
}
