import { Command, type ParseOptionsResult } from 'commander';
import { UsageError } from './usageError.ts';

/** Help was asked for, and is to be printed instead of anything else. */
export class HelpWanted extends Error {
  override readonly name = 'HelpWanted';
  readonly of: Command;

  constructor(of: Command) {
    super('Help was asked for');
    this.of = of;
  }
}

/** What commander begins a message with, and what it adds to one where something near would have been right. */
const BEGINNING = /^error: ./;
const SUGGESTION = /\n\(Did you mean (.*)\)$/s;

/**
 * A command line's parser, or that of one command: commander, which neither prints nor ends the process, and takes no
 * option for the value of the one before it (`--home --json`).
 */
export class CommandParser extends Command {
  /** @throws HelpWanted */
  override outputHelp(): void {
    throw new HelpWanted(this);
  }

  /** @throws UsageError with commander's words, in one line */
  override error(message: string): never {
    const words = message
      .replace(SUGGESTION, ' (did you mean $1)')
      .replace(BEGINNING, (beginning) => beginning.at(-1)!.toUpperCase());
    throw new UsageError(words);
  }

  /** @throws UsageError */
  override parseOptions(argv: string[]): ParseOptionsResult {
    this.#expectValues(argv);
    const parsed = super.parseOptions(argv);
    const [name] = parsed.operands;
    const isUnknown = this.commands.length > 0 && name !== undefined && !this.#has(name);
    // `dance --help` asks for help on a command that there is not, and is to hear that.
    return isUnknown ? { ...parsed, unknown: [] } : parsed;
  }

  #has(name: string): boolean {
    return this.commands.some((command) => command.name() === name);
  }

  /** @throws UsageError where an option has no value, or another option stands in its place */
  #expectValues(argv: readonly string[]): void {
    for (const [index, argument] of argv.entries()) {
      if (argument === '--') return;
      const option = this.options.find(({ long, short }) => argument === long || argument === short);
      if (!option?.required) continue;
      const value = argv[index + 1];
      if (value === undefined) throw new UsageError(`${argument} needs a value`);
      if (/^-./.test(value)) throw new UsageError(`${argument} needs a value, but ${value} follows`);
    }
  }
}
