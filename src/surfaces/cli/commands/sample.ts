import { resolve } from 'node:path';
import { writeSampleHome } from '../../../sample/writeSampleHome.ts';
import type { Command, CommonOptions } from '../options.ts';
import { duration, plural } from '../printable.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `sample --output DIR`: writes a made-up Hermes home.
 * @throws Error when the folder holds something else
 */
export async function sampleCommand(
  command: Extract<Command, { name: 'sample' }>,
  common: CommonOptions,
  terminal: Terminal,
): Promise<void> {
  if (command.output === '-')
    throw new Error('A sample is a folder and cannot be printed: name one by --output');
  const started = performance.now();
  const output = resolve(command.output);
  const written = await writeSampleHome({ output, sessions: command.sessions, seed: command.seed });
  if (common.json) return terminal.print(JSON.stringify({ output, ...written }));
  terminal.print(
    `A sample Hermes home of ${plural(written.sessions, 'session')} and ${plural(written.messages, 'message')} ` +
      `stands in ${output} (${duration(performance.now() - started)}).\n` +
      `Look at it: hermes-achievements list --home ${JSON.stringify(output)}`,
  );
}
