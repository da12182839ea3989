/** The command line: `hermes-achievements`, the same engine without VS Code. */
import packageJson from '../package.json' with { type: 'json' };
import { runCommandLine } from './surfaces/cli/commandLine.ts';
import { watchOutput } from './surfaces/cli/standardOutput.ts';
import { processTerminal } from './surfaces/cli/terminal.ts';

const outputFailure = watchOutput(process.stdout);
// There is nobody left to tell.
process.stderr.on('error', () => undefined);

const terminal = processTerminal();
const code = await runCommandLine(process.argv.slice(2), terminal, {
  version: packageJson.version,
  workerFile: new URL('./scanWorker.cjs', import.meta.url),
});
const failure = await outputFailure();
if (failure !== undefined) terminal.complain(failure);
process.exitCode = failure === undefined ? code : 1;
