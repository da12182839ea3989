/** The program behind the name `hermes-achievements`: the command line on this process. */
import { commandLine } from './cli.ts';
import { watchOutput } from './surfaces/cli/standardOutput.ts';
import { processTerminal } from './surfaces/cli/terminal.ts';

const outputFailure = watchOutput(process.stdout);
// There is nobody left to tell.
process.stderr.on('error', () => undefined);

const terminal = processTerminal();
const code = await commandLine(process.argv.slice(2), terminal, new URL('./scanWorker.cjs', import.meta.url));
const failure = await outputFailure();
if (failure !== undefined) terminal.complain(failure);
process.exitCode = failure === undefined ? code : 1;
