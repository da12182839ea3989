import { runCommandLine } from '../../../../src/surfaces/cli/commandLine.ts';
import { processTerminal } from '../../../../src/surfaces/cli/terminal.ts';
import { WORKER_FILE } from '../../../support/scanning.ts';
import { untilTold } from './untilTold.ts';

// The command line as a process of its own, from its source; it begins when it is told to.
await untilTold();
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), {
  version: '0.0.0',
  workerFile: WORKER_FILE,
});
