/**
 * Runs the host suite again and again, each time from the start, and adds a line for each run to the table in
 * docs/testing.md: what was run, on how busy a machine, and what came of it. What a run printed is kept in
 * test/host/runs.
 *   npm run test:host:repeat -- --times 10                      the whole suite ten times
 *   npm run test:host:repeat -- --times 5 --busy                while every core has something else to do
 *   npm run test:host:repeat -- --times 50 --file longScan      one file of the user suite
 * It ends with the first run that fails.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runToTheEnd } from './runtime/lifetime.ts';
import { REPOSITORY } from './runtime/places.ts';
import { endProgram, startProgram } from './runtime/program.ts';
import { say } from './runtime/say.ts';

const DOCUMENT = join(REPOSITORY, 'docs/testing.md');
const LOGS = join(REPOSITORY, 'test/host/runs');

interface Run {
  readonly startedAt: Date;
  /** How many programs wanted a core on average: in the minute before it began, and in its last minute. */
  readonly load: readonly [before: number, after: number];
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly printed: string;
}

await runToTheEnd(async () => {
  const { values } = parseArgs({
    options: {
      times: { type: 'string', default: '1' },
      busy: { type: 'boolean', default: false },
      file: { type: 'string' },
    },
  });
  const { busy, file } = values;
  const commit = committed();
  const what = file === undefined ? 'all' : file;
  await mkdir(LOGS, { recursive: true });
  for (let time = 0; time < Number(values.times); time++) {
    const run = await runOnce(file === undefined ? [] : ['--only', 'user', '--file', file], busy);
    const log = join(LOGS, `${run.startedAt.toISOString().replaceAll(':', '-')}.log`);
    await writeFile(log, run.printed);
    const line = row([
      minute(run.startedAt),
      commit,
      what,
      busy ? `${availableParallelism()}` : '–',
      run.load.map((load) => load.toFixed(1)).join(' → '),
      `${Math.round(run.seconds)} s`,
      `${run.passed}`,
      `${run.failed}`,
    ]);
    await writeFile(DOCUMENT, withRow(await readFile(DOCUMENT, 'utf8'), line));
    say(line);
    if (run.failed > 0 || run.passed === 0) return 1;
  }
  return 0;
});

async function runOnce(args: readonly string[], busy: boolean): Promise<Run> {
  const others = busy ? Array.from({ length: availableParallelism() }, busyLoop) : [];
  const startedAt = new Date();
  const begun = performance.now();
  const before = loadavg()[0]!;
  const suite = startProgram(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [suite.stdout, suite.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (printed += text));
  }
  const code = await new Promise<number | null>((resolve) => suite.once('close', resolve));
  const seconds = (performance.now() - begun) / 1000;
  const load = [before, loadavg()[0]!] as const;
  await Promise.all(others.map(endProgram));
  const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed$/m.exec(printed) ?? [];
  const failures = Math.max(Number(failed), code === 0 ? 0 : 1);
  return { startedAt, load, seconds, passed: Number(passed), failed: failures, printed };
}

function busyLoop() {
  return startProgram(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
}

/** The commit that is run; what is not committed is not run, as nobody could run it again. */
function committed(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: REPOSITORY, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', '.', ':!docs');
  if (changed !== '') throw new Error(`Commit first:\n${changed}`);
  return git('rev-parse', '--short', 'HEAD');
}

/** `2026-11-27 15:04`, in UTC. */
function minute(moment: Date): string {
  return moment.toISOString().slice(0, 16).replace('T', ' ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The document with a line more at the end of its last table. */
function withRow(document: string, line: string): string {
  const lines = document.split('\n');
  const last = lines.findLastIndex((text) => text.startsWith('|'));
  if (last < 0) throw new Error(`${DOCUMENT} has no table`);
  return lines.toSpliced(last + 1, 0, line).join('\n');
}
