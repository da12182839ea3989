import { within } from './deadline.ts';
import { endProgram, startProgram } from './program.ts';

/**
 * Runs a program to its end.
 * @returns what it printed
 * @throws Error with what it printed, when it fails or takes longer than `seconds`
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  { cwd, seconds }: { cwd: string; seconds: number },
): Promise<string> {
  // Windows runs its .cmd files in a shell only.
  const shell = command.endsWith('.cmd');
  const child = startProgram(command, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (errors += text));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const line = `${command} ${args.join(' ')}`;
  try {
    const code = await within(seconds, line, ended);
    if (code !== 0) throw new Error(`${line}\nended with ${code}\n${errors || output}`);
    return output;
  } finally {
    await endProgram(child);
  }
}
