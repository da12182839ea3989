import type { Command } from 'commander';
import type { CommandDefinition } from './commandDefinition.ts';
import { CommandParser } from './commandParser.ts';
import { COMMON_OPTIONS, type CommonOptions } from './commonOptions.ts';
import { commandHelp, programHelp } from './helpText.ts';
import { TypedOption, valuesOf } from './parameters.ts';

type Load = () => Promise<{ readonly command: CommandDefinition }>;

/**
 * The commands by their names, in the order of the help: what each does, in a few words, and how it is loaded when it is
 * asked for.
 */
export type Commands = Readonly<Record<string, readonly [summary: string, load: Load]>>;

/** Does a command that was parsed. */
type Perform = (command: CommandDefinition, values: unknown, common: CommonOptions) => Promise<void>;

/** The version was asked for, and is to be printed instead of anything else. */
export class VersionWanted extends Error {
  override readonly name = 'VersionWanted';
}

/** The program's arguments, whichever command they are for. */
export class Program {
  readonly #commands: Commands;
  readonly #perform: Perform;
  readonly #root: CommandParser;
  readonly #loaded = new Map<Command, CommandDefinition>();
  #asked: Command;

  constructor(commands: Commands, perform: Perform) {
    this.#commands = commands;
    this.#perform = perform;
    this.#root = rootParser();
    this.#asked = this.#root;
    for (const [name, [summary]] of Object.entries(commands))
      this.#root.addCommand(new CommandParser(name).summary(summary));
    this.#root.hook('preSubcommand', (_, parser) => {
      this.#asked = parser;
      return this.#load(parser);
    });
  }

  /**
   * Parses arguments and performs the command that they ask for.
   * @throws UsageError, VersionWanted, HelpWanted, and what performing throws
   */
  async run(argv: readonly string[]): Promise<void> {
    const [first, ...rest] = argv;
    await this.#root.parseAsync(first === 'help' ? [...rest, '--help'] : argv, { from: 'user' });
  }

  /** How to ask for the help on what was asked for last. */
  get wayToHelp(): string {
    const names = this.#asked === this.#root ? [] : [this.#asked.name()];
    return [this.#root.name(), ...names, '--help'].join(' ');
  }

  /** The help of the program or of a command whose help was asked for, in lines of at most so many columns. */
  help(of: Command, columns: number): string {
    const command = this.#loaded.get(of);
    return command === undefined
      ? programHelp(this.#root, columns)
      : commandHelp(of, this.#root, command.example, columns);
  }

  async #load(parser: Command): Promise<void> {
    const [, load] = this.#commands[parser.name()]!;
    const { command } = await load();
    this.#loaded.set(parser, command);
    declare(parser, command);
    parser.action(() =>
      this.#perform(command, valuesOf(parser, command.takes), valuesOf(this.#root, COMMON_OPTIONS)),
    );
  }
}

/** The parser of what all commands have in common. */
function rootParser(): CommandParser {
  const root = new CommandParser('hermes-achievements')
    .description('your Hermes Agent history as collectible badges')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false);
  for (const option of Object.values(COMMON_OPTIONS)) root.addOption(option);
  return root.option('--version', 'print the version').on('option:version', () => {
    throw new VersionWanted();
  });
}

/** Tells a command's parser what it takes. */
function declare(parser: Command, { details, takes }: CommandDefinition): void {
  parser.description([`${capitalised(parser.summary())}.`, details].join(' ').trimEnd());
  for (const parameter of Object.values(takes)) {
    if (parameter instanceof TypedOption) parser.addOption(parameter);
    else parser.addArgument(parameter);
  }
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
