import type { Argument, Command, Option } from 'commander';
import { cellWidth, wrap } from '../cells.ts';

/** Lines of prose are hard to read when they are longer, however wide a terminal is; a pipe has no width. */
const MOST_COLUMNS = 100;
/** With less room for them beside the term, words stand below it. */
const LEAST_WORDS = 32;
const INDENT = '  ';
const GAP = '  ';

/** A term, and what is said of it. */
type Item = readonly [term: string, words: string];

/** The help of the program, in lines of at most so many columns. */
export function programHelp(program: Command, columns: number): string {
  const width = Math.min(columns, MOST_COLUMNS);
  const name = program.name();
  return paragraphs([
    wrap(`${name}: ${program.description()}`, width),
    wrap(`Usage: ${name} COMMAND [options]`, width, INDENT),
    listed('Commands', program.commands.map(commandItem), width),
    commonOptions(program, width),
    wrap(`${name} COMMAND --help tells what else a command takes, with an example.`, width),
    wrap('Exit codes: 0 done, 1 could not be done (one line on stderr says why), 2 wrong usage', width),
  ]);
}

/**
 * The help of a command of the program, likewise.
 * @param example the arguments of a use of it
 */
export function commandHelp(
  command: Command,
  program: Command,
  example: readonly string[],
  columns: number,
): string {
  const width = Math.min(columns, MOST_COLUMNS);
  const places = command.registeredArguments;
  const usage = [program.name(), command.name(), ...places.map(argumentTerm), '[options]'];
  return paragraphs([
    wrap(`Usage: ${usage.join(' ')}`, width, INDENT),
    wrap(command.description(), width),
    listed(
      'Arguments',
      places.map((argument) => [argumentTerm(argument), argument.description]),
      width,
    ),
    listed('Options', command.options.map(optionItem), width),
    commonOptions(program, width),
    `Example\n${continued([program.name(), ...example.map(quoted)], width)}`,
  ]);
}

function paragraphs(sections: readonly string[]): string {
  return sections.filter((section) => section !== '').join('\n\n');
}

function commonOptions(program: Command, width: number): string {
  const options = program.createHelp().visibleOptions(program).map(optionItem);
  return listed('Options of every command', options, width);
}

function commandItem(command: Command): Item {
  return [command.name(), command.summary()];
}

function optionItem({ flags, description }: Option): Item {
  return [flags.replace(/<(.*)>/, '$1'), description];
}

function argumentTerm(argument: Argument): string {
  return argument.name();
}

/** The items under a title, their words in a column of their own where there is room for one. */
function listed(title: string, items: readonly Item[], width: number): string {
  if (items.length === 0) return '';
  const column = INDENT.length + Math.max(...items.map(([term]) => cellWidth(term))) + GAP.length;
  const isBeside = width - column >= LEAST_WORDS;
  const indent = isBeside ? ' '.repeat(column) : INDENT.repeat(3);
  const lines = items.map(([term, words]) => {
    const folded = wrap(words, width - indent.length).replaceAll('\n', `\n${indent}`);
    return isBeside
      ? `${`${INDENT}${term}`.padEnd(column)}${folded}`
      : `${INDENT}${term}\n${indent}${folded}`;
  });
  return [title, ...lines].join('\n');
}

/** As a shell reads it, also where it is too long for one line. */
function continued(words: readonly string[], width: number): string {
  const lines: string[] = [];
  let line = INDENT;
  for (const [index, word] of words.entries()) {
    const piece = index === 0 ? word : ` ${word}`;
    if (index > 0 && cellWidth(`${line}${piece} \\`) > width) {
      lines.push(`${line} \\`);
      line = `${INDENT}${INDENT}${word}`;
    } else line += piece;
  }
  return [...lines, line].join('\n');
}

function quoted(argument: string): string {
  return /^[\w.,/:=-]+$/.test(argument) ? argument : `"${argument}"`;
}
