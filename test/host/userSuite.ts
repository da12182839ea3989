import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { INSTALLED_VARIABLE, installedExtension } from './runtime/installedExtension.ts';
import { packagedExtension, VSIX_VARIABLE } from './runtime/packagedExtension.ts';
import { endProgram, startProgram } from './runtime/program.ts';
import { say } from './runtime/say.ts';
import { sum, type Tally } from './runtime/tally.ts';

const SUITE = join(import.meta.dirname, 'user');
const RUNNER = join(import.meta.dirname, 'userFile.ts');

/** With four the suite took as long as with two, on two cores: their windows only wait for each other. */
const MOST_AT_A_TIME = 2;

export interface UserSuiteOptions {
  /** Only tests whose full name holds this text. */
  readonly grep?: string | undefined;
  /** Only the file of this name, without `.test.ts`. */
  readonly file?: string | undefined;
  /** How many files run at the same time. */
  readonly jobs?: number | undefined;
}

/**
 * Runs the suite that installs the packaged extension and acts as a user in the browser: each file in a process, a
 * browser and a VS Code of its own, so that none can depend on another.
 */
export async function userSuite({ grep, file: only, jobs = usualJobs() }: UserSuiteOptions): Promise<Tally> {
  const shared = {
    [VSIX_VARIABLE]: await packagedExtension(),
    [INSTALLED_VARIABLE]: await installedExtension(),
  };
  const all = (await readdir(SUITE)).filter((file) => file.endsWith('.test.ts')).sort();
  const files = only === undefined ? all : all.filter((file) => file === `${only}.test.ts`);
  const tallies: Tally[] = [];
  const worker = async (): Promise<void> => {
    for (let file = files.shift(); file !== undefined; file = files.shift()) {
      tallies.push(await runFile(join(SUITE, file), shared, grep));
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return sum(tallies);
}

function usualJobs(): number {
  return Math.min(MOST_AT_A_TIME, availableParallelism());
}

/** What the file printed is shown when it has ended, so that no two are mixed. A file that tells no tally has failed. */
async function runFile(
  file: string,
  shared: Record<string, string>,
  grep: string | undefined,
): Promise<Tally> {
  const args = [RUNNER, file, ...(grep === undefined ? [] : [grep])];
  const env = { ...process.env, ...shared };
  const child = startProgram(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (printed += text));
  }
  let tally: Tally | undefined;
  child.on('message', (message) => (tally = message as Tally));
  // The tally may come after the rest: its channel is another one than those that are printed to.
  await Promise.all([once(child, 'close'), once(child, 'disconnect')]);
  await endProgram(child);
  tally ??= { passed: 0, failures: [`${basename(file)} did not run to its end`] };
  if (tally.passed + tally.failures.length > 0) say(printed.trimEnd());
  return tally;
}
