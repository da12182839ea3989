import { writeFile } from 'node:fs/promises';
import { exportSnapshot } from '../../../exports/exportSnapshot.ts';
import { type CommandContext, freshSnapshot } from '../engine.ts';
import type { Command } from '../options.ts';

/** `export`: the badges as JSON, Markdown or SVG, to a file or stdout. */
export async function exportCommand(
  command: Extract<Command, { name: 'export' }>,
  context: CommandContext,
): Promise<void> {
  const { terminal, common } = context;
  const document = exportSnapshot(await freshSnapshot(context), command.format, { state: command.state });
  if (command.output === undefined) return terminal.print(document.trimEnd());
  await writeFile(command.output, document);
  terminal.print(common.json ? JSON.stringify({ output: command.output }) : `Written to ${command.output}`);
}
