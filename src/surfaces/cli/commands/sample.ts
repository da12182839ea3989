import { resolve } from 'node:path';
import { writeSampleHome } from '../../../sample/writeSampleHome.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { required, text, wholeNumber } from '../arguments/parameters.ts';
import { duration, plural } from '../printable.ts';

/** `sample --output DIR`: writes a made-up Hermes home. Fails when the folder holds something else. */
export const command = defineCommand({
  details: 'The folder must be new or empty, or hold an earlier sample.',
  takes: {
    output: required(text('-o, --output <DIR>', 'the folder to write it to; always needed')),
    sessions: wholeNumber('--sessions <N>', 'how many sessions it has'),
    seed: wholeNumber('--seed <N>', 'the same number makes the same history'),
  },
  example: ['sample', '--output', 'sample-home', '--sessions', '200'],
  async run({ output, sessions, seed }, { common, terminal }) {
    if (output === '-') throw new Error('A sample is a folder and cannot be printed: name one by --output');
    const started = performance.now();
    const path = resolve(output);
    const written = await writeSampleHome({ output: path, sessions, seed });
    if (common.json) return terminal.print(JSON.stringify({ output: path, ...written }));
    terminal.print(
      `A sample Hermes home of ${plural(written.sessions, 'session')} and ${plural(written.messages, 'message')} ` +
        `stands in ${path} (${duration(performance.now() - started)}).\n` +
        `Look at it: hermes-achievements list --home ${JSON.stringify(path)}`,
    );
  },
});
