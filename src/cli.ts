/** The command line, `hermes-achievements`: the same engine without VS Code, and what can be asked of it. */
import packageJson from '../package.json' with { type: 'json' };
import type { Commands } from './surfaces/cli/arguments/program.ts';
import { runCommandLine } from './surfaces/cli/commandLine.ts';
import type { Terminal } from './surfaces/cli/terminal.ts';

/** A command is loaded when it is asked for; its options, its help and an example of its use are in its file. */
const COMMANDS: Commands = {
  scan: ['read what is new in the history', () => import('./surfaces/cli/commands/scan.ts')],
  list: ['the badges as a table', () => import('./surfaces/cli/commands/list.ts')],
  show: ['one badge: criteria, ladder, evidence', () => import('./surfaces/cli/commands/show.ts')],
  session: ['what one session alone would earn', () => import('./surfaces/cli/commands/session.ts')],
  activity: ['days, streaks and hours of a year', () => import('./surfaces/cli/commands/activity.ts')],
  recap: ['a week, month or year against the one before', () => import('./surfaces/cli/commands/recap.ts')],
  export: ['all badges as JSON, Markdown or SVG', () => import('./surfaces/cli/commands/export.ts')],
  usage: ['tokens and dollars by day, model, project, …', () => import('./surfaces/cli/commands/usage.ts')],
  status: ['age of the figures, last scan, errors', () => import('./surfaces/cli/commands/status.ts')],
  forget: ['forget sessions that Hermes has deleted', () => import('./surfaces/cli/commands/forget.ts')],
  reset: ['forget unlocks, remember the sessions', () => import('./surfaces/cli/commands/reset.ts')],
  sample: ['write a made-up home to try things on', () => import('./surfaces/cli/commands/sample.ts')],
};

/**
 * Does what a command line asks for.
 * @param workerFile the scan worker's program
 * @returns the exit code: 0 done, 1 could not be done, 2 wrong usage
 */
export function commandLine(
  argv: readonly string[],
  terminal: Terminal,
  workerFile: string | URL,
): Promise<number> {
  return runCommandLine(argv, terminal, { version: packageJson.version, commands: COMMANDS, workerFile });
}
