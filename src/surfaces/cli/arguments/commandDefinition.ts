import type { CommandContext } from '../engine.ts';
import type { Parameters, Values } from './parameters.ts';

/** A command, as its file tells of it. */
export interface CommandDefinition {
  /** What is to be known before one uses it, in whole sentences. */
  readonly details?: string;
  readonly takes: Parameters;
  /** The arguments of a use that its help shows, its own name first. */
  readonly example: readonly string[];
  /**
   * Does it.
   * @throws UsageError for wrong usage, any other Error where it could not be done, in one line
   */
  run(values: unknown, context: CommandContext): Promise<void>;
}

/** A definition whose `run` is given the values of what the command takes. */
export function defineCommand<P extends Parameters>(
  definition: Omit<CommandDefinition, 'takes' | 'run'> & {
    readonly takes: P;
    run(values: Values<P>, context: CommandContext): Promise<void>;
  },
): CommandDefinition {
  return { ...definition, run: (values, context) => definition.run(values as Values<P>, context) };
}
