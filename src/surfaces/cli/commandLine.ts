import { exportCommand } from './commands/export.ts';
import { forgetCommand } from './commands/forget.ts';
import { listCommand } from './commands/list.ts';
import { resetCommand } from './commands/reset.ts';
import { sampleCommand } from './commands/sample.ts';
import { scanCommand } from './commands/scan.ts';
import { sessionCommand } from './commands/session.ts';
import { showCommand } from './commands/show.ts';
import { statusCommand } from './commands/status.ts';
import { chooseHome } from './engine.ts';
import { escapingTerminal } from './escapingTerminal.ts';
import { type Command, type CommonOptions, readArguments, UsageError } from './options.ts';
import type { Terminal } from './terminal.ts';
import { USAGE } from './usage.ts';

/** What the entry point knows and the commands need. */
export interface CommandLineSetting {
  readonly version: string;
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
  setting: CommandLineSetting,
): Promise<number> {
  const terminal = escapingTerminal(raw);
  try {
    const { command, common } = readArguments(argv);
    await run(command, common, terminal, setting);
    return 0;
  } catch (error) {
    terminal.complain(oneLine(error));
    if (!(error instanceof UsageError)) return 1;
    terminal.complain('Try: hermes-achievements --help');
    return 2;
  }
}

async function run(
  command: Command,
  common: CommonOptions,
  terminal: Terminal,
  setting: CommandLineSetting,
): Promise<void> {
  switch (command.name) {
    case 'help':
      return terminal.print(USAGE.trimEnd());
    case 'version':
      return terminal.print(setting.version);
    case 'sample':
      return sampleCommand(command, common, terminal);
  }
  const context = { common, terminal, home: chooseHome(common), workerFile: setting.workerFile };
  switch (command.name) {
    case 'scan':
      return scanCommand(command, context);
    case 'list':
      return listCommand(command, context);
    case 'show':
      return showCommand(command, context);
    case 'session':
      return sessionCommand(command, context);
    case 'export':
      return exportCommand(command, context);
    case 'status':
      return statusCommand(context);
    case 'forget':
      return forgetCommand(context);
    case 'reset':
      return resetCommand(context);
  }
}

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s*\n\s*/g, ' ');
}
