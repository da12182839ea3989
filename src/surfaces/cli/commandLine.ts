import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolveHome } from '../../hermes/home/home.ts';
import { resolveProfileHome } from '../../hermes/home/profiles.ts';
import { inEnglish, problemOf } from '../../words/problem.ts';
import { HelpWanted } from './arguments/commandParser.ts';
import type { CommonOptions } from './arguments/commonOptions.ts';
import { type Commands, Program, VersionWanted } from './arguments/program.ts';
import { UsageError } from './arguments/usageError.ts';
import type { CommandContext } from './engine.ts';
import { escapingTerminal } from './escapingTerminal.ts';
import type { Terminal } from './terminal.ts';

/** What the entry point knows and the commands need. */
export interface CommandLineSetting {
  readonly version: string;
  readonly commands: Commands;
  /** The scan worker's program. */
  readonly workerFile: string | URL;
}

/**
 * Runs one command line to its end.
 * @returns the exit code: 0 done, 1 could not be done, 2 wrong usage
 */
export async function runCommandLine(
  argv: readonly string[],
  raw: Terminal,
  { version, commands, workerFile }: CommandLineSetting,
): Promise<number> {
  const terminal = escapingTerminal(raw);
  const program = new Program(commands, (command, values, common) =>
    command.run(values, contextOf(common, terminal, workerFile)),
  );
  try {
    await program.run(argv);
    return 0;
  } catch (error) {
    if (error instanceof HelpWanted) terminal.print(program.help(error.of, terminal.columns));
    else if (error instanceof VersionWanted) terminal.print(version);
    else return failed(error, program, terminal);
    return 0;
  }
}

/** Says in one line why a command line could not be done. @returns its exit code */
function failed(error: unknown, program: Program, terminal: Terminal): number {
  const words = inEnglish(problemOf(error));
  if (!(error instanceof UsageError)) {
    terminal.complain(words);
    return 1;
  }
  terminal.complain(`${words.replace(/\.$/, '')}. Try: ${program.wayToHelp}`);
  return 2;
}

function contextOf(common: CommonOptions, terminal: Terminal, workerFile: string | URL): CommandContext {
  return {
    common,
    terminal,
    workerFile,
    // Chosen by the commands that look at one: the others need none.
    get home() {
      return chooseHome(common);
    },
  };
}

/** @throws Error when the profile does not exist */
function chooseHome(common: CommonOptions): string {
  const root = resolveHome({
    setting: common.home,
    env: process.env,
    platform: process.platform,
    homedir,
    exists: existsSync,
  });
  return resolveProfileHome(root, common.profile);
}
