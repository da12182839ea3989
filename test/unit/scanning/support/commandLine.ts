import { commandLine } from '../../../../src/cli.ts';
import { processTerminal } from '../../../../src/surfaces/cli/terminal.ts';
import { WORKER_FILE } from '../../../support/scanWorker.ts';
import { untilTold } from './untilTold.ts';

// The command line as a process of its own, from its source; it begins when it is told to.
await untilTold();
process.exitCode = await commandLine(process.argv.slice(2), processTerminal(), WORKER_FILE);
