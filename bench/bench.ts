/**
 * Measures what the product promises to be fast at, and prints each figure beside its target. A missed target is
 * said, never an error. Times are judged at the speed that targets are meant for, which a bare read tells.
 *   npm run bench -- [--size quick|full] [--seed N] [--only NAME] [--json FILE] [--host] [--dist DIR] [--former DIR]
 */
import { writeFileSync } from 'node:fs';
import { cachedOpen } from './figures/cachedOpen.ts';
import { coldScan } from './figures/coldScan.ts';
import { editor } from './figures/editor.ts';
import { growth } from './figures/growth.ts';
import { hostStall } from './figures/hostStall.ts';
import { longSession } from './figures/longSession.ts';
import { manySessions } from './figures/manySessions.ts';
import { memory } from './figures/memory.ts';
import { questions } from './figures/questions.ts';
import { refresh } from './figures/refresh.ts';
import { rewritten } from './figures/rewritten.ts';
import { sinceFormer } from './figures/sinceFormer.ts';
import { throughput } from './figures/throughput.ts';
import { type Figure, type Judged, judged, type Unmeasured } from './support/figure.ts';
import { Histories } from './support/histories.ts';
import { thisMachine } from './support/machine.ts';
import { type BenchOptions, readOptions, USAGE } from './support/options.ts';
import { Programs } from './support/programs.ts';
import { printLine, printMachine, printSpeed } from './support/report.ts';
import { atMeantSpeed, Speed } from './support/speed.ts';

const FIGURES: readonly Figure[] = [
  coldScan,
  sinceFormer,
  rewritten,
  throughput,
  refresh,
  longSession,
  cachedOpen,
  hostStall,
  memory,
  growth,
  manySessions,
  questions,
  editor,
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const options = optionsOrNull(process.argv.slice(2));
if (options) await bench(options);
else process.exitCode = 2;

function optionsOrNull(argv: readonly string[]): BenchOptions | null {
  try {
    return readOptions(argv);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    return null;
  }
}

async function bench({ size, seed, only, json, host, dist, former }: BenchOptions): Promise<void> {
  const chosen = FIGURES.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) {
    throw new Error(`There is no figure ${only}: ${FIGURES.map(({ name }) => name).join(', ')}`);
  }
  const machine = thisMachine();
  say(`${printMachine(machine)}\nsize ${size}, seed ${seed}\n`);
  const programs = await Programs.prepare(dist);
  const histories = new Histories(seed, say);
  const speed = await Speed.watch(size, histories, programs);
  const figures: (Judged | Unmeasured)[] = [];
  try {
    for (const figure of chosen) {
      const { found, slowness } = await speed.during(() =>
        figure.measure({ size, histories, programs, host, former }),
      );
      for (const line of found) {
        const told = 'value' in line ? judged(line, atMeantSpeed(line, slowness)) : line;
        say(printLine(told));
        figures.push(told);
      }
    }
  } finally {
    speed.stop();
  }
  say(`\n${printSpeed(speed.range)}`);
  writeFileSync(
    json,
    `${JSON.stringify({ machine, size, seed, bareRead: speed.range, figures }, null, 2)}\n`,
  );
  say(`written to ${json}`);
}
