import { exportSnapshot } from '../../../exports/exportSnapshot.ts';
import { writeDocument } from '../documentFile.ts';
import { type CommandContext, freshSnapshot } from '../engine.ts';
import type { Command } from '../options.ts';

const STANDARD_OUTPUT = '-';

/** `export`: the badges as JSON, Markdown or SVG, to a file or stdout. @throws Error when the file cannot be written */
export async function exportCommand(
  command: Extract<Command, { name: 'export' }>,
  context: CommandContext,
): Promise<void> {
  const { terminal, common } = context;
  const { format, state, output = STANDARD_OUTPUT } = command;
  const document = exportSnapshot(await freshSnapshot(context), format, { state });
  if (output === STANDARD_OUTPUT) return terminal.print(document.trimEnd());
  await writeDocument(output, document);
  terminal.print(common.json ? JSON.stringify({ output }) : `Written to ${output}`);
}
