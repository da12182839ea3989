import { join } from 'node:path';
import { PATIENCE_SECONDS } from './patience.ts';
import { REPOSITORY } from './places.ts';
import { runProgram } from './runProgram.ts';

const COMMAND_LINE = join(REPOSITORY, 'dist/cli.js');

/** Runs the command line that was built with the package. Returns what it prints. */
export function commandLine(home: string, ...args: readonly string[]): Promise<string> {
  const all = [COMMAND_LINE, ...args, '--home', home];
  return runProgram(process.execPath, all, { cwd: REPOSITORY, seconds: PATIENCE_SECONDS });
}
