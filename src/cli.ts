/** The command line: `hermes-achievements`, the same engine without VS Code. */
import packageJson from '../package.json' with { type: 'json' };
import { runCommandLine } from './surfaces/cli/commandLine.ts';
import { processTerminal } from './surfaces/cli/terminal.ts';

// A reader that stops early (`list | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), {
  version: packageJson.version,
  workerFile: new URL('./scanWorker.cjs', import.meta.url),
});
