import { ACHIEVEMENT_STATES } from '../../../badges/achievement.ts';
import { EXPORT_FORMATS, exportSnapshot } from '../../../exports/exportSnapshot.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { choice, required, text } from '../arguments/parameters.ts';
import { writeDocument } from '../documentFile.ts';
import { freshSnapshot } from '../engine.ts';

const STANDARD_OUTPUT = '-';

/** `export`: the badges as JSON, Markdown or SVG, to a file or stdout. Fails when the file cannot be written. */
export const command = defineCommand({
  details: 'Secret badges stay secret in it. The file is replaced whole or not at all.',
  takes: {
    format: required(choice('--format <F>', `${EXPORT_FORMATS.join(', ')}; always needed`, EXPORT_FORMATS)),
    output: text('-o, --output <FILE>', 'the file to write; without it, or with -, to stdout'),
    state: choice(
      '--state <S>',
      `only the badges in this state: ${ACHIEVEMENT_STATES.join(', ')}`,
      ACHIEVEMENT_STATES,
    ),
  },
  example: ['export', '--format', 'markdown', '--output', 'badges.md'],
  async run({ format, output = STANDARD_OUTPUT, state }, context) {
    const { terminal, common } = context;
    const document = exportSnapshot(await freshSnapshot(context), format, { state });
    if (output === STANDARD_OUTPUT) return terminal.print(document.trimEnd());
    await writeDocument(output, document);
    terminal.print(common.json ? JSON.stringify({ output }) : `Written to ${output}`);
  },
});
