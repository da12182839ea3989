import { commandLine } from '../../../../../src/cli.ts';
import { CapturedTerminal } from '../../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../../support/scanWorker.ts';

/** The commands' names, as the help lists them. */
export async function commandNames(): Promise<string[]> {
  const terminal = new CapturedTerminal({ columns: 100 });
  await commandLine(['--help'], terminal, WORKER_FILE);
  const [, list] = /\nCommands\n([\s\S]*?)\n\n/.exec(terminal.output)!;
  return [...list!.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name!);
}

/** What the help of a command gives for an example, as a shell reads it: its arguments after the program's name. */
export function exampleOf(help: string): string[] {
  const [, example] = /\nExample\n([\s\S]+)$/.exec(help)!;
  const line = example!.replace(/ \\\n */g, ' ').trim();
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  return words.slice(1);
}
